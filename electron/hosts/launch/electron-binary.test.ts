import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron } from './electron-binary.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'electron-binary-'));
  mkdirSync(join(root, 'node_modules', 'electron', 'dist'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

describe('findElectron', () => {
  it('finds nothing before the binary was fetched', () => {
    expect(findElectron(root, 'linux', {})).toBeNull();
  });

  it('finds what the package has fetched, under the name that it wrote down', () => {
    writeFileSync(join(root, 'node_modules', 'electron', 'path.txt'), 'named');
    const path = join(root, 'node_modules', 'electron', 'dist', 'named');
    writeFileSync(path, '');
    expect(findElectron(root, 'linux', {})).toBe(path);
  });

  it('takes only the folder that the environment names', () => {
    writeFileSync(join(root, 'node_modules', 'electron', 'dist', 'electron'), '');
    const other = join(root, 'other');
    mkdirSync(other);
    expect(findElectron(root, 'linux', { ELECTRON_OVERRIDE_DIST_PATH: other })).toBeNull();
    writeFileSync(join(other, 'electron'), '');
    expect(findElectron(root, 'linux', { ELECTRON_OVERRIDE_DIST_PATH: other })).toBe(join(other, 'electron'));
  });
});
