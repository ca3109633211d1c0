import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestCore, type TestCore } from '../testing/make-test-core.ts';

let test: TestCore;
beforeEach(async () => {
  test = await makeTestCore({ project: null });
});
afterEach(() => test.end());

describe('project.openSample', () => {
  it('makes the sample once: every article from its page, with its marks', async () => {
    const info = await test.call('project.openSample', {});
    expect(info).toMatchObject({
      name: '样例 Sample',
      isSample: true,
      isReadOnly: false,
      annotator: 'annotator',
      documents: 12,
      byStatus: { todo: 2, in_progress: 0, done: 9, flagged: 1 },
    });
    expect(readdirSync(test.ports.folders.projects).filter((name) => !/-(wal|shm)$/.test(name))).toEqual([
      '样例 Sample.zhupi',
    ]);
    const { rows } = await test.call('document.list', {});
    expect(rows.filter((row) => row.spans > 0)).toHaveLength(10);
    for (const { id, file } of rows) {
      const source = await test.call('document.source', { document: id });
      const { snapshot } = await test.call('document.open', { document: id });
      expect([source.file, source.map.length > 0]).toEqual([file, true]);
      for (const [start, end, from, to] of source.map)
        expect(source.text.slice(from, to)).toBe(snapshot.text.slice(start, end));
    }
    const { problems, isSound } = await test.call('project.validate', {});
    expect([isSound, problems.filter(({ severity }) => severity === 'error')]).toEqual([true, []]);
    expect((await test.call('authority.list', {})).length).toBe(35);
  });

  it('opens the same file again with the work done in it, also when asked twice at once', async () => {
    const [first, second] = await Promise.all([
      test.call('project.openSample', {}),
      test.call('project.openSample', {}),
    ]);
    expect(second.id).toBe(first.id);
    const { rows } = await test.call('document.list', {});
    const id = rows[0]?.id ?? '';
    const { revision } = await test.call('document.open', { document: id });
    await test.call('edit.apply', {
      document: id,
      base: revision,
      edit: { kind: 'set.change', set: { note: '看过' } },
    });
    await test.call('project.close', {});
    expect((await test.call('project.openSample', {})).id).toBe(first.id);
    expect((await test.call('document.open', { document: id })).snapshot.note).toBe('看过');
  });
});
