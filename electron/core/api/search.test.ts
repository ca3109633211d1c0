import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentId } from '#shared/model/ids.ts';
import { addDocuments, addSpan, edit } from '../testing/builders.ts';
import { makeTestCore, type TestCore } from '../testing/make-test-core.ts';

let test: TestCore;
let ids: readonly DocumentId[];
beforeEach(async () => {
  test = await makeTestCore();
  ids = await addDocuments(test, [
    { title: '防汛', text: '𠮷县防汛，柳湾镇防汛。' },
    { title: '其他', text: '没有。' },
    { title: '𠮷防汛', text: `${'长'.repeat(30)}防汛${'短'.repeat(30)}` },
  ]);
});
afterEach(() => test.end());

describe('search.run', () => {
  it('finds every occurrence in titles and texts, in order, with offsets in code points', async () => {
    const { total, documents, hits } = await test.call('search.run', { query: '防汛' });
    expect([total, documents]).toEqual([5, 2]);
    expect(hits.map((hit) => [hit.document, hit.in, hit.start, hit.end])).toEqual([
      [ids[0], 'title', 0, 2],
      [ids[0], 'text', 2, 4],
      [ids[0], 'text', 8, 10],
      [ids[2], 'title', 1, 3],
      [ids[2], 'text', 30, 32],
    ]);
    expect(hits[1]).toMatchObject({ title: '防汛', left: '𠮷县', match: '防汛', right: '，柳湾镇防汛。' });
    expect(hits[4]).toMatchObject({ left: '长'.repeat(20), right: '短'.repeat(20) });
  });

  it('pages through hits, and gives all for limit 0', async () => {
    const page = await test.call('search.run', { query: '防汛', offset: 2, limit: 2 });
    expect(page.total).toBe(5);
    expect(page.hits.map((hit) => [hit.in, hit.start])).toEqual([
      ['text', 8],
      ['title', 1],
    ]);
    expect((await test.call('search.run', { query: '防汛', limit: 0, offset: 1 })).hits).toHaveLength(4);
  });

  it('takes the query as it is written, and does not count occurrences that overlap', async () => {
    expect((await test.call('search.run', { query: '%' })).total).toBe(0);
    expect((await test.call('search.run', { query: '长长' })).total).toBe(15);
    expect((await test.call('search.run', { query: '𠮷' })).total).toBe(2);
  });

  it('keeps to marks with a label', async () => {
    const document = ids[0] ?? '';
    await test.call('edit.apply', { document, base: 0, edit: edit(addSpan('T1', 'LOC', 6, 12)) });
    const { total, documents, hits } = await test.call('search.run', { query: '防汛', label: 'LOC' });
    expect([total, documents, hits.map((hit) => hit.start)]).toEqual([1, 1, [8]]);
    expect((await test.call('search.run', { query: '防汛', label: 'PER' })).total).toBe(0);
  });
});
