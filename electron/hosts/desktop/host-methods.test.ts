import { join } from 'node:path';
import type { OpenDialogOptions, SaveDialogOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { makeGrants } from '#hosts/node/grants.ts';
import { type HostMachine, isHostMethod, makeHostMethods } from './host-methods.ts';

function setUp(answers: { readonly files?: readonly string[]; readonly target?: string | null } = {}) {
  const seen: (OpenDialogOptions | SaveDialogOptions | string)[] = [];
  const grants = makeGrants();
  const machine: HostMachine = {
    version: '1.2.3',
    platform: 'linux',
    systemLanguage: 'zh-CN',
    grants,
    folder: '/docs',
    language: () => 'en',
    async chooseFiles(options) {
      seen.push(options);
      return answers.files ?? [];
    },
    async chooseTarget(options) {
      seen.push(options);
      return answers.target ?? null;
    },
    showInFolder: (path) => seen.push(`show ${path}`),
    quit: () => seen.push('quit'),
  };
  return { methods: makeHostMethods(machine), grants, seen };
}

describe('isHostMethod', () => {
  it('parts the methods of the host from those of the core', () => {
    expect(isHostMethod('host.info')).toBe(true);
    expect(isHostMethod('project.open')).toBe(false);
    expect(isHostMethod('constructor')).toBe(false);
  });
});

describe('makeHostMethods', () => {
  it('tells what the desktop is', async () => {
    expect(await setUp().methods.call('host.info', {})).toEqual({
      ok: true,
      value: {
        version: '1.2.3',
        host: 'desktop',
        platform: 'linux',
        systemLanguage: 'zh-CN',
        hasDialogs: true,
        isMac: false,
      },
    });
  });

  it('gives grants, never paths, for chosen files, and starts the next dialog beside them', async () => {
    const { methods, grants, seen } = setUp({ files: ['/papers/a.txt', '/papers/b.txt'] });
    const answer = await methods.call('host.pickFiles', { purpose: 'import', isMultiple: true });
    const value = answer.ok ? (answer.value as readonly { readonly token: string; readonly name: string }[]) : [];
    expect(value.map((grant) => grant.name)).toEqual(['a.txt', 'b.txt']);
    expect(JSON.stringify(answer)).not.toContain('/papers');
    expect(grants.path(value[1]?.token ?? '')).toBe(join('/papers/b.txt'));
    await methods.call('host.pickFiles', { purpose: 'import', isMultiple: true });
    expect(seen.map((options) => typeof options === 'object' && options.defaultPath)).toEqual(['/docs', '/papers']);
  });

  it('answers null where no target was chosen', async () => {
    const { methods } = setUp({ target: null });
    expect(await methods.call('host.pickTarget', { purpose: 'export', suggestedName: 'a.jsonl' })).toEqual({
      ok: true,
      value: null,
    });
  });

  it('adds the ending that a project must have', async () => {
    const { methods } = setUp({ target: '/docs/旧报' });
    const answer = await methods.call('host.pickTarget', { purpose: 'project', suggestedName: 'x' });
    expect(answer.ok && (answer.value as { readonly name: string }).name).toBe('旧报.zhupi');
  });

  it('shows where something was written', async () => {
    const { methods, grants, seen } = setUp();
    const target = grants.grant('/out/corpus.jsonl').token;
    expect(await methods.call('host.deliver', { target })).toEqual({
      ok: true,
      value: { url: null, path: '/out/corpus.jsonl' },
    });
    expect(seen).toEqual(['show /out/corpus.jsonl']);
  });

  it('refuses unknown tokens and malformed input as values', async () => {
    const { methods, seen } = setUp();
    const unknown = await methods.call('host.deliver', { target: 'g_made-up' });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'grant-unknown' } });
    const malformed = await methods.call('host.pickFiles', { purpose: 'everything', isMultiple: true });
    expect(malformed).toMatchObject({ ok: false, error: { code: 'bad-input', details: { path: 'purpose' } } });
    expect(seen).toEqual([]);
  });

  it('ends the app', async () => {
    const { methods, seen } = setUp();
    expect(await methods.call('host.quit', {})).toEqual({ ok: true, value: {} });
    expect(seen).toEqual(['quit']);
  });
});
