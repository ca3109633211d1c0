import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBuilt } from './build.ts';

let root: string;

/** Seconds since 1970, far in the past so that the clock plays no part. */
function write(path: string, seconds: number): void {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, '');
  utimesSync(full, seconds, seconds);
}

function settleFolders(seconds: number): void {
  for (const path of ['shared/text', 'shared', 'electron', 'renderer']) {
    mkdirSync(join(root, path), { recursive: true });
    utimesSync(join(root, path), seconds, seconds);
  }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-'));
  write('shared/text/a.ts', 100);
  write('package.json', 100);
  for (const name of ['main', 'cli', 'browser', 'worker']) write(`out/main/${name}.js`, 200);
  write('out/renderer/index.html', 200);
  settleFolders(100);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('isBuilt', () => {
  it('is true where every product is newer than every source', () => {
    expect(isBuilt(root)).toBe(true);
  });

  it('is false after a change of a source', () => {
    write('shared/text/a.ts', 201);
    expect(isBuilt(root)).toBe(false);
  });

  it('is false where only a part was built anew', () => {
    write('shared/text/a.ts', 201);
    write('out/main/main.js', 300);
    settleFolders(100);
    expect(isBuilt(root)).toBe(false);
  });

  it('is false where a product is missing', () => {
    rmSync(join(root, 'out/renderer/index.html'));
    expect(isBuilt(root)).toBe(false);
  });

  it('is false where a source was taken away', () => {
    utimesSync(join(root, 'shared', 'text'), 201, 201);
    expect(isBuilt(root)).toBe(false);
  });

  it('does not mind a change of a test', () => {
    write('shared/text/a.test.ts', 201);
    settleFolders(100);
    expect(isBuilt(root)).toBe(true);
  });
});
