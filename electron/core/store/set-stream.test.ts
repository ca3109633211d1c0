import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Frame } from '#shared/model/frame.ts';
import { Relation } from '#shared/model/relation.ts';
import { Span } from '#shared/model/span.ts';
import { addDocuments, withDatabase } from '../testing/builders.ts';
import { makeTestCore, type TestCore } from '../testing/make-test-core.ts';
import { ensureAnnotator } from './annotators.ts';
import { findDocumentNum } from './documents.ts';
import { PAIRS_SQL, type PairFilter, streamPairs } from './set-stream.ts';
import { findSet, insertSet } from './sets.ts';

const SPAN = Span.parse({
  id: 'T2',
  label: 'LOC',
  fragments: [
    [0, 1],
    [2, 3],
  ],
  attributes: { mention: 'name' },
  entity: 'a_1',
  note: '注',
});
const FRAME = Frame.parse({
  id: 'E3',
  label: 'Other',
  fragments: [[0, 1]],
  arguments: [
    { role: 'place', target: 'T2' },
    { role: 'place', target: 'T10' },
  ],
});
const RELATION = Relation.parse({ id: 'R1', label: 'same_as', from: 'T2', to: 'T10', provenance: 'imported' });

let test: TestCore;
beforeEach(async () => {
  test = await makeTestCore();
  const ids = await addDocuments(test, [
    { id: 'd_c', text: '云溪县' },
    { id: 'd_a', text: '柳湾镇' },
    { id: 'd_b', text: '无' },
    { id: 'd_t', text: '弃' },
  ]);
  await test.call('document.trash', { documents: ['d_t'] });
  await withDatabase(test, (db) => {
    const put = (document: number, annotator: string, status: 'done' | 'flagged', marks: object = {}) =>
      insertSet(db, {
        documentNum: findDocumentNum(db, ids[document] ?? ids[0] ?? ('' as never)) ?? 0,
        annotatorId: ensureAnnotator(db, annotator).id,
        status,
        labels: ['economy'],
        note: null,
        spans: [],
        frames: [],
        relations: [],
        updatedAt: '',
        ...marks,
      });
    put(0, 'gold', 'done', { spans: [{ ...SPAN, id: 'T10' }, SPAN], frames: [FRAME], relations: [RELATION] });
    put(0, 'annotator', 'flagged');
    put(1, 'annotator', 'done');
    put(3, 'gold', 'done');
  });
});
afterEach(() => test.end());

const stream = (filter: Partial<PairFilter>) =>
  withDatabase(test, (db) => [
    ...streamPairs(db, { status: [], documents: [], annotator: { kind: 'all', fallback: 'annotator' }, ...filter }),
  ]);
const names = async (filter: Partial<PairFilter>) =>
  (await stream(filter)).map(({ document, annotator, status }) => `${document.id} ${annotator} ${status}`);

describe('streamPairs', () => {
  it('gives every document once for one annotator, in document order', async () => {
    const annotator = { kind: 'one', name: 'gold' } as const;
    expect(await names({ annotator })).toEqual(['d_c gold done', 'd_a gold todo', 'd_b gold todo']);
    expect(await names({ annotator: { kind: 'one', name: 'nobody' } })).toEqual([
      'd_c nobody todo',
      'd_a nobody todo',
      'd_b nobody todo',
    ]);
  });

  it('gives every stored set, and documents without one once', async () => {
    expect(await names({})).toEqual([
      'd_c annotator flagged',
      'd_c gold done',
      'd_a annotator done',
      'd_b annotator todo',
    ]);
  });

  it('keeps to the status and documents asked for', async () => {
    expect(await names({ status: ['done'] })).toEqual(['d_c gold done', 'd_a annotator done']);
    expect(await names({ status: ['todo'] })).toEqual(['d_b annotator todo']);
    expect(await names({ documents: ['d_a', 'd_t', 'd_none'] })).toEqual(['d_a annotator done']);
  });

  it('gives marks back as they were stored, and keeps their numbers', async () => {
    const [first] = await stream({ annotator: { kind: 'one', name: 'gold' } });
    expect(first).toMatchObject({ labels: ['economy'], note: null });
    expect(first?.spans).toEqual([{ ...SPAN, id: 'T10' }, SPAN]);
    expect([first?.frames, first?.relations]).toEqual([[FRAME], [RELATION]]);
    const set = await withDatabase(test, (db) => findSet(db, first?.document.num ?? 0, ensureAnnotator(db, 'gold').id));
    expect(set).toMatchObject({
      revision: 0,
      last: { T: 10, E: 3, D: 0, R: 1 },
      counts: { spans: 2, events: 1, directives: 0, relations: 1 },
    });
  });

  it('reads document after document by the index of their order: no text is sorted', async () => {
    const plan = await withDatabase(test, (db) => {
      const wanted = { annotatorId: null, status: '[]', documents: '[]' };
      return (db.prepare(`EXPLAIN QUERY PLAN ${PAIRS_SQL}`).all(wanted) as { detail: string }[]).map(
        ({ detail }) => detail,
      );
    });
    expect(plan[0]).toBe('SCAN d USING INDEX document_order');
    expect(plan.filter((detail) => detail.startsWith('USE TEMP B-TREE'))).toEqual([
      'USE TEMP B-TREE FOR LAST TERM OF ORDER BY',
    ]);
  });
});
