/** Authority records: the people, bodies, places and policies that mentions point to. */
import type { AuthorityRecord } from '#shared/model/authority.ts';
import type { AuthorityId } from '#shared/model/ids.ts';
import { type ProjectDatabase, sql, type WritableDatabase } from './database.ts';
import { readTextMap, readTexts } from './rows.ts';

interface Row {
  readonly id: AuthorityId;
  readonly label: string;
  readonly name: string;
  readonly aliases: string;
  readonly external: string;
  readonly note: string | null;
}

const COLUMNS = 'id, label, name, aliases, external, note';

/** Stores a record, replacing one with the same id. Tells what that meant. */
export function putAuthority(db: WritableDatabase, record: AuthorityRecord): 'added' | 'changed' | 'same' {
  const next: Row = {
    ...record,
    aliases: JSON.stringify(record.aliases),
    external: JSON.stringify(record.external),
  };
  const old = sql<[string], Row>(db, `SELECT ${COLUMNS} FROM authority WHERE id = ?`).get(record.id);
  if (
    old !== undefined &&
    old.label === next.label &&
    old.name === next.name &&
    old.aliases === next.aliases &&
    old.external === next.external &&
    old.note === next.note
  )
    return 'same';
  sql<[string, string, string, string, string, string | null]>(
    db,
    `INSERT INTO authority (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET label = excluded.label, name = excluded.name, aliases = excluded.aliases,
       external = excluded.external, note = excluded.note`,
  ).run(next.id, next.label, next.name, next.aliases, next.external, next.note);
  return old === undefined ? 'added' : 'changed';
}

/** All records, by id. */
export function listAuthority(db: ProjectDatabase): readonly AuthorityRecord[] {
  return sql<[], Row>(db, `SELECT ${COLUMNS} FROM authority ORDER BY id`)
    .all()
    .map((row) => ({ ...row, aliases: readTexts(row.aliases), external: readTextMap(row.external) }));
}

/** The records with these ids, by id. */
export function findAuthority(db: ProjectDatabase, ids: readonly string[]): readonly AuthorityRecord[] {
  const wanted = new Set(ids);
  return wanted.size === 0 ? [] : listAuthority(db).filter((record) => wanted.has(record.id));
}
