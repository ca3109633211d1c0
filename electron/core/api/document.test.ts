import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentId } from '#shared/model/ids.ts';
import { SourceId } from '#shared/model/ids.ts';
import { putSource } from '../store/sources.ts';
import { addDocuments, addSpan, edit, withDatabase } from '../testing/builders.ts';
import { makeTestCore, type TestCore } from '../testing/make-test-core.ts';

let test: TestCore;
let ids: readonly DocumentId[];
beforeEach(async () => {
  test = await makeTestCore();
  ids = await addDocuments(test, [
    { title: '丙 Beta', text: '一二三', meta: { date: '2024-03-01', publication: '云溪报' } },
    { title: '甲 alpha', text: '一', meta: { date: '2024-01-01' } },
    { title: '乙', text: '一二三四五六', meta: { byline: ['林见山'] } },
  ]);
  await test.call('edit.apply', {
    document: ids[1] ?? '',
    base: 0,
    edit: edit({
      kind: 'batch',
      edits: [addSpan('T1', 'LOC', 0, 1), { kind: 'set.change', set: { status: 'done', labels: ['economy'] } }],
    }),
  });
});
afterEach(() => test.end());

describe('document.list', () => {
  const titles = async (request: Parameters<typeof test.call<'document.list'>>[1]) =>
    (await test.call('document.list', request)).rows.map((row) => row.title);

  it('gives everything of a row', async () => {
    const { rows, total } = await test.call('document.list', {});
    expect(total).toBe(3);
    expect(rows[1]).toEqual({
      id: ids[1],
      title: '甲 alpha',
      characters: 1,
      status: 'done',
      date: '2024-01-01',
      publication: null,
      file: null,
      labels: ['economy'],
      spans: 1,
      events: 0,
      directives: 0,
      relations: 0,
    });
  });

  it('filters by title and status, sorts both ways, and pages with the whole number known', async () => {
    expect(await titles({ filter: 'ALPHA' })).toEqual(['甲 alpha']);
    expect(await titles({ filter: '100%_' })).toEqual([]);
    expect(await titles({ status: ['todo'] })).toEqual(['丙 Beta', '乙']);
    expect(await titles({ sort: 'date' })).toEqual(['乙', '甲 alpha', '丙 Beta']);
    expect(await titles({ sort: 'characters', isDescending: true })).toEqual(['乙', '丙 Beta', '甲 alpha']);
    expect(await titles({ sort: 'marks', isDescending: true })).toEqual(['甲 alpha', '丙 Beta', '乙']);
    expect(await titles({ sort: 'status', isDescending: true })).toEqual(['甲 alpha', '丙 Beta', '乙']);
    expect(await titles({ sort: 'order', isDescending: true })).toEqual(['乙', '甲 alpha', '丙 Beta']);
    const page = await test.call('document.list', { offset: 1, limit: 1 });
    expect([page.total, page.rows.map((row) => row.title)]).toEqual([3, ['甲 alpha']]);
    expect((await test.call('document.list', { status: ['todo'], limit: 1 })).total).toBe(2);
  });

  it('counts for the annotator asked for, and refuses one who is not there', async () => {
    await test.call('project.setAnnotator', { name: '乙' });
    expect((await test.call('document.list', {})).rows[1]?.spans).toBe(0);
    expect((await test.call('document.list', { annotator: 'annotator' })).rows[1]?.spans).toBe(1);
    expect(await test.refused('document.list', { annotator: '谁' })).toEqual({
      code: 'annotator-missing',
      details: { name: '谁' },
    });
  });
});

