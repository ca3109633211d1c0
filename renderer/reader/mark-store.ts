/** The marks of the text at hand: what changed since the last list, which stack level each has, which lie where. No DOM. */
import { createIntervalIndex } from '#shared/text/interval-index.ts';
import { assignLevels, compareBySize, extentsOf, type Stretch } from '#shared/text/segments.ts';
import type { Mark } from './types.ts';

/** A mark with its place in the stack. */
export interface PlacedMark {
  readonly mark: Mark;
  /** What its line takes: fragments and bridged gaps. */
  readonly extents: readonly Stretch[];
  /** 0 is nearest to the text. */
  readonly level: number;
}

/** Holds the marks of one text. */
export interface MarkStore {
  /** Takes the new list; answers the stretches that must be drawn again. Unchanged Mark objects are not looked at. */
  update(marks: readonly Mark[]): Stretch[];
  get(id: string): PlacedMark | undefined;
  /** The marks whose lines touch `[start, end)`, each once, smallest first. */
  within(start: number, end: number): PlacedMark[];
  /** The marks that cover the character at the offset, smallest first. */
  at(offset: number): PlacedMark[];
}

interface Entry extends PlacedMark {
  readonly id: string;
  mark: Mark;
  level: number;
  round: number;
}

/** An empty store for the text. */
export function createMarkStore(text: string): MarkStore {
  const index = createIntervalIndex<Entry>();
  const entries = new Map<string, Entry>();
  let round = 0;

  const addEntry = (mark: Mark): Entry => {
    const extents = extentsOf(text, mark.fragments);
    const entry: Entry = { id: mark.id, mark, extents, level: 0, round };
    entries.set(mark.id, entry);
    for (const [start, end] of extents) index.insert(start, end, entry);
    return entry;
  };
  const removeEntry = (entry: Entry) => {
    entries.delete(entry.id);
    for (const [start, end] of entry.extents) index.remove(start, end, entry);
  };

  /** Everything joined to the stretches by a chain of overlaps. */
  const chainFrom = (stretches: readonly Stretch[]): Entry[] => {
    const reached = new Set<Entry>();
    const queue = [...stretches];
    for (let next = queue.pop(); next !== undefined; next = queue.pop())
      for (const entry of index.query(next[0], next[1])) {
        if (reached.has(entry)) continue;
        reached.add(entry);
        queue.push(...entry.extents);
      }
    return [...reached];
  };

  const unique = (found: readonly Entry[]): Entry[] =>
    [...new Set(found)].sort((a, b) => compareBySize(a.mark, b.mark));

  return {
    get: (id) => entries.get(id),
    within: (start, end) => unique(index.query(start, end)),
    at: (offset) =>
      unique(index.query(offset, offset + 1)).filter((entry) =>
        entry.mark.fragments.some(([start, end]) => start <= offset && offset < end),
      ),
    update(marks) {
      round += 1;
      const wasEmpty = entries.size === 0;
      const moved: Stretch[] = [];
      const touched: Stretch[] = [];
      for (const mark of marks) {
        const entry = entries.get(mark.id);
        if (entry === undefined) moved.push(...addEntry(mark).extents);
        else if (entry.mark === mark) entry.round = round;
        else if (sameStretches(entry.mark.fragments, mark.fragments)) {
          entry.mark = mark;
          entry.round = round;
          touched.push(...entry.extents);
        } else {
          removeEntry(entry);
          moved.push(...entry.extents, ...addEntry(mark).extents);
        }
      }
      if (entries.size > marks.length)
        for (const entry of [...entries.values()]) {
          if (entry.round === round) continue;
          removeEntry(entry);
          moved.push(...entry.extents);
        }
      if (moved.length > 0) {
        const chain = wasEmpty ? [...entries.values()] : chainFrom(moved);
        const levels = assignLevels(chain.map((entry) => ({ id: entry.id, fragments: entry.extents })));
        for (const [i, entry] of chain.entries()) {
          const level = levels[i] ?? 0;
          if (level === entry.level) continue;
          entry.level = level;
          touched.push(...entry.extents);
        }
      }
      return touched.concat(moved);
    },
  };
}

function sameStretches(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  return a.length === b.length && a.every(([start, end], i) => start === b[i]?.[0] && end === b[i]?.[1]);
}
