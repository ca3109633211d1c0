import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stageFiles } from './staged-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhupi-staged-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(path(name), 'utf8');
const put = (name: string, text: string) => writeFileSync(path(name), text);

function stage(...names: string[]) {
  const staged = stageFiles(folder, false);
  for (const name of names) {
    const file = staged.open(name);
    file.write(`new ${name}`);
    file.end();
  }
  return staged;
}

describe('stageFiles', () => {
  it('replaces files together, takes away what is out of date and leaves nothing else', () => {
    put('a', 'old');
    put('stale', 'old');
    const staged = stage('a', 'b');
    staged.remove('stale');
    expect([read('a'), read('stale')]).toEqual(['old', 'old']);
    staged.commit();
    expect(readdirSync(folder)).toEqual(['a', 'b']);
    expect([read('a'), read('b')]).toEqual(['new a', 'new b']);
  });

  it('puts every file back where a later one cannot be put in its place', () => {
    put('a', 'old a');
    put('c', 'old c');
    put('stale', 'old stale');
    const staged = stage('a', 'b', 'c');
    staged.remove('stale');
    rmSync(path(`.zhupi-${process.pid}-c.passing`));
    expect(() => staged.commit()).toThrow('target-missing');
    staged.discard();
    expect(readdirSync(folder)).toEqual(['a', 'c', 'stale']);
    expect([read('a'), read('c'), read('stale')]).toEqual(['old a', 'old c', 'old stale']);
  });

  it('refuses a folder or a closed file in the place of a file before anything is written', () => {
    mkdirSync(path('a'));
    put('b', 'old');
    chmodSync(path('b'), 0o444);
    const staged = stageFiles(folder, false);
    expect(() => staged.open('a')).toThrow('target-not-writable');
    expect(() => staged.open('b')).toThrow('target-not-writable');
    staged.discard();
    expect(readdirSync(folder)).toEqual(['a', 'b']);
  });

  it('keeps a new folder into which somebody put a file meanwhile', () => {
    const made = path('made');
    const staged = stageFiles(made, true);
    writeFileSync(join(made, 'theirs'), '');
    staged.discard();
    expect(existsSync(join(made, 'theirs'))).toBe(true);
    const other = stageFiles(path('other'), true);
    other.discard();
    expect(existsSync(path('other'))).toBe(false);
  });
});
