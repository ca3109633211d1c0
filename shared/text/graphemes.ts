/** Where a text may be cut: never inside a surrogate pair or a grapheme cluster. */

/** Characters that join neither to their left nor to their right: most CJK, punctuation and printable ASCII. */
const PLAIN = /^[\u0020-\u007e\u3001-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e\u2014\u2018-\u201d\u2026\n]$/;

/** How far around an offset the segmenter looks; no cluster in real text is longer. */
const WINDOW = 64;

let segmenter: Intl.Segmenter | undefined;

/** The shared grapheme segmenter. */
export function graphemeSegmenter(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return segmenter;
}

/** True where the offset (UTF-16) splits a surrogate pair. */
export function cutsSurrogatePair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** True where a span may begin or end: 0, the text's end, or between two grapheme clusters (Unicode UAX #29). */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset === 0 || offset === text.length) return true;
  if (offset < 0 || offset > text.length || cutsSurrogatePair(text, offset)) return false;
  if (PLAIN.test(text[offset - 1] ?? '') && PLAIN.test(text[offset] ?? '')) return true;
  return graphemeStart(text, offset) === offset;
}

/** The start of the grapheme cluster that holds the code unit at `offset`; `offset` itself at a boundary. */
export function graphemeStart(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  let from = Math.max(0, offset - WINDOW);
  if (cutsSurrogatePair(text, from)) from -= 1;
  const piece = text.slice(from, Math.min(text.length, offset + WINDOW));
  return (
    from +
    (graphemeSegmenter()
      .segment(piece)
      .containing(offset - from)?.index ?? offset - from)
  );
}

/** The first boundary at or after `offset`. */
export function graphemeEnd(text: string, offset: number): number {
  if (isGraphemeBoundary(text, offset)) return Math.max(0, Math.min(offset, text.length));
  const start = graphemeStart(text, offset);
  const piece = text.slice(start, Math.min(text.length, start + 2 * WINDOW));
  return start + (graphemeSegmenter().segment(piece).containing(0)?.segment.length ?? offset - start);
}
