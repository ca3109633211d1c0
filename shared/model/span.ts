/** A span: a labelled, possibly discontinuous stretch of a document's text. */
import { z } from 'zod';
import { Attributes } from './attributes.ts';
import { AuthorityId, SpanId } from './ids.ts';

/** One contiguous piece: half-open `[start, end)` in UTF-16 code units. */
export const Fragment = z.tuple([z.int().nonnegative(), z.int().positive()]).readonly();
export type Fragment = readonly [number, number];

/** At least one fragment, sorted, not touching one another. */
export const Fragments = z.array(Fragment).min(1).readonly();
export type Fragments = readonly Fragment[];

/** Where a mark comes from: made by hand, by marking every occurrence, from an accepted suggestion, or from a file. */
export const Provenance = z.enum(['manual', 'propagated', 'accepted', 'imported']);
export type Provenance = z.infer<typeof Provenance>;

/** A labelled stretch of text (a mention of an entity, or a piece that fills a role). */
export const Span = z
  .object({
    id: SpanId,
    label: z.string().min(1),
    fragments: Fragments,
    attributes: Attributes.default({}),
    entity: AuthorityId.nullable().default(null),
    note: z.string().nullable().default(null),
    provenance: Provenance.default('manual'),
  })
  .readonly();
export type Span = z.infer<typeof Span>;

/** The hull of fragments: `[first start, last end)`. */
export function hull(fragments: Fragments): Fragment {
  const first = fragments[0];
  const last = fragments[fragments.length - 1];
  return [first?.[0] ?? 0, last?.[1] ?? 0];
}

/** A mark's text: its fragments joined with ` … `. */
export function fragmentsText(text: string, fragments: Fragments): string {
  return fragments.map(([start, end]) => text.slice(start, end)).join(' … ');
}

/** Total length of the fragments in UTF-16 code units. */
export function fragmentsLength(fragments: Fragments): number {
  let length = 0;
  for (const [start, end] of fragments) length += end - start;
  return length;
}

/** Sorted, with touching or overlapping pieces joined; empty pieces are dropped. */
export function normaliseFragments(fragments: Fragments): Fragments {
  const sorted = fragments.filter(([start, end]) => end > start).toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const out: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = out[out.length - 1];
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

/** True where two sets of fragments are the same ranges. */
export function sameFragments(a: Fragments, b: Fragments): boolean {
  return a.length === b.length && a.every((piece, i) => piece[0] === b[i]?.[0] && piece[1] === b[i]?.[1]);
}
