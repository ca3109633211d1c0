/** A person's changes to a proposed split, one function a gesture; pure. */
import type { PageAdjustments, PageReading } from '#shared/model/page.ts';

/** A gesture on the proposal. Lines are 1-based numbers of the source; an article is named by its first line. */
export type SplitGesture =
  | { readonly kind: 'start'; readonly line: number }
  | { readonly kind: 'merge'; readonly article: number }
  | { readonly kind: 'drop'; readonly article: number }
  | { readonly kind: 'restore'; readonly article: number }
  | { readonly kind: 'retitle'; readonly article: number; readonly title: string }
  | { readonly kind: 'break'; readonly line: number; readonly joined: boolean };

/** The changes after a gesture on what `reading` shows. A gesture that says nothing new gives the same object back. */
export function adjust(changes: PageAdjustments, reading: PageReading, gesture: SplitGesture): PageAdjustments {
  const starts = changes.starts ?? reading.articles.map((article) => article.startLine);
  switch (gesture.kind) {
    case 'start':
      if (starts.includes(gesture.line)) return changes;
      return { ...changes, starts: [...starts, gesture.line].sort((a, b) => a - b) };
    case 'merge': {
      if (!starts.includes(gesture.article) || starts[0] === gesture.article) return changes;
      const { dropped = [], titles = [], ...rest } = changes;
      return {
        ...rest,
        starts: starts.filter((line) => line !== gesture.article),
        dropped: dropped.filter((line) => line !== gesture.article),
        titles: titles.filter(({ line }) => line !== gesture.article),
      };
    }
    case 'drop':
      if (changes.dropped?.includes(gesture.article) === true) return changes;
      return { ...changes, dropped: [...(changes.dropped ?? []), gesture.article] };
    case 'restore':
      if (changes.dropped?.includes(gesture.article) !== true) return changes;
      return { ...changes, dropped: changes.dropped.filter((line) => line !== gesture.article) };
    case 'retitle': {
      const others = (changes.titles ?? []).filter(({ line }) => line !== gesture.article);
      const title = gesture.title.trim();
      return { ...changes, titles: title === '' ? others : [...others, { line: gesture.article, title }] };
    }
    case 'break': {
      const others = (changes.breaks ?? []).filter(({ line }) => line !== gesture.line);
      return { ...changes, breaks: [...others, { line: gesture.line, joined: gesture.joined }] };
    }
  }
}

/** Everything done so far, oldest first; the last one holds. Typing in one title counts as one step. */
export interface SplitHistory {
  readonly changes: PageAdjustments;
  readonly past: readonly PageAdjustments[];
  readonly last: SplitGesture | null;
}

/** Nothing changed yet. */
export const UNCHANGED: SplitHistory = { changes: {}, past: [], last: null };

/** One more gesture. The same object where it says nothing new. */
export function gestureDone(history: SplitHistory, reading: PageReading, gesture: SplitGesture): SplitHistory {
  const changes = adjust(history.changes, reading, gesture);
  if (changes === history.changes) return history;
  const { last } = history;
  const isSameTitle = gesture.kind === 'retitle' && last?.kind === 'retitle' && last.article === gesture.article;
  return { changes, past: isSameTitle ? history.past : [...history.past, history.changes], last: gesture };
}

/** One step back; the same object at the beginning. */
export function gestureUndone(history: SplitHistory): SplitHistory {
  const changes = history.past.at(-1);
  return changes === undefined ? history : { changes, past: history.past.slice(0, -1), last: null };
}
