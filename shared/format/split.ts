/** Splits a corpus into training, development and test parts, by document, stratified by label, the same for the same seed. */

import type { z } from 'zod';
import type { CorpusSplit } from '../model/transfer.ts';

/** The parts, in the order in which they are filled. */
export const PARTS = ['train', 'dev', 'test'] as const;
export type Part = (typeof PARTS)[number];

/** A document and the labels in it. */
export interface SplitDocument {
  readonly id: string;
  readonly labels: ReadonlySet<string>;
}

/**
 * Gives every document a part. The parts' sizes are the percentages rounded to whole documents (largest remainders first).
 * Iterative stratification after Sechidis, Tsoumakas and Vlahavas (2011): again and again the rarest label's documents go,
 * in an order drawn from the seed, to the part that lacks that label most, then lacks documents most, then comes first.
 */
export function splitCorpus(
  documents: readonly SplitDocument[],
  split: z.infer<typeof CorpusSplit>,
): ReadonlyMap<string, Part> {
  const order = documents.toSorted((a, b) => draw(split.seed, a.id) - draw(split.seed, b.id) || (a.id < b.id ? -1 : 1));
  const room = sizes(documents.length, split);
  const byLabel = new Map<string, SplitDocument[]>();
  for (const document of order)
    for (const label of document.labels) {
      const list = byLabel.get(label);
      if (list === undefined) byLabel.set(label, [document]);
      else list.push(document);
    }
  const wanted = new Map([...byLabel].map(([label, list]) => [label, shares(list.length, split)]));
  const out = new Map<string, Part>();
  const give = (document: SplitDocument, label: string | null) => {
    const lack = label === null ? undefined : wanted.get(label);
    const part = PARTS.filter((name) => room[name] > 0).toSorted(
      (a, b) => (lack === undefined ? 0 : lack[b] - lack[a]) || room[b] - room[a],
    )[0];
    if (part === undefined) return;
    out.set(document.id, part);
    room[part] -= 1;
    for (const own of document.labels) {
      const want = wanted.get(own);
      if (want !== undefined) want[part] -= 1;
    }
  };
  const left = new Map([...byLabel].map(([label, list]) => [label, list.length]));
  while (left.size > 0) {
    const [label] = [...left].reduce((rare, next) =>
      next[1] < rare[1] || (next[1] === rare[1] && next[0] < rare[0]) ? next : rare,
    );
    for (const document of byLabel.get(label) ?? []) {
      if (out.has(document.id)) continue;
      give(document, label);
      for (const own of document.labels) left.set(own, (left.get(own) ?? 1) - 1);
    }
    left.delete(label);
    for (const [own, count] of left) if (count <= 0) left.delete(own);
  }
  for (const document of order) if (!out.has(document.id)) give(document, null);
  return out;
}

type Sizes = Record<Part, number>;

function shares(count: number, split: z.infer<typeof CorpusSplit>): Sizes {
  return { train: (count * split.train) / 100, dev: (count * split.dev) / 100, test: (count * split.test) / 100 };
}

/** Whole numbers that add up to `count`. */
function sizes(count: number, split: z.infer<typeof CorpusSplit>): Sizes {
  const exact = shares(count, split);
  const out: Sizes = { train: Math.floor(exact.train), dev: Math.floor(exact.dev), test: Math.floor(exact.test) };
  const byRemainder = PARTS.toSorted((a, b) => exact[b] - Math.floor(exact[b]) - (exact[a] - Math.floor(exact[a])));
  let missing = count - out.train - out.dev - out.test;
  for (const part of byRemainder) {
    if (missing <= 0) break;
    out[part] += 1;
    missing -= 1;
  }
  return out;
}

/** A number from a seed and an id: FNV-1a (Fowler, Noll, Vo), then mixed so that near ids lie far apart. */
function draw(seed: number, id: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}:${id}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
