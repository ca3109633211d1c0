import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZhupiError } from '#shared/api/errors.ts';
import { Tagset } from '#shared/model/tagset.ts';
import { createProjectFile } from './create.ts';
import type { WritableDatabase } from './database.ts';
import { inTransaction } from './database.ts';
import { storeError } from './errors.ts';
import { APPLICATION_ID, closeProjectFile, openForJob, openProjectFile, SCHEMA_VERSION } from './open.ts';
import { readValue, writeValue } from './project.ts';

const TAGSET = Tagset.parse({
  format: 'zhupi.tagset/1',
  name: 'small',
  title: { en: 'small', zh: '小' },
  version: 1,
  entities: [],
  events: [],
  directives: [],
  relations: [],
  documentLabels: [],
});

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhupi-open-'));
  file = join(folder, 'a.zhupi');
  createProjectFile(file, {
    id: 'p_1',
    name: '甲',
    tagset: TAGSET,
    createdAt: '2025-01-01T00:00:00.000Z',
    isSample: false,
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hash = () => createHash('sha256').update(readFileSync(file)).digest('hex');
const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof ZhupiError) return error.toValue();
    throw error;
  }
  throw new Error('was not refused');
};
/** Changes the file behind the app's back. */
const meddle = (work: (db: Database.Database) => void) => {
  const db = new Database(file);
  work(db);
  db.close();
};

describe('createProjectFile', () => {
  it('leaves one file with the application id and schema version in its header, and nothing beside it', () => {
    const bytes = readFileSync(file);
    expect(bytes.readUInt32BE(68)).toBe(APPLICATION_ID);
    expect(bytes.toString('latin1', 68, 72)).toBe('ZHPI');
    expect(bytes.readUInt32BE(60)).toBe(SCHEMA_VERSION);
    expect(readdirSync(folder)).toEqual(['a.zhupi']);
  });

  it('never writes over a file, and says where the folder is missing', () => {
    const before = hash();
    const project = { id: 'p_2', name: '乙', tagset: TAGSET, createdAt: '', isSample: false };
    expect(refusal(() => createProjectFile(file, project))).toEqual({ code: 'project-exists', details: { file } });
    expect(hash()).toBe(before);
    const lost = join(folder, 'none', 'b.zhupi');
    expect(refusal(() => createProjectFile(lost, project))).toEqual({
      code: 'target-missing',
      details: { folder: join(folder, 'none') },
    });
    expect(readdirSync(folder)).toEqual(['a.zhupi']);
  });
});

