/** Saving edits, undoing and redoing them: each call is one transaction, and returns when it is on disk. */
import { ZhupiError } from '#shared/api/errors.ts';
import { type Applied, applyEdit } from '#shared/edit/apply-edit.ts';
import { batch, type Edit, type SimpleEdit } from '#shared/edit/edit.ts';
import type { AnnotationState } from '#shared/model/annotation-set.ts';
import type { DocumentId } from '#shared/model/ids.ts';
import type { Tagset } from '#shared/model/tagset.ts';
import { ensureAnnotator } from './annotators.ts';
import { inTransaction, type WritableDatabase } from './database.ts';
import { addEntry, markApplied, markUndone, readReach, stepToRedo, stepToUndo } from './history.ts';
import type { StateCache } from './state-cache.ts';
import { readWork, type Work, writeWork } from './work.ts';

/** Whose work on which document; annotator null: the project's current one. */
export interface Target {
  readonly document: DocumentId;
  readonly annotator: string | null;
}

/** What was saved. */
export interface Saved {
  readonly revision: number;
  readonly state: AnnotationState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly savedAt: string;
  /** The change that was made. */
  readonly applied: Edit;
}

/** Where edits are saved. */
export interface EditStore {
  readonly db: WritableDatabase;
  readonly states: StateCache;
}

/** A change worked out but not yet written; `remember` writes its history. */
interface Change {
  readonly applied: Applied;
  readonly edit: Edit;
  remember(setId: number): void;
}

/**
 * Saves an edit made on revision `base`. Where the set has moved on, the edit is made on what is there now.
 * @throws ZhupiError an `edit-…` code; `edit-stale` where it no longer fits; document-missing
 */
export function saveEdit(
  store: EditStore,
  target: Target,
  base: number,
  edit: Edit,
  tagset: Tagset,
  at: string,
): Saved {
  return save(store, target, at, (work) => {
    const applied = applyFresh(work, base, edit, tagset);
    const { annotatorId } = work;
    return {
      applied,
      edit,
      remember: (setId) =>
        addEntry(store.db, { setId, annotatorId, at, edit, inverse: applied.inverse, groupId: null }),
    };
  });
}

/** Takes the last edit back. @throws ZhupiError nothing-to-undo, document-missing */
export function undoEdit(store: EditStore, target: Target, at: string): Saved {
  return save(store, target, at, ({ set, state }) => {
    const step = set === null ? undefined : stepToUndo(store.db, set.id);
    if (step === undefined) throw new ZhupiError('nothing-to-undo');
    return {
      applied: applyEdit(state, step.inverse, null),
      edit: step.inverse,
      remember: () => markUndone(store.db, step.id),
    };
  });
}

/** Makes the last undone edit again. @throws ZhupiError nothing-to-redo, document-missing */
export function redoEdit(store: EditStore, target: Target, at: string): Saved {
  return save(store, target, at, ({ set, state }) => {
    const step = set === null ? undefined : stepToRedo(store.db, set.id);
    if (step === undefined) throw new ZhupiError('nothing-to-redo');
    const applied = applyEdit(state, step.edit, null);
    return { applied, edit: step.edit, remember: () => markApplied(store.db, step.id, applied.inverse) };
  });
}

/** An operation of a list: `line` is its place in the file it came from. */
export interface Operation {
  readonly line: number;
  readonly document: DocumentId;
  readonly edit: SimpleEdit;
}

/** What a list of operations changed in one document. */
export interface Changed {
  readonly document: DocumentId;
  readonly revision: number;
}

/**
 * Applies operations to any documents, all or none. Those of one document are one step of its history.
 * @throws ZhupiError ops-line with `line`, `document`, the inner `code` and its details
 */
export function saveOperations(
  store: EditStore,
  annotator: string | null,
  operations: readonly Operation[],
  tagset: Tagset,
  at: string,
  groupId: string,
): readonly Changed[] {
  const byDocument = new Map<DocumentId, Operation[]>();
  for (const operation of operations) {
    const list = byDocument.get(operation.document);
    if (list === undefined) byDocument.set(operation.document, [operation]);
    else list.push(operation);
  }
  const after: (() => void)[] = [];
  const changed = inTransaction(store.db, () =>
    [...byDocument].map(([document, list]) => {
      let line = list[0]?.line ?? 0;
      try {
        const annotatorId = ensureAnnotator(store.db, annotator).id;
        const work = readWork(store.db, store.states, document, annotatorId);
        const edit = batch(list.map((operation) => operation.edit));
        const applied = applyEdit(work.state, edit, tagset, (index) => {
          line = list[index]?.line ?? line;
        });
        const set = writeWork(store.db, work, applied, at);
        addEntry(store.db, { setId: set.id, annotatorId, at, edit, inverse: applied.inverse, groupId });
        after.push(() => store.states.put(set.id, set.revision, applied.state));
        return { document, revision: set.revision };
      } catch (error) {
        if (!(error instanceof ZhupiError)) throw error;
        throw new ZhupiError(
          'ops-line',
          { ...error.details, file: '', line, document, code: error.code },
          { cause: error },
        );
      }
    }),
  );
  for (const keep of after) keep();
  return changed;
}

/** Reads, changes and writes one annotator's work in one transaction; what is kept in memory follows the commit. */
function save(store: EditStore, target: Target, at: string, decide: (work: Work) => Change): Saved {
  const { db, states } = store;
  const { set, applied, edit, reach } = inTransaction(db, () => {
    const work = readWork(db, states, target.document, ensureAnnotator(db, target.annotator).id);
    const { applied, edit, remember } = decide(work);
    const set = writeWork(db, work, applied, at);
    remember(set.id);
    return { set, applied, edit, reach: readReach(db, set.id) };
  });
  states.put(set.id, set.revision, applied.state);
  return { revision: set.revision, state: applied.state, ...reach, savedAt: at, applied: edit };
}

function applyFresh(work: Work, base: number, edit: Edit, tagset: Tagset): Applied {
  try {
    return applyEdit(work.state, edit, tagset);
  } catch (error) {
    const isStale = (work.set?.revision ?? 0) !== base;
    if (!isStale || !(error instanceof ZhupiError)) throw error;
    throw new ZhupiError('edit-stale', { ...error.details, code: error.code }, { cause: error });
  }
}