describe('document.open', () => {
  it('gives an untouched document an empty state without storing anything', async () => {
    const opened = await test.call('document.open', { document: ids[2] ?? '' });
    expect(opened).toEqual({
      document: {
        id: ids[2],
        title: '乙',
        text: '一二三四五六',
        meta: { byline: ['林见山'] },
        source: null,
        sourceId: null,
      },
      annotator: 'annotator',
      snapshot: {
        text: '一二三四五六',
        title: '乙',
        meta: { byline: ['林见山'] },
        status: 'todo',
        labels: [],
        note: null,
        spans: [],
        frames: [],
        relations: [],
      },
      revision: 0,
      lastNumbers: { T: 0, E: 0, D: 0, R: 0 },
      canUndo: false,
      canRedo: false,
      position: 3,
      total: 3,
      previous: ids[1],
      next: null,
    });
    const sets = await withDatabase(test, (db) => db.prepare('SELECT count(*) AS n FROM annotation_set').get());
    expect(sets).toEqual({ n: 1 });
  });

  it('walks past what is in the trash', async () => {
    expect(await test.call('document.trash', { documents: [ids[1] ?? ''] })).toEqual({ changed: 1 });
    expect(await test.call('document.open', { document: ids[0] ?? '' })).toMatchObject({
      position: 1,
      total: 2,
      previous: null,
      next: ids[2],
    });
    expect(await test.call('document.open', { document: ids[2] ?? '' })).toMatchObject({
      position: 2,
      total: 2,
      previous: ids[0],
      next: null,
    });
  });

  it('refuses what is not there', async () => {
    expect(await test.refused('document.open', { document: 'd_none' })).toEqual({
      code: 'document-missing',
      details: { id: 'd_none' },
    });
    expect((await test.refused('document.open', { document: '7' })).code).toBe('bad-input');
  });
});

describe('document.trash and document.restore', () => {
  it('take documents out of list, numbers and search, and bring them back with their marks', async () => {
    const documents = [ids[1] ?? ''];
    await test.call('document.trash', { documents });
    expect(await test.call('document.trash', { documents })).toEqual({ changed: 0 });
    expect((await test.call('document.list', {})).total).toBe(2);
    expect((await test.call('project.stats', {})).entities).toEqual({});
    expect((await test.call('search.run', { query: 'alpha' })).total).toBe(0);
    expect((await test.call('document.trashed', {})).map(({ id, title }) => [id, title])).toEqual([
      [ids[1], '甲 alpha'],
    ]);
    expect(await test.call('document.restore', { documents })).toEqual({ changed: 1 });
    expect((await test.call('document.list', {})).rows[1]).toMatchObject({ title: '甲 alpha', spans: 1 });
    expect(await test.call('document.trashed', {})).toEqual([]);
  });

  it('change nothing where one of them is not there', async () => {
    expect((await test.refused('document.trash', { documents: [ids[0] ?? '', 'd_none'] })).code).toBe(
      'document-missing',
    );
    expect((await test.call('document.list', {})).total).toBe(3);
  });
});

describe('document.source', () => {
  const sha256 = 'ab'.repeat(32);

  it('gives the decoded text with the map from the document to it', async () => {
    const bytes = Uint8Array.from([0xd4, 0xc6, 0xcf, 0xaa, 0x0a, 0xcf, 0xd8]);
    await withDatabase(test, (db) =>
      putSource(db, { id: SourceId.parse('s_1'), file: 'page.txt', sha256, encoding: 'gb18030', bytes, addedAt: '' }),
    );
    const map = [
      [0, 2, 0, 2],
      [2, 3, 3, 4],
    ] as const;
    const [id] = (await addDocuments(test, [{ text: '云溪县', sourceId: 's_1', sourceIndex: 4, map }])) as [DocumentId];
    expect(await test.call('document.source', { document: id })).toEqual({
      file: 'page.txt',
      encoding: 'gb18030',
      text: '云溪\n县',
      map,
    });
    const { document } = await test.call('document.open', { document: id });
    expect(document.source).toEqual({ file: 'page.txt', sha256, encoding: 'gb18030', index: 4 });
  });

  it('says so where the bytes are not known', async () => {
    await withDatabase(test, (db) =>
      putSource(db, {
        id: SourceId.parse('s_1'),
        file: 'page.txt',
        sha256,
        encoding: 'utf-8',
        bytes: null,
        addedAt: '',
      }),
    );
    const [id] = (await addDocuments(test, [{ text: '云溪县', sourceId: 's_1' }])) as [DocumentId];
    expect(await test.refused('document.source', { document: id })).toEqual({
      code: 'not-found',
      details: { what: 'page.txt' },
    });
    expect((await test.refused('document.source', { document: ids[0] ?? '' })).code).toBe('not-found');
  });
});
