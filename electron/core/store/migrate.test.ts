import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Tagset } from '#shared/model/tagset.ts';
import { createProjectFile } from './create.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';
import { closeProjectFile, openProjectFile, version } from './open.ts';

const NEXT: Migration = { version: MIGRATIONS.length + 1, up: 'CREATE TABLE later (x TEXT) STRICT;' };
const FAILING: Migration = {
  version: MIGRATIONS.length + 2,
  up: 'CREATE TABLE half (x TEXT) STRICT; INSERT INTO nowhere VALUES (1);',
};
const BREAKING: Migration = {
  version: MIGRATIONS.length + 1,
  up: "INSERT INTO annotation_set SELECT 1, 99, 99, 'todo', '[]', NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, '';",
};

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhupi-migrate-'));
  file = join(folder, '档案.zhupi');
  const tagset = Tagset.parse({
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
  createProjectFile(file, { id: 'p_1', name: '甲', tagset, createdAt: '', isSample: false });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('migrate', () => {
  it('brings an older file up to date after copying it beside itself', () => {
    const before = readFileSync(file);
    const { db } = openProjectFile(file, [...MIGRATIONS, NEXT]);
    expect(version(db)).toBe(NEXT.version);
    expect(db.prepare('SELECT count(*) AS n FROM later').get()).toEqual({ n: 0 });
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    closeProjectFile(db);
    const copy = `档案.before-v${NEXT.version}.zhupi`;
    expect(readdirSync(folder).toSorted()).toEqual(['档案.zhupi', copy].toSorted());
    const again = openProjectFile(join(folder, copy));
    expect(version(again.db)).toBe(MIGRATIONS.length);
    closeProjectFile(again.db);
    expect(readFileSync(join(folder, copy)).length).toBe(before.length);
  });

  it('keeps the version before a step that fails, with nothing of that step', () => {
    expect(() => openProjectFile(file, [...MIGRATIONS, NEXT, FAILING])).toThrow();
    const { db } = openProjectFile(file, [...MIGRATIONS, NEXT]);
    expect(version(db)).toBe(NEXT.version);
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('later', 'half')").all()).toEqual([
      { name: 'later' },
    ]);
    closeProjectFile(db);
  });

  it('refuses a step that breaks a foreign key', () => {
    expect(() => openProjectFile(file, [...MIGRATIONS, BREAKING])).toThrow('internal');
    const { db } = openProjectFile(file);
    expect(db.prepare('SELECT count(*) AS n FROM annotation_set').get()).toEqual({ n: 0 });
    closeProjectFile(db);
  });

  it('does not put a copy over an older copy', () => {
    expect(() => openProjectFile(file, [...MIGRATIONS, BREAKING])).toThrow();
    expect(() => openProjectFile(file, [...MIGRATIONS, BREAKING])).toThrow();
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('has nothing to do for a file that is up to date', () => {
    closeProjectFile(openProjectFile(file).db);
    expect(readdirSync(folder)).toEqual(['档案.zhupi']);
  });
});

describe('MIGRATIONS', () => {
  const files = readdirSync(join(import.meta.dirname, 'migrations'));

  it('are numbered without a gap, one file each, in the list in that order', () => {
    expect(MIGRATIONS.map((step) => step.version)).toEqual(MIGRATIONS.map((_, i) => i + 1));
    const numbers = files
      .filter((name) => /^\d+-.*(?<!\.test)\.ts$/.test(name))
      .map((name) => Number.parseInt(name, 10));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(MIGRATIONS.map((step) => step.version));
  });

  it('each have a test beside them', () => {
    const without = files.filter(
      (name) => /^\d+-/.test(name) && !name.endsWith('.test.ts') && !files.includes(name.replace(/\.ts$/, '.test.ts')),
    );
    expect(without).toEqual([]);
  });
});
