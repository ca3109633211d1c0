/** The open document: its marks, what is selected, and the one way in which it changes. */
import type { EditAnswer, OpenDocument } from '#shared/api/contract.ts';
import { ZhupiError } from '#shared/api/errors.ts';
import { applyEdit } from '#shared/edit/apply-edit.ts';
import type { LastNumbers } from '#shared/edit/compose.ts';
import { batch, type Edit, type SimpleEdit, simpleEdits } from '#shared/edit/edit.ts';
import { type AnnotationState, stateFromSnapshot } from '#shared/model/annotation-set.ts';
import type { Status } from '#shared/model/document.ts';
import { isFrameId, isSpanId, type TargetId } from '#shared/model/ids.ts';
import { createMarkingActions, type MarkingActions } from './marking.ts';
import { createSaveQueue, DroppedSave } from './save-queue.ts';
import type { SliceMaker } from './store.ts';

/** A selection in the text: UTF-16, half-open. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Everything about the open document. */
export interface EditorState {
  readonly document: OpenDocument['document'];
  readonly annotator: string;
  readonly state: AnnotationState;
  readonly last: LastNumbers;
  readonly revision: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly position: number;
  readonly total: number;
  readonly previous: OpenDocument['previous'];
  readonly next: OpenDocument['next'];
  readonly save: 'saved' | 'saving' | 'failed';
  readonly savedAt: string | null;
  readonly selection: TextRange | null;
  readonly active: TargetId | null;
  /** The marks under the last point, smallest first: the cycle of the Tab key. */
  readonly stack: readonly TargetId[];
  /** The role of the active frame that waits for its filler. */
  readonly armed: string | null;
  /** Why the last gesture did nothing, shown beside the palette. */
  readonly refusal: ZhupiError | null;
}

/** State and actions of the editor. */
export interface EditorSlice extends MarkingActions {
  readonly editor: EditorState | null;
  openDocument(id: string): Promise<void>;
  /** Applies an edit at once and saves it behind. Returns false (and shows why) where it is refused. */
  apply(edit: Edit, activate?: TargetId | null): boolean;
  undo(): Promise<void>;
  redo(): Promise<void>;
  setStatus(status: Status): void;
  patchEditor(change: Partial<EditorState>): void;
  /** Resolves when every edit of the open document is saved. */
  settled(): Promise<void>;
}

interface SetRef {
  readonly document: OpenDocument['document']['id'];
  readonly annotator: string;
}

/** A base that is never the store's: its answer brings the whole state. */
const NO_REVISION = -1;

