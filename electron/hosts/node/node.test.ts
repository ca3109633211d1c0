import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeUlids } from '#core/jobs/ulid.ts';
import { defaultFolders, makeTemporaryFolder } from './folders.ts';
import { makeGrants } from './grants.ts';
import { makeFileLog } from './log.ts';
import { makeNodePorts } from './ports.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhupi-test-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('makeUlids', () => {
  it('gives ids of 26 characters that grow, also within a millisecond and when the clock goes back', () => {
    let now = 1_700_000_000_000;
    const ids = makeUlids(() => now);
    const made = [ids.next('d'), ids.next('d')];
    now -= 5000;
    made.push(ids.next('d'));
    now += 10_000;
    made.push(ids.next('d'));
    expect(made.every((id) => /^d_[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true);
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(4);
    expect(made[0]?.slice(2, 12)).toBe('01HF7YAT00');
  });

  it('carries over where the last random character is the highest', () => {
    const ids = makeUlids(
      () => 0,
      (size) => new Uint8Array(size).fill(31, 1),
    );
    expect([ids.next('s'), ids.next('s')]).toEqual(['s_00000000000ZZZZZZZZZZZZZZZ', 's_00000000001000000000000000']);
  });
});

describe('makeGrants', () => {
  it('gives the same token for the same path and knows no other', () => {
    const grants = makeGrants();
    const { token, name, size } = grants.grant(join(folder, 'a.txt'));
    expect(grants.grant(join(folder, '.', 'a.txt')).token).toBe(token);
    expect([name, size, grants.path(token)]).toEqual(['a.txt', null, join(folder, 'a.txt')]);
    expect(() => grants.path('g_other')).toThrow('grant-unknown');
  });

  it('keeps a separator at the end, which names a folder', () => {
    const grants = makeGrants();
    expect(grants.path(grants.grant(`${folder}/out.v1/`).token)).toBe(join(folder, 'out.v1') + sep);
  });
});

describe('defaultFolders', () => {
  it('follows the environment variables for tests', () => {
    vi.stubEnv('ZHUPI_STATE_DIR', join(folder, 's'));
    vi.stubEnv('ZHUPI_PROJECTS_DIR', join(folder, 'p'));
    expect(defaultFolders()).toMatchObject({ state: join(folder, 's'), projects: join(folder, 'p') });
    expect(existsSync(join(defaultFolders().resources, 'tagsets', 'news-zh.json'))).toBe(true);
  });
});

describe('makeTemporaryFolder', () => {
  it('removes what an ended process left behind, and nothing else', () => {
    const dead = join(folder, 'zhupi-4194304-abcdef');
    const alive = join(folder, `zhupi-${process.pid}-abcdef`);
    const other = join(folder, 'zhupi-notes');
    for (const path of [dead, alive, other]) mkdirSync(path);
    const made = makeTemporaryFolder(folder);
    expect([dead, alive, other, made].map((path) => existsSync(path))).toEqual([false, true, true, true]);
  });
});

describe('makeNodePorts', () => {
  it('makes the folders for settings and projects, but not for scripts', () => {
    const paths = { state: join(folder, 'state'), projects: join(folder, 'projects') };
    const scripts = makeNodePorts({ ...paths, jobs: { kind: 'inline' }, keepsState: false });
    expect([existsSync(paths.state), existsSync(paths.projects)]).toEqual([false, false]);
    expect(scripts.folders.state).toBe(scripts.folders.temporary);
    expect(makeNodePorts({ ...paths, jobs: { kind: 'inline' } }).folders).toMatchObject(paths);
    expect([existsSync(paths.state), existsSync(paths.projects)]).toEqual([true, true]);
  });
});

describe('makeFileLog', () => {
  it('never throws', () => {
    const log = makeFileLog(join(folder, 'none', 'zhupi.log'), { now: () => '' });
    expect(() => log.error('lost')).not.toThrow();
  });
});
