/** Where the caret goes by character and by word. Pure; offsets are UTF-16 and never cut a character. */
import { graphemeEnd, graphemeStart } from '#shared/text/graphemes.ts';

/** Backward or forward in the text. */
export type Direction = -1 | 1;

/** One character (grapheme cluster) on; a paragraph end counts as one. */
export function moveByCharacter(text: string, offset: number, direction: Direction): number {
  if (direction > 0) return offset >= text.length ? text.length : graphemeEnd(text, offset + 1);
  return offset <= 0 ? 0 : graphemeStart(text, offset - 1);
}

let words: Intl.Segmenter | undefined;

/**
 * Forward to the end of the next word, backward to the start of the word before, over punctuation and blanks, so that a selection by word
 * holds just words. At a paragraph's edge to the next paragraph's.
 */
export function moveByWord(text: string, offset: number, direction: Direction): number {
  words ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const from = offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const to = next < 0 ? text.length : next;
  const segments = words.segment(text.slice(from, to));
  if (direction > 0) {
    if (offset === to) return Math.min(text.length, to + 1);
    for (let at = offset - from; at < to - from; ) {
      const segment = segments.containing(at);
      if (segment === undefined) break;
      at = segment.index + segment.segment.length;
      if (segment.isWordLike === true) return from + at;
    }
    return to;
  }
  if (offset === from) return Math.max(0, from - 1);
  for (let at = offset - from; at > 0; ) {
    const segment = segments.containing(at - 1);
    if (segment === undefined) break;
    at = segment.index;
    if (segment.isWordLike === true) return from + at;
  }
  return from;
}

/** The range widened so that it begins and ends between characters. */
export function widenToCharacters(text: string, start: number, end: number): { start: number; end: number } {
  const from = graphemeStart(text, Math.max(0, Math.min(start, text.length)));
  return { start: from, end: Math.max(from, graphemeEnd(text, Math.max(0, Math.min(end, text.length)))) };
}