export const createEditorSlice: SliceMaker<EditorSlice> = (set, get, client) => {
  /** Saves, undo, redo, opening and reloading stand in one line, so that no answer meets another document's state. */
  const queue = createSaveQueue();
  /** Counts the times the shown state was replaced from outside: an edit made before is sent without a base revision. */
  let replaced = 0;

  function patch(change: Partial<EditorState>): void {
    set((state) => (state.editor === null ? {} : { editor: { ...state.editor, ...change } }));
  }

  function publishCounts(): void {
    const { editor } = get();
    if (editor === null) return;
    const frames = [...editor.state.frames.keys()];
    get().patchRow(editor.document.id, {
      status: editor.state.status,
      labels: editor.state.labels,
      title: editor.state.title,
      spans: editor.state.spans.size,
      events: frames.filter((id) => id.startsWith('E')).length,
      directives: frames.filter((id) => id.startsWith('D')).length,
      relations: editor.state.relations.size,
    });
  }

  function taken(state: AnnotationState, change: Partial<EditorState>): void {
    const { editor } = get();
    if (editor === null) return;
    const active = editor.active !== null && hasMark(state, editor.active) ? editor.active : null;
    patch({
      state,
      active,
      stack: editor.stack.filter((id) => hasMark(state, id)),
      armed: active === null ? null : editor.armed,
      refusal: null,
      ...change,
    });
  }

  /** The editor, if it still shows this document. */
  function editorOf({ document, annotator }: SetRef): EditorState | null {
    const { editor } = get();
    return editor !== null && editor.document.id === document && editor.annotator === annotator ? editor : null;
  }

  function answered(ref: SetRef, answer: EditAnswer): void {
    if (editorOf(ref) === null) return;
    const isLast = queue.pending() <= 1;
    patch({
      // A newer state that cannot be shown yet, because more is on its way, must come again with the last answer.
      revision: answer.snapshot !== null && !isLast ? NO_REVISION : answer.revision,
      canUndo: answer.canUndo,
      canRedo: answer.canRedo,
      savedAt: answer.savedAt,
      save: isLast ? 'saved' : 'saving',
    });
    if (answer.snapshot !== null && isLast) taken(stateFromSnapshot(answer.snapshot), {});
    // The list shows what is stored, and is not drawn before the mark is.
    publishCounts();
  }

  /** After a failure the store's state is shown again; where even that fails, the next answer must bring it. */
  function reload(ref: SetRef, error: unknown): Promise<void> {
    get().fail(error);
    patch({ save: 'failed', revision: NO_REVISION });
    return queue
      .add(async () => {
        const fresh = await client.call('document.open', ref);
        if (editorOf(ref) === null) return;
        replaced += 1;
        set({ editor: { ...fromOpen(fresh), save: 'failed' } });
        publishCounts();
      })
      .catch((again: unknown) => {
        if (!(again instanceof DroppedSave)) get().fail(again);
      });
  }

  async function step(method: 'edit.undo' | 'edit.redo'): Promise<void> {
    const { editor } = get();
    if (editor === null) return;
    const ref = { document: editor.document.id, annotator: editor.annotator };
    try {
      await queue.add(async () => {
        const answer = await client.call(method, ref);
        const now = editorOf(ref);
        if (now === null) return;
        if (answer.snapshot === null && answer.revision !== now.revision + 1) throw new ZhupiError('edit-stale');
        if (answer.applied !== null && answer.snapshot === null) {
          const applied = applyEdit(now.state, answer.applied, null);
          taken(applied.state, { active: markOf(answer.applied, applied.state) });
        }
        answered(ref, answer);
      });
    } catch (error) {
      if (error instanceof ZhupiError && (error.code === 'nothing-to-undo' || error.code === 'nothing-to-redo'))
        patch({ refusal: error });
      else if (!(error instanceof DroppedSave)) await reload(ref, error);
    }
  }

  async function open(id: string): Promise<void> {
    await queue.add(async () => {
      const opened = await client.call('document.open', { document: id as OpenDocument['document']['id'] });
      replaced += 1;
      set({ editor: fromOpen(opened), view: 'read' });
    });
  }

  return {
    editor: null,
    async openDocument(id) {
      try {
        // Dropped behind a failed save: what was asked for is still wanted.
        await open(id).catch((error: unknown) => (error instanceof DroppedSave ? open(id) : Promise.reject(error)));
      } catch (error) {
        get().fail(error);
      }
    },
    apply(edit, activate) {
      const { editor, tagset } = get();
      if (editor === null || tagset === null) return false;
      const whole = startWork(editor.state.status, edit);
      let applied: ReturnType<typeof applyEdit>;
      try {
        applied = applyEdit(editor.state, whole, tagset);
      } catch (error) {
        if (!(error instanceof ZhupiError)) throw error;
        patch({ refusal: error });
        return false;
      }
      taken(applied.state, {
        last: raised(editor.last, whole),
        save: 'saving',
        ...(activate === undefined ? {} : { active: activate, selection: null }),
      });
      const ref = { document: editor.document.id, annotator: editor.annotator };
      const seen = replaced;
      queue
        .add(async () => {
          const base = seen === replaced ? (editorOf(ref)?.revision ?? NO_REVISION) : NO_REVISION;
          answered(ref, await client.call('edit.apply', { ...ref, base, edit: whole }));
        })
        .catch((error: unknown) => {
          if (!(error instanceof DroppedSave)) void reload(ref, error);
        });
      return true;
    },
    undo: () => step('edit.undo'),
    redo: () => step('edit.redo'),
    setStatus(status) {
      if (get().editor?.state.status !== status) get().apply({ kind: 'set.change', set: { status } });
    },
    patchEditor: patch,
    settled: () => queue.settled(),
    ...createMarkingActions(get, patch),
  };
};

function fromOpen(opened: OpenDocument): EditorState {
  return {
    document: opened.document,
    annotator: opened.annotator,
    state: stateFromSnapshot(opened.snapshot),
    last: opened.lastNumbers,
    revision: opened.revision,
    canUndo: opened.canUndo,
    canRedo: opened.canRedo,
    position: opened.position,
    total: opened.total,
    previous: opened.previous,
    next: opened.next,
    save: 'saved',
    savedAt: null,
    selection: null,
    active: null,
    stack: [],
    armed: null,
    refusal: null,
  };
}

/** The first mark takes the document from "to do" to "in progress", in the same step. */
function startWork(status: Status, edit: Edit): Edit {
  const edits: readonly SimpleEdit[] = simpleEdits(edit);
  const adds = edits.some((simple) => simple.kind === 'span.add' || simple.kind === 'frame.add');
  return status === 'todo' && adds ? batch([...edits, { kind: 'set.change', set: { status: 'in_progress' } }]) : edit;
}

function hasMark(state: AnnotationState, id: TargetId): boolean {
  return isSpanId(id) ? state.spans.has(id) : isFrameId(id) && state.frames.has(id);
}

/** The mark an undone or redone change is about, if it is still there: it is selected so that the eye finds it. */
function markOf(edit: Edit, state: AnnotationState): TargetId | null {
  for (const simple of simpleEdits(edit)) {
    const id =
      simple.kind === 'span.add'
        ? simple.span.id
        : simple.kind === 'frame.add'
          ? simple.frame.id
          : simple.kind === 'span.change' || simple.kind === 'frame.change'
            ? simple.id
            : simple.kind === 'argument.add' || simple.kind === 'argument.remove'
              ? simple.frame
              : null;
    if (id !== null && hasMark(state, id)) return id;
  }
  return null;
}

function raised(last: LastNumbers, edit: Edit): LastNumbers {
  const next = { ...last };
  for (const simple of simpleEdits(edit)) {
    const id =
      simple.kind === 'span.add'
        ? simple.span.id
        : simple.kind === 'frame.add'
          ? simple.frame.id
          : simple.kind === 'relation.add'
            ? simple.relation.id
            : null;
    if (id === null) continue;
    const letter = id[0] as keyof LastNumbers;
    next[letter] = Math.max(next[letter], Number(id.slice(1)));
  }
  return next;
}
