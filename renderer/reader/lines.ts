/** The visual lines of the article: where the caret stands for an offset, and which offset is nearest to a point. Reads layout. */
import { graphemeStart } from '#shared/text/graphemes.ts';
import type { Direction } from './caret-moves.ts';
import type { Box } from './connector.ts';
import type { Ruler } from './ruler.ts';
import type { Paragraph, TextBody } from './text-body.ts';

/** A caret position. Where a line wraps, one offset has two: `isLineEnd` means the end of the upper line. */
export interface CaretPlace {
  readonly offset: number;
  readonly isLineEnd: boolean;
}

/** Answers in client coordinates, for offscreen text too. */
export interface Lines {
  /** The caret's box, without width. */
  caretBox(place: CaretPlace): Box;
  /** The place on the line above or below that is nearest to x; null at the first and last line. */
  step(place: CaretPlace, direction: Direction, x: number): CaretPlace | null;
  /** The start or end of the line. */
  edge(place: CaretPlace, direction: Direction): CaretPlace;
  /** The place nearest to a point. */
  nearest(x: number, y: number): CaretPlace;
  /** The offset of the character that lies under a point of the screen; null beside the text. */
  characterAt(x: number, y: number): number | null;
}

/** How far above and below its box a character can be hit, in px: its underlines belong to it. */
const REACH = 4;

/** The lines of a laid-out text. */
export function createLines(body: TextBody, ruler: Ruler): Lines {
  const lengthOf = (paragraph: Paragraph) => paragraph.end - paragraph.start;

  const caretBox = ({ offset, isLineEnd }: CaretPlace): Box => {
    const paragraph = body.paragraphOf(offset);
    const at = offset - paragraph.start;
    const box = ruler.charBox(paragraph, isLineEnd && at > 0 ? at - 1 : at);
    const x = isLineEnd && at > 0 ? box.right : box.left;
    return { left: x, right: x, top: box.top, bottom: box.bottom };
  };

  /** First offset in the paragraph, from `low`, whose character satisfies a condition that holds from there on. */
  const firstWhere = (paragraph: Paragraph, low: number, high: number, holds: (box: Box) => boolean): number => {
    let [from, to] = [low, high];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (holds(ruler.charBox(paragraph, middle))) to = middle;
      else from = middle + 1;
    }
    return from;
  };

  /** Offsets `[from, to)` within the paragraph of the line whose box begins at `top`. */
  const lineAt = (paragraph: Paragraph, top: number): [from: number, to: number] => {
    const from = firstWhere(paragraph, 0, lengthOf(paragraph), (box) => box.top >= top - 2);
    return [from, firstWhere(paragraph, from, lengthOf(paragraph), (box) => box.top > top + 2)];
  };

  const placeOn = (paragraph: Paragraph, top: number, x: number): CaretPlace => {
    const [from, to] = lineAt(paragraph, top);
    const at = firstWhere(paragraph, from, to, (box) => (box.left + box.right) / 2 > x);
    const offset = graphemeStart(body.text, paragraph.start + at);
    return { offset, isLineEnd: at === to && to < lengthOf(paragraph) };
  };

  /** Tops of the paragraph's lines. */
  const tops = (paragraph: Paragraph): number[] =>
    lengthOf(paragraph) === 0
      ? [ruler.charBox(paragraph, 0).top]
      : ruler.boxes(paragraph, 0, lengthOf(paragraph)).map((box) => box.top);

  return {
    caretBox,
    step(place, direction, x) {
      const paragraph = body.paragraphOf(place.offset);
      const { top } = caretBox(place);
      const lines = tops(paragraph);
      const current = lines.findIndex((line) => Math.abs(line - top) <= 2);
      const next = lines[current + direction];
      if (current >= 0 && next !== undefined) return placeOn(paragraph, next, x);
      const neighbour = body.paragraphs[paragraph.index + direction];
      const line = neighbour === undefined ? undefined : tops(neighbour).at(direction > 0 ? 0 : -1);
      return neighbour === undefined || line === undefined ? null : placeOn(neighbour, line, x);
    },
    edge(place, direction) {
      const paragraph = body.paragraphOf(place.offset);
      const [from, to] = lineAt(paragraph, caretBox(place).top);
      if (direction < 0) return { offset: paragraph.start + from, isLineEnd: false };
      return { offset: paragraph.start + to, isLineEnd: to < lengthOf(paragraph) };
    },
    nearest(x, y) {
      let low = 0;
      let high = body.paragraphs.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        const bottom = body.paragraphs[middle]?.element.getBoundingClientRect().bottom ?? 0;
        if (bottom >= y) high = middle;
        else low = middle + 1;
      }
      const paragraph = body.paragraphs[low] ?? body.paragraphOf(0);
      const lines = tops(paragraph);
      const top = lines.findLast((line) => line <= y) ?? lines[0] ?? 0;
      return placeOn(paragraph, top, x);
    },
    characterAt(x, y) {
      const found = body.paragraphs[0]?.element.ownerDocument.caretPositionFromPoint(x, y);
      const paragraph = found === null || found === undefined ? undefined : body.ofNode(found.offsetNode);
      if (paragraph === undefined || found === null || found === undefined) return null;
      for (const at of [found.offset - 1, found.offset]) {
        if (at < 0 || at >= lengthOf(paragraph)) continue;
        const start = graphemeStart(body.text, paragraph.start + at);
        const box = ruler.charBox(paragraph, start - paragraph.start);
        if (x >= box.left && x < box.right && y >= box.top - REACH && y < box.bottom + REACH) return start;
      }
      return null;
    },
  };
}
