/** From marks to what is drawn: which stretches a mark takes, its stack level below the text, its pieces per paragraph. Pure. */

/** A half-open stretch `[start, end)` of UTF-16 offsets. */
export type Stretch = readonly [start: number, end: number];

/** Anything with sorted, disjoint stretches of text. */
export interface Fragmented {
  readonly id: string;
  readonly fragments: readonly Stretch[];
}

/** Gaps of a discontinuous mark up to this many UTF-16 units are bridged by a thin line; longer ones stay open. */
export const BRIDGED_GAP = 40;

/** The gaps between fragments that are bridged: at most `BRIDGED_GAP` units, no paragraph end inside. */
export function bridgesOf(text: string, fragments: readonly Stretch[]): Stretch[] {
  const bridges: Stretch[] = [];
  for (let i = 1; i < fragments.length; i++) {
    const from = fragments[i - 1]?.[1] ?? 0;
    const to = fragments[i]?.[0] ?? 0;
    if (to > from && to - from <= BRIDGED_GAP && !text.slice(from, to).includes('\n')) bridges.push([from, to]);
  }
  return bridges;
}

/** Fragments and bridges joined into the stretches that a mark's line takes, sorted and disjoint. */
export function extentsOf(text: string, fragments: readonly Stretch[]): readonly Stretch[] {
  if (fragments.length < 2) return fragments;
  const all = [...fragments, ...bridgesOf(text, fragments)].sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [start, end] of all) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Orders smaller marks first: by covered length, then by start, then by id. Total for distinct ids. */
export function compareBySize(a: Fragmented, b: Fragmented): number {
  const byLength = lengthOf(a) - lengthOf(b);
  if (byLength !== 0) return byLength;
  const byStart = (a.fragments[0]?.[0] ?? 0) - (b.fragments[0]?.[0] ?? 0);
  if (byStart !== 0) return byStart;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * The stack level of each mark, 0 nearest to the text, in the order given. Overlapping marks never share a level; a mark lies below all
 * that it contains; otherwise it takes the nearest free level. It depends only on the marks joined to it by a chain of overlaps.
 */
export function assignLevels(marks: readonly Fragmented[]): number[] {
  const neighbours = overlaps(marks);
  const lengths = marks.map(lengthOf);
  const order = marks.map((mark, i) => ({ mark, i }));
  order.sort((a, b) => (lengths[a.i] ?? 0) - (lengths[b.i] ?? 0) || compareBySize(a.mark, b.mark));
  const levels = new Array<number>(marks.length).fill(-1);
  for (const { mark, i } of order) {
    let level = 0;
    const taken: number[] = [];
    for (const j of neighbours[i] ?? []) {
      const other = levels[j] ?? -1;
      if (other < 0) continue;
      taken.push(other);
      const inner = marks[j];
      if (other >= level && inner !== undefined && contains(mark.fragments, inner.fragments)) level = other + 1;
    }
    while (taken.includes(level)) level += 1;
    levels[i] = level;
  }
  return levels;
}

/** A part of a stretch that lies in one paragraph; offsets are relative to the paragraph's start. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** True where the mark goes on before or after the piece. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** The pieces of sorted stretches inside the paragraph `[from, to)`, relative to `from`; empty ones are left out. */
export function piecesWithin(stretches: readonly Stretch[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  for (const [i, [start, end]] of stretches.entries()) {
    if (end <= from || start >= to) continue;
    pieces.push({
      start: Math.max(start, from) - from,
      end: Math.min(end, to) - from,
      isFirst: i === 0 && start >= from,
      isLast: i === stretches.length - 1 && end <= to,
    });
  }
  return pieces;
}

/** Where paragraphs begin: 0 and after every line feed. */
export function paragraphStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the last start that is not after `offset` (the paragraph that holds it), by bisection. */
export function paragraphAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lengthOf(mark: Fragmented): number {
  let length = 0;
  for (const [start, end] of mark.fragments) length += end - start;
  return length;
}

/** True where every inner stretch lies in one outer stretch. */
function contains(outer: readonly Stretch[], inner: readonly Stretch[]): boolean {
  return inner.every(([start, end]) => outer.some(([from, to]) => from <= start && end <= to));
}

/** For each mark, the indices of the marks that it overlaps (perhaps repeated): one sweep over the sorted stretches. */
function overlaps(marks: readonly Fragmented[]): readonly (readonly number[])[] {
  const neighbours: number[][] = marks.map(() => []);
  const stretches: { readonly start: number; readonly end: number; readonly i: number }[] = [];
  for (const [i, mark] of marks.entries())
    for (const [start, end] of mark.fragments) if (start < end) stretches.push({ start, end, i });
  stretches.sort((a, b) => a.start - b.start);
  const open: typeof stretches = [];
  for (const stretch of stretches) {
    let kept = 0;
    for (const other of open) {
      if (other.end <= stretch.start) continue;
      open[kept] = other;
      kept += 1;
      if (other.i === stretch.i) continue;
      neighbours[other.i]?.push(stretch.i);
      neighbours[stretch.i]?.push(other.i);
    }
    open.length = kept;
    open.push(stretch);
  }
  return neighbours;
}
