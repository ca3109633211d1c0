/** Annotators: whose work an annotation set is. */
import { ZhupiError } from '#shared/api/errors.ts';
import { type ProjectDatabase, sql, type WritableDatabase } from './database.ts';
import { readValue } from './project.ts';

/** The annotator of a new project. */
export const DEFAULT_ANNOTATOR = 'annotator';

/** An annotator; `id` is of use only inside this file. */
export interface Annotator {
  readonly id: number;
  readonly name: string;
}

/** The project's current annotator's name. */
export function currentAnnotator(db: ProjectDatabase): string {
  return readValue(db, 'annotator') ?? DEFAULT_ANNOTATOR;
}

/** The annotator with this name (null: the current one), or undefined. */
export function findAnnotator(db: ProjectDatabase, name: string | null): Annotator | undefined {
  return sql<[string], Annotator>(db, 'SELECT id, name FROM annotator WHERE name = ?').get(
    name ?? currentAnnotator(db),
  );
}

/** The same. @throws ZhupiError annotator-missing */
export function needAnnotator(db: ProjectDatabase, name: string | null): Annotator {
  const annotator = findAnnotator(db, name);
  if (annotator === undefined) throw new ZhupiError('annotator-missing', { name: name ?? currentAnnotator(db) });
  return annotator;
}

/** The annotator with this name (null: the current one), made where there is none. */
export function ensureAnnotator(db: WritableDatabase, name: string | null): Annotator {
  const wanted = name ?? currentAnnotator(db);
  const found = findAnnotator(db, wanted);
  if (found !== undefined) return found;
  sql<[string]>(db, 'INSERT INTO annotator (name) VALUES (?) ON CONFLICT (name) DO NOTHING').run(wanted);
  return needAnnotator(db, wanted);
}

/** All annotators, by name. */
export function listAnnotators(db: ProjectDatabase): readonly Annotator[] {
  return sql<[], Annotator>(db, 'SELECT id, name FROM annotator ORDER BY name').all();
}
