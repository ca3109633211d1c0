/** edit.*: saving edits, undo, redo, history. An answer means that the change is on disk. */

import type { EditAnswer } from '#shared/api/contract.ts';
import { ZhupiError } from '#shared/api/errors.ts';
import { snapshotFromState } from '#shared/model/annotation-set.ts';
import { currentAnnotator, findAnnotator, needAnnotator } from '../store/annotators.ts';
import { findDocumentNum } from '../store/documents.ts';
import {
  type EditStore,
  redoEdit,
  type Saved,
  saveEdit,
  saveOperations,
  type Target,
  undoEdit,
} from '../store/edits.ts';
import { listEntries } from '../store/history.ts';
import { findSet } from '../store/sets.ts';
import type { HandlerContext, Handlers } from './handler.ts';

/** Handlers for edits. */
export const editHandlers = {
  'edit.apply': async (context, { base, edit, ...target }) => {
    const saved = await write(context, target, (store, at) =>
      saveEdit(store, target, base, edit, context.session().tagset().tagset, at),
    );
    const isOwn = saved.revision === base + 1;
    return { ...answer(saved), applied: null, snapshot: isOwn ? null : snapshotFromState(saved.state) };
  },

  'edit.undo': async (context, target) =>
    answer(await write(context, target, (store, at) => undoEdit(store, target, at))),
  'edit.redo': async (context, target) =>
    answer(await write(context, target, (store, at) => redoEdit(store, target, at))),

  'edit.history': (context, { document, annotator, limit, before }) => {
    const db = context.db();
    const num = findDocumentNum(db, document);
    if (num === undefined) throw new ZhupiError('document-missing', { id: document });
    const found = annotator === null ? findAnnotator(db, currentAnnotator(db)) : needAnnotator(db, annotator);
    const set = found === undefined ? undefined : findSet(db, num, found.id);
    return set === undefined ? [] : listEntries(db, set.id, limit, before);
  },

  'edit.applyOps': async (context, { annotator, ops }) => {
    const { clock, ids } = context.ports;
    const changed = await context.writeLock.run(() => {
      const { tagset } = context.session().tagset();
      return saveOperations(storeOf(context), annotator, ops, tagset, clock.now(), ids.next('g'));
    });
    for (const { document, revision } of changed) context.events.emit({ kind: 'document.changed', document, revision });
    return { applied: ops.length, documents: changed.length };
  },
} satisfies Handlers;

async function write(
  context: HandlerContext,
  target: Target,
  work: (store: EditStore, at: string) => Saved,
): Promise<Saved> {
  const saved = await context.writeLock.run(() => work(storeOf(context), context.ports.clock.now()));
  context.events.emit({ kind: 'document.changed', document: target.document, revision: saved.revision });
  return saved;
}

function storeOf(context: HandlerContext): EditStore {
  return { db: context.writable(), states: context.session().states };
}

function answer({ revision, canUndo, canRedo, savedAt, applied }: Saved): EditAnswer {
  return { revision, canUndo, canRedo, savedAt, applied, snapshot: null };
}
