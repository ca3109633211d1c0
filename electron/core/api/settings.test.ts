import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#shared/model/settings.ts';
import { makeTestCore, type TestCore } from '../testing/make-test-core.ts';

let test: TestCore;
let file: string;
beforeEach(async () => {
  test = await makeTestCore({ project: null });
  file = join(test.ports.folders.state, 'settings.json');
});
afterEach(() => test.end());

describe('settings.set', () => {
  it('changes what is named, tells it, and keeps it on disk', async () => {
    expect(await test.call('settings.get', {})).toEqual(DEFAULT_SETTINGS);
    const changed = await test.call('settings.set', { change: { theme: 'dark', keys: { 'edit.undo': ['u'] } } });
    expect(changed).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', keys: { 'edit.undo': ['u'] } });
    await test.call('settings.set', { change: { readingSize: 22 } });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ theme: 'dark', readingSize: 22 });
    expect(test.events).toEqual([{ kind: 'settings.changed' }, { kind: 'settings.changed' }]);
    expect(existsSync(`${file}.new`)).toBe(false);
  });

  it.each([{ theme: 'pink' }, { readingSize: 99 }, { colour: 'red' }])(
    'refuses %o and keeps what was there',
    async (change) => {
      const [key = ''] = Object.keys(change);
      expect(await test.refused('settings.set', { change })).toMatchObject({
        code: 'bad-input',
        details: { path: key },
      });
      expect(await test.call('settings.get', {})).toEqual(DEFAULT_SETTINGS);
    },
  );
});

describe('settings.get', () => {
  it('falls back to the first settings where the file is broken, and keeps the file aside', async () => {
    writeFileSync(file, '{"theme": "pink"}');
    expect(await test.call('settings.get', {})).toEqual(DEFAULT_SETTINGS);
    expect(readFileSync(`${file}.broken`, 'utf8')).toBe('{"theme": "pink"}');
    expect(test.logged).toHaveLength(1);
  });
});