describe('openProjectFile', () => {
  it('sets up the connection as promised', () => {
    const { db, isReadOnly } = openProjectFile(file);
    const pragma = (name: string) => db.pragma(name, { simple: true });
    expect([isReadOnly, pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual([
      false,
      'wal',
      2,
      1,
    ]);
    expect([pragma('trusted_schema'), pragma('cell_size_check'), pragma('busy_timeout')]).toEqual([0, 1, 5000]);
    const tables = db.pragma('table_list') as { schema: string; name: string; strict: number }[];
    const own = tables.filter(({ schema, name }) => schema === 'main' && !name.startsWith('sqlite_'));
    expect(own).toHaveLength(13);
    expect(own.filter(({ strict }) => strict === 0)).toEqual([]);
    closeProjectFile(db);
  });

  it('refuses what is not there and what is not a project, without leaving anything behind', () => {
    const other = join(folder, 'other.zhupi');
    expect(refusal(() => openProjectFile(other))).toEqual({ code: 'project-missing', details: { file: other } });
    writeFileSync(other, '区领导检查防汛工作。'.repeat(50));
    expect(refusal(() => openProjectFile(other)).code).toBe('project-not-zhupi');
    writeFileSync(other, '');
    expect(refusal(() => openProjectFile(other)).code).toBe('project-not-zhupi');
    expect(refusal(() => openProjectFile(folder)).code).toBe('project-not-zhupi');
    rmSync(other);
    const db = new Database(other);
    db.exec('CREATE TABLE t (x)');
    db.close();
    const before = readFileSync(other);
    expect(refusal(() => openProjectFile(other)).code).toBe('project-not-zhupi');
    expect(readFileSync(other).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['a.zhupi', 'other.zhupi']);
  });

  it('refuses a file from a newer version and leaves every byte of it', () => {
    meddle((db) => db.pragma(`user_version = ${SCHEMA_VERSION + 3}`));
    const before = hash();
    expect(refusal(() => openProjectFile(file))).toEqual({
      code: 'project-newer',
      details: { file, found: SCHEMA_VERSION + 3, known: SCHEMA_VERSION },
    });
    expect(hash()).toBe(before);
    expect(readdirSync(folder)).toEqual(['a.zhupi']);
  });

  it('refuses a newer version that stands in the write-ahead log only', () => {
    const db = openForJob(file, 'write');
    const held = openForJob(file, 'read');
    held.prepare('BEGIN').run();
    held.prepare('SELECT * FROM project').all();
    db.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    expect(readFileSync(file).readUInt32BE(60)).toBe(SCHEMA_VERSION);
    expect(refusal(() => openProjectFile(file)).code).toBe('project-newer');
    held.close();
    closeProjectFile(db);
  });

  it('calls a truncated file damaged', () => {
    truncateSync(file, readFileSync(file).length - 5000);
    const before = hash();
    expect(refusal(() => openProjectFile(file))).toMatchObject({ code: 'project-damaged', details: { file } });
    expect(hash()).toBe(before);
    truncateSync(file, 60);
    expect(refusal(() => openProjectFile(file)).code).toBe('project-damaged');
    expect(readdirSync(folder)).toEqual(['a.zhupi']);
  });

  it('calls a garbled file damaged', () => {
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 100, 4096);
    writeFileSync(file, bytes);
    expect(refusal(() => openProjectFile(file))).toMatchObject({ code: 'project-damaged', details: { file } });
  });

  it('opens a file that may not be written for reading only', () => {
    chmodSync(file, 0o444);
    const before = hash();
    const { db, isReadOnly } = openProjectFile(file);
    expect([isReadOnly, readValue(db, 'name')]).toEqual([true, '甲']);
    let thrown: unknown;
    try {
      writeValue(db as WritableDatabase, 'name', '乙');
    } catch (error) {
      thrown = storeError(error, file);
    }
    expect(thrown).toMatchObject({ code: 'project-read-only', details: { file } });
    closeProjectFile(db);
    expect(hash()).toBe(before);
    expect(readdirSync(folder)).toEqual(['a.zhupi']);
  });
});

describe('closeProjectFile', () => {
  it('folds the log back in: the single file holds everything and can be copied', () => {
    const { db } = openProjectFile(file);
    inTransaction(db as WritableDatabase, () => writeValue(db as WritableDatabase, 'name', '丙'));
    expect(existsSync(`${file}-wal`)).toBe(true);
    closeProjectFile(db);
    closeProjectFile(db);
    expect(readdirSync(folder)).toEqual(['a.zhupi']);
    const bytes = readFileSync(file);
    expect([bytes[18], bytes[19]]).toEqual([1, 1]);
    const copy = new Database(bytes);
    expect(copy.prepare("SELECT value FROM project WHERE key = 'name'").get()).toEqual({ value: '丙' });
  });

  it('leaves the log while another connection is open, and the last one folds it', () => {
    const first = openProjectFile(file).db as WritableDatabase;
    const second = openProjectFile(file).db;
    writeValue(first, 'name', '丁');
    closeProjectFile(first);
    expect(readValue(second, 'name')).toBe('丁');
    closeProjectFile(second);
    expect(readdirSync(folder)).toEqual(['a.zhupi']);
  });
});

describe('storeError', () => {
  it('tells a full disk, and what was there before is still there', () => {
    const db = openProjectFile(file).db as WritableDatabase;
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 1}`);
    let thrown: unknown;
    try {
      inTransaction(db, () => writeValue(db, 'name', '长'.repeat(50_000)));
    } catch (error) {
      thrown = storeError(error, file);
    }
    expect(thrown).toMatchObject({ code: 'disk-full', details: { file } });
    expect([readValue(db, 'name'), db.inTransaction]).toEqual(['甲', false]);
    closeProjectFile(db);
  });

  it('tells that another program writes', () => {
    const first = openProjectFile(file).db as WritableDatabase;
    const second = openProjectFile(file).db as WritableDatabase;
    second.pragma('busy_timeout = 10');
    first.exec('BEGIN IMMEDIATE');
    let thrown: unknown;
    try {
      inTransaction(second, () => writeValue(second, 'name', '戊'));
    } catch (error) {
      thrown = storeError(error, file);
    }
    expect(thrown).toMatchObject({ code: 'project-busy', details: { file } });
    first.exec('ROLLBACK');
    closeProjectFile(first);
    closeProjectFile(second);
  });

  it.each([
    ['SQLITE_IOERR_WRITE', 'disk-error'],
    ['SQLITE_CANTOPEN', 'disk-error'],
    ['SQLITE_CORRUPT_VTAB', 'project-damaged'],
    ['SQLITE_NOTADB', 'project-not-zhupi'],
    ['ENOSPC', 'disk-full'],
    ['EIO', 'disk-error'],
  ])('turns %s into %s', (code, expected) => {
    expect(storeError(Object.assign(new Error(code), { code }), file)).toMatchObject({ code: expected });
  });

  it('leaves other errors as they are', () => {
    const error = new TypeError('x');
    expect(storeError(error, file)).toBe(error);
  });
});
