/** What the project file says about itself: id, name, current annotator. */
import { type ProjectDatabase, sql, type WritableDatabase } from './database.ts';

/** The facts that are kept under a key. */
export type ProjectKey = 'id' | 'name' | 'createdAt' | 'annotator' | 'sample';

/** The value under a key, or undefined. */
export function readValue(db: ProjectDatabase, key: ProjectKey): string | undefined {
  return sql<[string], { value: string }>(db, 'SELECT value FROM project WHERE key = ?').get(key)?.value;
}

/** Stores the value under a key. */
export function writeValue(db: WritableDatabase, key: ProjectKey, value: string): void {
  sql<[string, string]>(
    db,
    'INSERT INTO project (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
}
