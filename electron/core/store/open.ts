/** Opening, making and closing project files. Nobody else makes a connection. */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { ZhupiError } from '#shared/api/errors.ts';
import type { ProjectDatabase, WritableDatabase } from './database.ts';
import { storeError, systemCode } from './errors.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';

/** `PRAGMA application_id` of every project file: the bytes "ZHPI". */
export const APPLICATION_ID = 0x5a485049;

/** The newest schema version that this build knows. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** How long a connection waits for another one that writes, in milliseconds. */
const BUSY_TIMEOUT = 5000;

/** An open project file. */
export interface OpenedFile {
  readonly db: ProjectDatabase;
  readonly isReadOnly: boolean;
}

/** What a file's first bytes say; read without touching the file. */
interface Header {
  readonly applicationId: number;
  readonly version: number;
  readonly isWal: boolean;
}

/**
 * Opens a project file, bringing an older one up to date after copying it to `<name>.before-v<N>.zhupi`. A file that cannot
 * be written opens for reading.
 * @throws ZhupiError project-missing, project-not-zhupi, project-damaged, project-newer (all leave the file untouched),
 *   project-busy, disk-error
 */
export function openProjectFile(file: string, migrations: readonly Migration[] = MIGRATIONS): OpenedFile {
  const known = migrations.length;
  readProjectHeader(file, known);
  if (existsSync(`${file}-wal`)) refuseNewerLog(file, known);
  const isReadOnly = !canWrite(file);
  try {
    const db = connect(file, isReadOnly);
    try {
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
      if (version(db) < known) {
        if (isReadOnly) throw new ZhupiError('project-read-only', { file });
        migrate(db as WritableDatabase, file, migrations);
      }
      db.prepare("SELECT value FROM project WHERE key = 'id'").get();
      return { db, isReadOnly };
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw openError(error, file);
  }
}

/**
 * Looks whether a file is a project that this build can open; nothing is changed or created.
 * @throws ZhupiError project-missing, project-not-zhupi, project-damaged, project-newer
 */
export function readProjectHeader(file: string, known = SCHEMA_VERSION): void {
  const header = readHeader(file);
  if (header.applicationId !== APPLICATION_ID) throw new ZhupiError('project-not-zhupi', { file });
  if (header.version > known) throw new ZhupiError('project-newer', { file, found: header.version, known });
}

/**
 * Another connection to a file that is open already, for a job. Close it with `closeProjectFile`.
 * @throws ZhupiError as openProjectFile
 */
export function openForJob(file: string, mode: 'read' | 'write'): ProjectDatabase {
  try {
    return connect(file, mode === 'read');
  } catch (error) {
    throw openError(error, file);
  }
}

/**
 * Closes a connection. The last one of a file folds the write-ahead log back in, so that the single file remains.
 * With others still open the log stays; it is safe.
 */
export function closeProjectFile(db: ProjectDatabase): void {
  if (!db.open) return;
  if (!db.readonly) {
    db.pragma('busy_timeout = 100');
    try {
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.pragma('journal_mode = DELETE');
    } catch (error) {
      // Another connection is open, or the disk fails: everything acknowledged is in the log already.
      if (systemCode(error)?.startsWith('SQLITE_') !== true) throw error;
    }
  }
  db.close();
}

/** A fresh, empty project file at a path where there is none yet. Its tables are there; its contents are the caller's. */
export function createDatabaseFile(file: string): WritableDatabase {
  const db = new Database(file, { timeout: BUSY_TIMEOUT }) as WritableDatabase;
  db.pragma('page_size = 4096');
  db.pragma(`application_id = ${APPLICATION_ID}`);
  configure(db, false);
  migrate(db, null, MIGRATIONS);
  return db;
}

function connect(file: string, isReadOnly: boolean): ProjectDatabase {
  const db = new Database(file, {
    readonly: isReadOnly,
    fileMustExist: true,
    timeout: BUSY_TIMEOUT,
  }) as ProjectDatabase;
  try {
    configure(db, isReadOnly);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function configure(db: ProjectDatabase, isReadOnly: boolean): void {
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('foreign_keys = ON');
  if (isReadOnly) return;
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
}

/** The schema version as this connection sees it. */
export function version(db: ProjectDatabase): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** A newer schema may stand in the log only; looked at without folding the log in. */
function refuseNewerLog(file: string, known: number): void {
  let found = 0;
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      found = version(db as ProjectDatabase);
    } finally {
      db.close();
    }
  } catch {
    // Unreadable for this look; the real opening tells why.
    return;
  }
  if (found > known) throw new ZhupiError('project-newer', { file, found, known });
}

/** The fields of the SQLite file format's first 100 bytes (sqlite.org/fileformat.html, section 1.3). */
function readHeader(file: string): Header {
  const bytes = Buffer.alloc(100);
  let read: number;
  let size: number;
  try {
    const handle = openSync(file, 'r');
    try {
      read = readSync(handle, bytes, 0, 100, 0);
      size = statSync(file).size;
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new ZhupiError('project-missing', { file });
    if (code === 'EISDIR') throw new ZhupiError('project-not-zhupi', { file });
    if (code === 'EACCES' || code === 'EPERM')
      throw new ZhupiError('file-unreadable', { file: basename(file), reason: code });
    throw storeError(error, file);
  }
  if (read < 16 || bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw new ZhupiError('project-not-zhupi', { file });
  if (read < 100) throw new ZhupiError('project-damaged', { file, reason: 'cut off' });
  const field = bytes.readUInt16BE(16);
  const pageSize = field === 1 ? 65536 : field;
  const header = { applicationId: bytes.readUInt32BE(68), version: bytes.readUInt32BE(60), isWal: bytes[18] === 2 };
  const pages = bytes.readUInt32BE(28);
  const isPageCountValid = bytes.readUInt32BE(24) === bytes.readUInt32BE(92);
  if (header.applicationId === APPLICATION_ID && !header.isWal && isPageCountValid && size < pages * pageSize)
    throw new ZhupiError('project-damaged', { file, reason: 'cut off' });
  return header;
}

/** False where the file's mode or its place forbids writing (also for root, who could write anyway). */
function canWrite(file: string): boolean {
  if ((statSync(file).mode & 0o222) === 0) return false;
  try {
    closeSync(openSync(file, 'r+'));
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
    throw storeError(error, file);
  }
}

function openError(error: unknown, file: string): unknown {
  if (error instanceof ZhupiError) return error;
  const code = systemCode(error);
  // A file with our header that SQLite cannot read is ours, and damaged.
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_ERROR' || code?.startsWith('SQLITE_CORRUPT') === true)
    return new ZhupiError('project-damaged', { file, reason: code }, { cause: error });
  return storeError(error, file);
}
