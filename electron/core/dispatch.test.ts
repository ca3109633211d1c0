import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '#shared/api/contract.ts';
import { HANDLERS } from './create-core.ts';
import { isCoreMethod } from './dispatch.ts';
import { makeTestCore, type TestCore } from './testing/make-test-core.ts';

let test: TestCore;
beforeEach(async () => {
  test = await makeTestCore({ project: null });
});
afterEach(() => test.end());

describe('dispatch', () => {
  it('has a handler for every method that the core answers, and for no other', () => {
    expect(Object.keys(HANDLERS).toSorted()).toEqual(Object.keys(contract).filter(isCoreMethod).toSorted());
  });

  it.each(['nothing.here', 'host.quit', 'constructor', '__proto__'])('does not know %s', async (name) => {
    expect(await test.core.call(name, {})).toEqual({
      ok: false,
      error: { code: 'not-found', details: { what: name } },
    });
  });

  it('names what is wrong with an input', async () => {
    expect(await test.core.call('document.list', { limit: 0 })).toMatchObject({
      ok: false,
      error: { code: 'bad-input', details: { path: 'limit' } },
    });
    expect(await test.core.call('project.open', 7)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(await test.core.call('settings.get', undefined)).toMatchObject({ ok: true });
  });
});

describe('Core', () => {
  it('tells listeners until they stop listening, and goes on when one of them fails', async () => {
    const heard: string[] = [];
    const stop = test.core.subscribe((event) => heard.push(event.kind));
    test.core.subscribe(() => {
      throw new Error('deaf');
    });
    test.core.emit({ kind: 'command', command: 'x' });
    stop();
    test.core.emit({ kind: 'command', command: 'x' });
    expect([heard, test.events.length, test.logged.length]).toEqual([['command'], 2, 2]);
  });

  it('opens projects by path for hosts', async () => {
    await test.call('project.create', { file: test.token('a.zhupi'), name: 'a' });
    await test.core.close();
    await test.core.openProject(test.path('a.zhupi'));
    expect((await test.call('project.current', {}))?.name).toBe('a');
    await expect(test.core.openProject(test.path('b.zhupi'))).rejects.toMatchObject({ code: 'project-missing' });
  });
});
