import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentId } from '#shared/model/ids.ts';
import { addDocuments, addFrame, addRelation, addSpan, edit, withDatabase } from '../testing/builders.ts';
import { makeTestCore, type TestCore } from '../testing/make-test-core.ts';

const TEXT = '云溪县县长林见山到柳湾镇检查防汛工作。';

let test: TestCore;
let id: DocumentId;
beforeEach(async () => {
  test = await makeTestCore();
  [id] = (await addDocuments(test, [{ title: '检查', text: TEXT }])) as [DocumentId];
});
afterEach(() => test.end());

const apply = (base: number, change: unknown, annotator: string | null = null) =>
  test.call('edit.apply', { document: id, annotator, base, edit: edit(change) });
const open = () => test.call('document.open', { document: id });

describe('edit.apply', () => {
  it('saves a span that the document then has when it is opened', async () => {
    const answer = await apply(0, addSpan('T1', 'PER', 5, 8));
    expect(answer).toMatchObject({ revision: 1, canUndo: true, canRedo: false, applied: null, snapshot: null });
    const opened = await open();
    expect(opened.revision).toBe(1);
    expect(opened.lastNumbers).toEqual({ T: 1, E: 0, D: 0, R: 0 });
    expect(opened.snapshot.spans).toEqual([
      { id: 'T1', label: 'PER', fragments: [[5, 8]], attributes: {}, entity: null, note: null, provenance: 'manual' },
    ]);
    expect(test.events.at(-1)).toEqual({ kind: 'document.changed', document: id, revision: 1 });
  });

  it('leaves everything as it was where the edit is refused', async () => {
    await apply(0, addSpan('T1', 'PER', 5, 8));
    const batch = { kind: 'batch', edits: [addSpan('T2', 'LOC', 9, 12), addSpan('T3', 'NOPE', 0, 3)] };
    expect(await test.refused('edit.apply', { document: id, base: 1, edit: edit(batch) })).toEqual({
      code: 'edit-label-unknown',
      details: { label: 'NOPE', layer: 'entity' },
    });
    const { snapshot, revision } = await open();
    expect([revision, snapshot.spans.length]).toEqual([1, 1]);
    expect(await test.call('edit.history', { document: id })).toHaveLength(1);
  });

  it('applies an edit made on an older revision to what is there, and answers with the fresh state', async () => {
    await apply(0, addSpan('T1', 'PER', 5, 8));
    const answer = await apply(0, addSpan('T2', 'LOC', 9, 12));
    expect(answer.revision).toBe(2);
    expect(answer.snapshot?.spans.map((span) => span.id)).toEqual(['T1', 'T2']);
  });

  it('refuses as stale what no longer fits, and by its own code what never did', async () => {
    await apply(0, addSpan('T1', 'PER', 5, 8));
    const again = { document: id, edit: addSpan('T1', 'LOC', 9, 12) };
    expect(await test.refused('edit.apply', { ...again, base: 0 })).toEqual({
      code: 'edit-stale',
      details: { code: 'edit-id-taken', id: 'T1' },
    });
    expect((await test.refused('edit.apply', { ...again, base: 1 })).code).toBe('edit-id-taken');
  });

  it('writes frames, arguments and relations, and takes what points at a mark away with it', async () => {
    await apply(0, {
      kind: 'batch',
      edits: [
        addSpan('T1', 'PER', 5, 8),
        addSpan('T2', 'TITLE', 3, 5),
        addSpan('T3', 'LOC', 9, 12),
        addFrame('E1', 'Inspection', 12, 14, [
          ['agent', 'T1'],
          ['place', 'T3'],
        ]),
        addRelation('R1', 'holds_title', 'T1', 'T2'),
      ],
    });
    await apply(1, { kind: 'span.remove', id: 'T1' });
    const { snapshot } = await open();
    expect(snapshot.relations).toEqual([]);
    expect(snapshot.frames.map((frame) => frame.arguments)).toEqual([[{ role: 'place', target: 'T3' }]]);
    const { rows } = await test.call('document.list', {});
    expect(rows[0]).toMatchObject({ spans: 2, events: 1, directives: 0, relations: 0 });
  });

  it('changes title and metadata for every annotator', async () => {
    await apply(0, addSpan('T1', 'PER', 5, 8), 'annotator');
    await test.call('project.setAnnotator', { name: '乙' });
    await apply(0, { kind: 'document.change', set: { title: '检查防汛', meta: { date: '2024-07-01' } } }, '乙');
    const mine = await apply(1, addSpan('T2', 'LOC', 9, 12), 'annotator');
    expect(mine.snapshot).toBeNull();
    const opened = await test.call('document.open', { document: id, annotator: 'annotator' });
    expect(opened.snapshot.title).toBe('检查防汛');
    expect(opened.document.meta).toEqual({ date: '2024-07-01' });
  });

  it('refuses a document that is not there', async () => {
    expect(await test.refused('edit.apply', { document: 'd_none', base: 0, edit: addSpan('T1', 'PER', 0, 1) })).toEqual(
      {
        code: 'document-missing',
        details: { id: 'd_none' },
      },
    );
  });
});

