import { describe, expect, it } from 'vitest';
import type { CallAnswer } from '#shared/api/call.ts';
import { ZhupiError } from '#shared/api/errors.ts';
import { callCore, openFirst, openProject } from './core-calls.ts';

function coreThat(answers: Readonly<Record<string, CallAnswer>>) {
  const asked: string[] = [];
  return {
    asked,
    call: async (name: string, input: unknown): Promise<CallAnswer> => {
      asked.push(`${name} ${JSON.stringify(input)}`);
      return answers[name] ?? { ok: false, error: { code: 'not-found', details: {} } };
    },
  };
}

const OLD = { id: 'r1', name: '旧报', path: '/p/旧报.zhupi', openedAt: '2026-01-01T00:00:00.000Z', isMissing: true };
const NEW = { ...OLD, id: 'r2', path: '/p/新报.zhupi', isMissing: false };
const PROJECT = {
  id: 'p_1',
  name: '新报',
  path: '/p/新报.zhupi',
  isSample: false,
  isReadOnly: false,
  schemaVersion: 1,
  annotator: 'a',
  documents: 0,
  byStatus: { todo: 0, in_progress: 0, done: 0, flagged: 0 },
};

describe('callCore', () => {
  it('gives values, and throws refusals', async () => {
    const core = coreThat({ 'project.current': { ok: true, value: null } });
    expect(await callCore(core, 'project.current', {})).toBeNull();
    await expect(callCore(core, 'project.close', {})).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('openFirst', () => {
  it('opens the sample on a first start', async () => {
    const core = coreThat({
      'project.recent': { ok: true, value: [] },
      'project.openSample': { ok: true, value: PROJECT },
    });
    expect(await openFirst(core)).toBeNull();
    expect(core.asked).toEqual(['project.recent {}', 'project.openSample {}']);
  });

  it('opens the last project that is still there', async () => {
    const core = coreThat({
      'project.recent': { ok: true, value: [OLD, NEW] },
      'project.openRecent': { ok: true, value: PROJECT },
    });
    expect(await openFirst(core)).toBeNull();
    expect(core.asked.at(-1)).toBe('project.openRecent {"id":"r2"}');
  });

  it('opens nothing where all have gone: the person may look for them', async () => {
    const core = coreThat({ 'project.recent': { ok: true, value: [OLD] } });
    expect(await openFirst(core)).toBeNull();
    expect(core.asked).toEqual(['project.recent {}']);
  });

  it('names the project that could not be opened', async () => {
    const core = coreThat({
      'project.recent': { ok: true, value: [NEW] },
      'project.openRecent': { ok: false, error: { code: 'project-newer', details: {} } },
    });
    expect(await openFirst(core)).toMatchObject({ path: '/p/新报.zhupi', error: { code: 'project-newer' } });
  });
});

describe('openProject', () => {
  it('gives refusals back and hides nothing else', async () => {
    expect(await openProject({ openProject: async () => undefined }, '/a')).toBeNull();
    const refuse = (error: Error) => openProject({ openProject: () => Promise.reject(error) }, '/a');
    expect(await refuse(new ZhupiError('project-damaged'))).toMatchObject({
      path: '/a',
      error: { code: 'project-damaged' },
    });
    const cause = new Error('x');
    expect(await refuse(cause)).toMatchObject({ path: '/a', error: { code: 'internal', cause } });
  });
});
