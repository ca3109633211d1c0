/** The versions of the project's tagset; the newest is the current one. */
import { createHash } from 'node:crypto';
import { ZhupiError } from '#shared/api/errors.ts';
import { Tagset } from '#shared/model/tagset.ts';
import { type ProjectDatabase, sql, type WritableDatabase } from './database.ts';
import { parseColumn } from './rows.ts';

/** A tagset with its hash and the number of its version in this project. */
export interface StoredTagset {
  readonly id: number;
  readonly tagset: Tagset;
  readonly hash: string;
}

/** A tagset as the text of `tagset.json`: two spaces, keys in the order of the schema, a line end. */
export function tagsetText(tagset: Tagset): string {
  return `${JSON.stringify(Tagset.parse(tagset), null, 2)}\n`;
}

/** SHA-256 of `tagsetText`, lower-case hexadecimal. */
export function tagsetHash(tagset: Tagset): string {
  return createHash('sha256').update(tagsetText(tagset), 'utf8').digest('hex');
}

/** The number of the current version. */
export function currentTagsetId(db: ProjectDatabase): number {
  return sql<[], { id: number | null }>(db, 'SELECT max(id) AS id FROM tagset_version').get()?.id ?? 0;
}

/** The current tagset. @throws ZhupiError project-damaged */
export function readTagset(db: ProjectDatabase): StoredTagset {
  const row = sql<[], { id: number; json: string; hash: string }>(
    db,
    'SELECT id, json, hash FROM tagset_version ORDER BY id DESC LIMIT 1',
  ).get();
  if (row === undefined) throw new ZhupiError('project-damaged', { file: db.name, reason: 'tagset' });
  return { id: row.id, hash: row.hash, tagset: parseColumn(Tagset, row.json, 'tagset') };
}

/** Stores a tagset as the current one; the same tagset again makes no new version. */
export function writeTagset(db: WritableDatabase, tagset: Tagset, at: string): void {
  const hash = tagsetHash(tagset);
  if (currentTagsetId(db) > 0 && readTagset(db).hash === hash) return;
  sql<[string, string, string]>(db, 'INSERT INTO tagset_version (hash, created_at, json) VALUES (?, ?, ?)').run(
    hash,
    at,
    JSON.stringify(Tagset.parse(tagset)),
  );
}