describe('edit.undo and edit.redo', () => {
  it('go back and forth without limit, and survive a restart', async () => {
    for (let n = 0; n < 12; n += 1) await apply(n, addSpan(`T${n + 1}`, 'PER', n, n + 1));
    for (let n = 0; n < 12; n += 1) {
      const { applied, canUndo } = await test.call('edit.undo', { document: id });
      expect(applied).toEqual({ kind: 'span.remove', id: `T${12 - n}` });
      expect(canUndo).toBe(n < 11);
    }
    expect((await test.refused('edit.undo', { document: id })).code).toBe('nothing-to-undo');
    await test.core.close();
    const later = await makeTestCore({ folder: test.folder, project: null });
    await later.call('project.open', { file: later.token('test.zhupi') });
    expect((await later.call('document.open', { document: id })).canRedo).toBe(true);
    for (let n = 0; n < 12; n += 1) expect((await later.call('edit.redo', { document: id })).canRedo).toBe(n < 11);
    expect((await later.refused('edit.redo', { document: id })).code).toBe('nothing-to-redo');
    const { snapshot, lastNumbers } = await later.call('document.open', { document: id });
    expect(snapshot.spans).toHaveLength(12);
    expect(lastNumbers.T).toBe(12);
    await later.core.close();
  });

  it('forget what was undone once something else is done, without deleting it from the history', async () => {
    await apply(0, addSpan('T1', 'PER', 5, 8));
    await apply(1, addSpan('T2', 'LOC', 9, 12));
    await test.call('edit.undo', { document: id });
    const answer = await apply(3, addSpan('T3', 'TITLE', 3, 5));
    expect(answer.canRedo).toBe(false);
    await test.call('edit.undo', { document: id });
    await test.call('edit.undo', { document: id });
    await test.call('edit.redo', { document: id });
    const redone = await test.call('edit.redo', { document: id });
    expect(redone).toMatchObject({ applied: addSpan('T3', 'TITLE', 3, 5), canRedo: false });
    const states = (await test.call('edit.history', { document: id })).map(({ id: n, state }) => [n, state]);
    expect(states).toEqual([
      [3, 'applied'],
      [2, 'dropped'],
      [1, 'applied'],
    ]);
    expect((await open()).snapshot.spans.map((span) => span.id)).toEqual(['T1', 'T3']);
  });

  it('bring back a removed mark even where the tagset has lost its label', async () => {
    await apply(0, addSpan('T1', 'PROJECT', 14, 18));
    await apply(1, { kind: 'span.remove', id: 'T1' });
    const { tagset } = await test.call('tagset.get', {});
    const without = (list: readonly string[]) => list.filter((label) => label !== 'PROJECT');
    const entities = tagset.entities.filter((entry) => entry.label !== 'PROJECT');
    const events = tagset.events.map((entry) => ({
      ...entry,
      roles: entry.roles
        .map((role) => ({ ...role, fillers: without(role.fillers) }))
        .filter((role) => role.fillers.length > 0),
    }));
    await test.call('tagset.set', { tagset: { ...tagset, entities, events } });
    await test.call('edit.undo', { document: id });
    expect((await open()).snapshot.spans.map((span) => span.label)).toEqual(['PROJECT']);
    const { problems, isSound } = await test.call('project.validate', {});
    expect(isSound).toBe(false);
    expect(problems).toMatchObject([{ document: id, mark: 'T1', code: 'edit-label-unknown', severity: 'error' }]);
  });

  it('never give a number twice: the highest stays after a removal', async () => {
    await apply(0, addSpan('T7', 'PER', 5, 8));
    await apply(1, { kind: 'span.remove', id: 'T7' });
    expect((await open()).lastNumbers.T).toBe(7);
  });
});

describe('edit.applyOps', () => {
  it('applies all operations, one step of history per document', async () => {
    const [other] = (await addDocuments(test, [{ text: '柳湾镇' }])) as [DocumentId];
    const answer = await test.call('edit.applyOps', {
      annotator: '丙',
      ops: [
        { line: 1, document: id, edit: addSpan('T1', 'PER', 5, 8) },
        { line: 2, document: other, edit: addSpan('T1', 'LOC', 0, 3) },
        { line: 3, document: id, edit: addSpan('T2', 'LOC', 9, 12) },
      ],
    });
    expect(answer).toEqual({ applied: 3, documents: 2 });
    const history = await test.call('edit.history', { document: id, annotator: '丙' });
    expect(history.map(({ edit: made }) => made)).toEqual([
      { kind: 'batch', edits: [addSpan('T1', 'PER', 5, 8), addSpan('T2', 'LOC', 9, 12)] },
    ]);
    const groups = await withDatabase(test, (db) =>
      db.prepare('SELECT count(DISTINCT group_id) AS n FROM history').get(),
    );
    expect(groups).toEqual({ n: 1 });
  });

  it('changes nothing where one fails, and names its line', async () => {
    const ops = [
      { line: 3, document: id, edit: addSpan('T1', 'PER', 5, 8) },
      { line: 9, document: id, edit: addSpan('T2', 'NOPE', 0, 3) },
    ];
    expect(await test.refused('edit.applyOps', { annotator: '丙', ops })).toEqual({
      code: 'ops-line',
      details: { file: '', line: 9, document: id, code: 'edit-label-unknown', label: 'NOPE', layer: 'entity' },
    });
    expect((await test.refused('document.open', { document: id, annotator: '丙' })).code).toBe('annotator-missing');
    const missing = [{ line: 4, document: 'd_none', edit: addSpan('T1', 'PER', 0, 1) }];
    expect(await test.refused('edit.applyOps', { ops: missing })).toMatchObject({
      details: { line: 4, code: 'document-missing' },
    });
  });
});
