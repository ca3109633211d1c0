import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '#core/ports.ts';
import { makeWindowMemory } from './window-memory.ts';

describe('makeWindowMemory', () => {
  let folder = '';
  const errors: string[] = [];
  const log: Log = { info: () => undefined, error: (message) => errors.push(message) };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'window-memory-'));
    errors.length = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives back what was written', () => {
    const state = { bounds: { x: 1, y: 2, width: 1000, height: 700 }, isMaximised: true };
    makeWindowMemory(folder, log).write(state);
    expect(makeWindowMemory(folder, log).read()).toEqual(state);
  });

  it('starts afresh without a file, with a damaged one and with one of another shape', () => {
    const memory = makeWindowMemory(folder, log);
    const first = { bounds: null, isMaximised: false };
    expect(memory.read()).toEqual(first);
    for (const text of ['{"bounds":', '{"bounds":{"x":"left"},"isMaximised":false}']) {
      writeFileSync(join(folder, 'window.json'), text);
      expect(memory.read(), text).toEqual(first);
    }
  });

  it('only notes in the log that a folder cannot be written', () => {
    makeWindowMemory(join(folder, 'gone'), log).write({ bounds: null, isMaximised: false });
    expect(errors).toEqual(['window place not written']);
    expect(() => readFileSync(join(folder, 'gone', 'window.json'))).toThrow();
  });
});
