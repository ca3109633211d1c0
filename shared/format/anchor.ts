/** Where a mark from a file lies: its offsets checked against the words it quotes, and mended by them where that is sure. */
import { ZhupiError } from '../api/errors.ts';
import { type Fragments, fragmentsText } from '../model/span.ts';
import type { OffsetConverter } from '../text/offsets.ts';

/** How far a quote is looked for around its offsets, in UTF-16 code units. */
const NEAR = 200;

/** A mark's place as a file gives it, in the file's unit. */
export interface GivenPlace {
  readonly start: number;
  readonly end: number;
  readonly text?: string | undefined;
  readonly fragments?: readonly (readonly [number, number])[] | undefined;
}

/** The place in UTF-16, or what is wrong. `moved`: the quote was found elsewhere, once, nearby. */
export type Anchored =
  | { readonly kind: 'found'; readonly fragments: Fragments; readonly moved: boolean }
  | { readonly kind: 'wrong'; readonly found: string }
  | { readonly kind: 'outside' };

/**
 * Finds a mark's fragments. A quote that stands at its offsets, or exactly once within 200 code units of them, decides; a
 * quote found nowhere or several times is refused. Without a quote the offsets are believed.
 */
export function anchor(text: string, converter: OffsetConverter, given: GivenPlace): Anchored {
  const pieces = given.fragments ?? [[given.start, given.end] as const];
  const fragments = convert(converter, pieces);
  if (given.text === undefined)
    return fragments === null ? { kind: 'outside' } : { kind: 'found', fragments, moved: false };
  if (fragments !== null && fragmentsText(text, fragments) === given.text)
    return { kind: 'found', fragments, moved: false };
  const near = fragments ?? pieces.map(([start, end]) => [start, end] as const);
  const moved = findNear(text, near, given.text);
  if (moved !== null) return { kind: 'found', fragments: moved, moved: true };
  return fragments === null ? { kind: 'outside' } : { kind: 'wrong', found: fragmentsText(text, fragments) };
}

function convert(converter: OffsetConverter, pieces: readonly (readonly [number, number])[]): Fragments | null {
  try {
    return pieces.map(([start, end]) => [converter.toUtf16(start), converter.toUtf16(end)] as const);
  } catch (error) {
    // Offsets outside the text or inside a character; the quote may still tell the place.
    if (error instanceof ZhupiError) return null;
    throw error;
  }
}

/** The one shift within reach at which every piece of the quote stands where its fragment would be, or null. */
function findNear(text: string, fragments: Fragments, quote: string): Fragments | null {
  const words = fragments.length === 1 ? [quote] : quote.split(' … ');
  const first = words[0];
  const start = fragments[0]?.[0];
  if (first === undefined || first === '' || start === undefined || words.length !== fragments.length) return null;
  let found: Fragments | null = null;
  const last = Math.min(text.length, start + NEAR);
  for (
    let at = text.indexOf(first, Math.max(0, start - NEAR));
    at >= 0 && at <= last;
    at = text.indexOf(first, at + 1)
  ) {
    const shift = at - start;
    const fits = fragments.every((fragment, i) => text.startsWith(words[i] ?? '', fragment[0] + shift));
    if (!fits) continue;
    if (found !== null) return null;
    found = fragments.map(
      (fragment, i) => [fragment[0] + shift, fragment[0] + shift + (words[i] ?? '').length] as const,
    );
  }
  return found;
}
