/** The handle of a project file: readable or writable by type, with cached statements and checked transactions. */
import type Database from 'better-sqlite3';
import { ZhupiError } from '#shared/api/errors.ts';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection to a project file that may be read. Made by store/open.ts only. */
export type ProjectDatabase = Database.Database & { readonly [readable]: true };

/** A connection that may also be written. */
export type WritableDatabase = ProjectDatabase & { readonly [writable]: true };

/** A value that SQLite stores. */
export type SqlValue = string | number | bigint | Uint8Array | null;

/** A statement with its parameters and rows typed by the caller. */
export type Statement<P extends readonly SqlValue[], R> = Database.Statement<[...P], R>;

const caches = new WeakMap<Database.Database, Map<string, Database.Statement<SqlValue[], unknown>>>();

/** The statement for an SQL text, prepared once per connection. */
export function sql<P extends readonly SqlValue[] = [], R = unknown>(
  db: ProjectDatabase,
  text: string,
): Statement<P, R> {
  let cache = caches.get(db);
  if (cache === undefined) {
    cache = new Map();
    caches.set(db, cache);
  }
  let statement = cache.get(text);
  if (statement === undefined) {
    statement = db.prepare<SqlValue[], unknown>(text);
    cache.set(text, statement);
  }
  return statement as unknown as Statement<P, R>;
}

/** The same, with rows as arrays: the fast way through many rows. The statement is not shared with `sql`. */
export function sqlRaw<P extends readonly SqlValue[] = [], R = unknown>(
  db: ProjectDatabase,
  text: string,
): Statement<P, R> {
  const key = `/* raw */ ${text}`;
  return sql<P, R>(db, key).raw(true);
}

/** The same for an SQL text with parameters by name (`@name`), given as one object. */
export function sqlNamed<P extends Readonly<Record<string, SqlValue>>, R = unknown>(
  db: ProjectDatabase,
  text: string,
): Database.Statement<[P], R> {
  return sql(db, text) as unknown as Database.Statement<[P], R>;
}

/** Runs a statement that must change exactly one row. @throws ZhupiError internal */
export function changeOne<P extends readonly SqlValue[]>(db: WritableDatabase, text: string, ...values: P): void {
  const { changes } = sql<P>(db, text).run(...values);
  if (changes !== 1) throw new ZhupiError('internal', { where: text.slice(0, 60), changes });
}

/** Runs `work` in one transaction: all of it is on disk when this returns, or nothing. Nested calls join the outer one. */
export function inTransaction<T>(db: WritableDatabase, work: () => T): T {
  if (db.inTransaction) return work();
  sql(db, 'BEGIN IMMEDIATE').run();
  try {
    const result = work();
    sql(db, 'COMMIT').run();
    return result;
  } catch (error) {
    if (db.inTransaction) sql(db, 'ROLLBACK').run();
    throw error;
  }
}

/** Runs `work` on one unchanging view of the file. */
export function inSnapshot<T>(db: ProjectDatabase, work: () => T): T {
  if (db.inTransaction) return work();
  sql(db, 'BEGIN').run();
  try {
    return work();
  } finally {
    if (db.inTransaction) sql(db, 'COMMIT').run();
  }
}
