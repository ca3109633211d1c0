import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentId } from '#shared/model/ids.ts';
import type { Tagset } from '#shared/model/tagset.ts';
import { addDocuments, addFrame, addSpan, edit } from '../testing/builders.ts';
import { makeTestCore, type TestCore } from '../testing/make-test-core.ts';

let test: TestCore;
let tagset: Tagset;
beforeEach(async () => {
  test = await makeTestCore();
  tagset = (await test.call('tagset.get', {})).tagset;
});
afterEach(() => test.end());

const mark = async (...edits: readonly unknown[]) => {
  const [id] = (await addDocuments(test, [{ text: '云溪县县长林见山' }])) as [DocumentId];
  await test.call('edit.apply', { document: id, base: 0, edit: edit({ kind: 'batch', edits }) });
};

describe('tagset.set', () => {
  it('stores a new version that edits are checked against at once', async () => {
    const entities = [...tagset.entities, { ...tagset.entities[0], label: 'ANIMAL', key: null }] as Tagset['entities'];
    const before = await test.call('tagset.get', {});
    const after = await test.call('tagset.set', { tagset: { ...tagset, entities } });
    expect(after.hash).not.toBe(before.hash);
    expect(await test.call('tagset.get', {})).toEqual(after);
    await mark(addSpan('T1', 'ANIMAL', 0, 1));
    expect(test.events.map((event) => event.kind)).toContain('tagset.changed');
  });

  it.each([
    [
      'an entity label',
      [addSpan('T1', 'LOC', 0, 3), addSpan('T2', 'LOC', 0, 1)],
      'entities',
      { layer: 'entity', label: 'LOC', count: 2 },
    ],
    ['an event label', [addFrame('E1', 'Signing', 0, 1)], 'events', { layer: 'event', label: 'Signing', count: 1 }],
    [
      'a document label',
      [{ kind: 'set.change', set: { labels: ['economy'] } }],
      'documentLabels',
      { layer: 'document', label: 'economy', count: 1 },
    ],
  ] as const)('refuses to lose %s that is in use', async (_what, edits, layer, details) => {
    await mark(...edits);
    const without = JSON.parse(
      JSON.stringify(
        { ...tagset, [layer]: tagset[layer].filter((entry) => entry.label !== details.label) },
        (key, value) => (key === 'fillers' || key === 'from' || key === 'to' ? ['*'] : value),
      ),
    );
    expect(await test.refused('tagset.set', { tagset: without })).toEqual({ code: 'tagset-in-use', details });
    expect((await test.call('tagset.get', {})).tagset).toEqual(tagset);
  });

  it('refuses a tagset that breaks a rule', async () => {
    const entities = tagset.entities.map((entry) => ({ ...entry, key: 'p' }));
    expect(await test.refused('tagset.set', { tagset: { ...tagset, entities } })).toMatchObject({
      code: 'tagset-invalid',
      details: { file: 'tagset.json', path: 'entities[1].key', rule: 'key-twice', message: 'p' },
    });
  });
});

describe('tagset.read and tagset.write', () => {
  it('give back the same tagset', async () => {
    const { bytes } = await test.call('tagset.write', { target: test.token('tagset.json') });
    expect(bytes).toBe(readFileSync(test.path('tagset.json')).length);
    expect(await test.call('tagset.read', { file: test.token('tagset.json') })).toEqual({ tagset, findings: [] });
  });

  it('name what is wrong with a file', async () => {
    const read = (name: string) => test.refused('tagset.read', { file: test.token(name) });
    writeFileSync(test.path('empty.json'), '');
    writeFileSync(test.path('gbk.json'), Buffer.from([0x7b, 0xd4, 0xc6]));
    expect(await read('empty.json')).toEqual({ code: 'file-empty', details: { file: 'empty.json' } });
    expect((await read('gbk.json')).code).toBe('file-format');
    expect((await read('none.json')).code).toBe('file-missing');
    expect((await read('state')).code).toBe('file-unreadable');
    const lost = await test.refused('tagset.write', { target: test.token('none/tagset.json') });
    expect(lost).toEqual({ code: 'target-missing', details: { folder: test.path('none') } });
  });
});
