/** The files of the dialog: what the person decided about each, and what the core says of it; pure. */
import type { ZhupiError } from '#shared/api/errors.ts';
import type { Grant } from '#shared/api/events.ts';
import type { ImportFile, ImportPreview } from '#shared/model/transfer.ts';
import { gestureDone, gestureUndone, type SplitGesture, type SplitHistory, UNCHANGED } from './adjustments.ts';

/** One file before it is stored. `turn` counts the questions to the core: only the answer to the last one holds. */
export interface FileDraft {
  readonly grant: Grant;
  readonly encoding: ImportFile['encoding'];
  readonly split: ImportFile['split'];
  readonly history: SplitHistory;
  readonly isLeftOut: boolean;
  readonly preview: ImportPreview | null;
  readonly error: ZhupiError | null;
  readonly turn: number;
  readonly isAsking: boolean;
}

/** What happens to one file of the list. */
export type DraftStep =
  | { readonly kind: 'encoding'; readonly encoding: FileDraft['encoding'] }
  | { readonly kind: 'split'; readonly split: FileDraft['split'] }
  | { readonly kind: 'gesture'; readonly gesture: SplitGesture }
  | { readonly kind: 'undo' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'leaveOut'; readonly isLeftOut: boolean }
  | { readonly kind: 'answered'; readonly turn: number; readonly preview: ImportPreview }
  | { readonly kind: 'refused'; readonly turn: number; readonly error: ZhupiError };

/** A file as it comes: the core decides everything. */
export function newDraft(grant: Grant): FileDraft {
  return {
    grant,
    encoding: 'auto',
    split: 'auto',
    history: UNCHANGED,
    isLeftOut: false,
    preview: null,
    error: null,
    turn: 0,
    isAsking: true,
  };
}

/** The file after a step. Another encoding or reader makes other lines, so changes to the split begin anew. */
export function stepDraft(draft: FileDraft, step: DraftStep): FileDraft {
  switch (step.kind) {
    case 'encoding':
      return asked({ ...draft, encoding: step.encoding, history: UNCHANGED });
    case 'split':
      return asked({ ...draft, split: step.split, history: UNCHANGED });
    case 'gesture': {
      const reading = draft.preview?.reading;
      if (reading === undefined || reading === null) return draft;
      const history = gestureDone(draft.history, reading, step.gesture);
      return history === draft.history ? draft : asked({ ...draft, history });
    }
    case 'undo':
      return draft.history.past.length === 0 ? draft : asked({ ...draft, history: gestureUndone(draft.history) });
    case 'reset':
      return asked({ ...draft, history: UNCHANGED });
    case 'leaveOut':
      return { ...draft, isLeftOut: step.isLeftOut };
    case 'answered':
      return step.turn === draft.turn ? { ...draft, preview: step.preview, error: null, isAsking: false } : draft;
    case 'refused':
      return step.turn === draft.turn ? { ...draft, error: step.error, isAsking: false } : draft;
  }
}

function asked(draft: FileDraft): FileDraft {
  return { ...draft, turn: draft.turn + 1, isAsking: true };
}

/** The file as `import.preview` and `import.run` take it. */
export function toImportFile({ grant, encoding, split, history }: FileDraft): ImportFile {
  return {
    file: grant.token,
    format: 'auto',
    encoding,
    split,
    ...(Object.keys(history.changes).length === 0 ? {} : { adjustments: history.changes }),
  };
}

/** True for a text (which the page readers cut), false for a file that brings its own documents and marks. */
export function isText(preview: ImportPreview): boolean {
  return preview.encoding !== null;
}

/** True for a text that was brought in before: the core passes over it. Other files may bring new marks to known documents. */
export function isKnown(draft: FileDraft): boolean {
  return draft.preview !== null && isText(draft.preview) && draft.preview.duplicateOf.length > 0;
}

/** How many articles a file would add: none while it is not read, refused, known or left out. */
export function articlesOf(draft: FileDraft): number {
  if (draft.isLeftOut || draft.error !== null || draft.preview === null || isKnown(draft)) return 0;
  const { reading, documents } = draft.preview;
  return reading === null ? documents : reading.articles.filter((article) => !article.dropped).length;
}

/** The files that would be brought in. */
export function included(drafts: readonly FileDraft[]): readonly FileDraft[] {
  return drafts.filter((draft) => articlesOf(draft) > 0);
}
