import { describe, expect, it } from 'vitest';
import type { EditAnswer, OpenDocument } from '#shared/api/contract.ts';
import { ZhupiError } from '#shared/api/errors.ts';
import { applyEdit } from '#shared/edit/apply-edit.ts';
import type { Edit } from '#shared/edit/edit.ts';
import { type AnnotationState, emptyState, snapshotFromState } from '#shared/model/annotation-set.ts';
import { DocumentId } from '#shared/model/ids.ts';
import { Tagset } from '#shared/model/tagset.ts';
import tagsetJson from '../../resources/tagsets/news-zh.json' with { type: 'json' };
import type { Client } from '../client/bridge.ts';
import { createAppStore } from './store.ts';

const tagset = Tagset.parse(tagsetJson);

/** A store of two documents that can be told to fail or to wait. */
function makeServer() {
  const sets = new Map<string, { state: AnnotationState; revision: number }>(
    ['d_a', 'd_b'].map((id) => [id, { state: emptyState('沈望舒到青禾区调研。', id), revision: 0 }]),
  );
  const server = { isDown: false, gate: Promise.resolve(), sets, edits: [] as { document: string; base: number }[] };
  const find = (id: string) => {
    const found = sets.get(id);
    if (found === undefined) throw new ZhupiError('document-missing', { id });
    return found;
  };
  const open = (id: string): OpenDocument => ({
    document: {
      id: DocumentId.parse(id),
      title: id,
      text: find(id).state.text,
      meta: {},
      source: null,
      sourceId: null,
    },
    annotator: 'me',
    snapshot: snapshotFromState(find(id).state),
    revision: find(id).revision,
    lastNumbers: { T: find(id).state.spans.size, E: 0, D: 0, R: 0 },
    canUndo: false,
    canRedo: false,
    position: 1,
    total: 2,
    previous: null,
    next: null,
  });
  const apply = (id: string, base: number, edit: Edit): EditAnswer => {
    const set = find(id);
    const isKnown = base === set.revision;
    server.edits.push({ document: id, base });
    set.state = applyEdit(set.state, edit, tagset).state;
    set.revision += 1;
    return {
      revision: set.revision,
      canUndo: true,
      canRedo: false,
      savedAt: '2022-06-08T00:00:00.000Z',
      applied: null,
      snapshot: isKnown ? null : snapshotFromState(set.state),
    };
  };
  const client = {
    async call(name: string, input: { document: string; base: number; edit: Edit }) {
      await server.gate;
      if (server.isDown) throw new ZhupiError('disk-error', { file: 'p', reason: 'EIO' });
      if (name === 'document.open') return open(input.document);
      if (name === 'edit.apply') return apply(input.document, input.base, input.edit);
      throw new Error(`unexpected ${name}`);
    },
  } as unknown as Client;
  const store = createAppStore(client);
  store.setState({ tagset });
  const mark = (start: number, end: number) => {
    store.getState().select({ start, end });
    store.getState().label('entity', 'PER');
  };
  const shown = () => [...(store.getState().editor?.state.spans.keys() ?? [])];
  const stored = (id: string) => [...find(id).state.spans.keys()];
  return { server, store, mark, shown, stored };
}

describe('the editor', () => {
  it('shows an edit at once and says saved when it is on disk', async () => {
    const { store, mark, shown, stored } = makeServer();
    await store.getState().openDocument('d_a');
    mark(0, 3);
    expect(shown()).toEqual(['T1']);
    expect(store.getState().editor?.save).toBe('saving');
    await store.getState().settled();
    expect(stored('d_a')).toEqual(['T1']);
    expect(store.getState().editor).toMatchObject({ save: 'saved', revision: 1 });
  });

  it('takes a refused edit off the page and shows what is stored', async () => {
    const { server, store, mark, shown, stored } = makeServer();
    await store.getState().openDocument('d_a');
    mark(0, 3);
    await store.getState().settled();
    server.isDown = true;
    mark(4, 7);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(store.getState().editor?.save).toBe('failed');
    server.isDown = false;
    mark(7, 9);
    await store.getState().settled();
    expect(shown()).toEqual(stored('d_a'));
    expect(store.getState().editor?.save).toBe('saved');
  });

  it('never writes one document’s answer into another', async () => {
    const { server, store, mark, stored } = makeServer();
    await store.getState().openDocument('d_a');
    let release = () => {};
    server.gate = new Promise((resolve) => {
      release = resolve;
    });
    const opening = store.getState().openDocument('d_b');
    mark(0, 3);
    release();
    await opening;
    await store.getState().settled();
    expect(stored('d_a')).toEqual(['T1']);
    expect(stored('d_b')).toEqual([]);
    expect(store.getState().editor).toMatchObject({ document: { id: 'd_b' }, revision: 0, canUndo: false });
  });

  it('takes over what was changed elsewhere, also behind several edits of its own', async () => {
    const { server, store, mark, shown, stored } = makeServer();
    await store.getState().openDocument('d_a');
    const set = server.sets.get('d_a');
    if (set === undefined) throw new Error('no set');
    const elsewhere: Edit = { kind: 'set.change', set: { labels: ['politics'] } };
    set.state = applyEdit(set.state, elsewhere, tagset).state;
    set.revision = 5;
    mark(0, 3);
    mark(4, 7);
    await store.getState().settled();
    expect(shown()).toEqual(stored('d_a'));
    expect(store.getState().editor?.state.labels).toEqual(['politics']);
    expect(store.getState().editor?.revision).toBe(7);
  });
});
