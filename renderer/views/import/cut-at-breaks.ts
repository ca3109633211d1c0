/** An article's text cut where lines of the source met; pure. */
import type { PageBreak } from '#shared/model/page.ts';

/** A piece of text and the break after it. `start` is the UTF-16 offset of the piece. */
export interface TextPiece {
  readonly start: number;
  readonly piece: string;
  readonly found: PageBreak | null;
}

/** The pieces in order; together they are the text. Breaks outside the text or out of order are passed over. */
export function cutAtBreaks(text: string, breaks: readonly PageBreak[]): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const found of breaks.toSorted((a, b) => a.offset - b.offset)) {
    if (found.offset <= from || found.offset > text.length) continue;
    pieces.push({ start: from, piece: text.slice(from, found.offset), found });
    from = found.offset;
  }
  if (from < text.length) pieces.push({ start: from, piece: text.slice(from), found: null });
  return pieces;
}
