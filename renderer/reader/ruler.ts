/** Reads where text lies on the screen. Reads only: callers write afterwards. */
import type { Box } from './connector.ts';
import type { Paragraph } from './text-body.ts';

/** Sizes of the reading face, in px: from the top of a text's box to the top and bottom of Chinese characters. */
export interface GlyphBox {
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  /** The font size. */
  readonly em: number;
}

/** Measures text of one document. Client coordinates throughout. */
export interface Ruler {
  /** One box a line for the part of the paragraph; offsets within it. */
  boxes(paragraph: Paragraph, start: number, end: number): DOMRect[];
  /** The box of the code unit at the offset within the paragraph; at its end an empty box there. */
  charBox(paragraph: Paragraph, offset: number): Box;
  /** Sizes of the face that the element's text has. */
  glyphBox(element: Element): GlyphBox;
  /** Width in px of a text in a CSS font; remembered. */
  textWidth(text: string, font: string): number;
}

/** A ruler; it holds one DOM range and one canvas, nothing to free. */
export function createRuler(document: Document): Ruler {
  const range = document.createRange();
  const canvas = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();

  const boxes = (paragraph: Paragraph, start: number, end: number) => {
    range.setStart(paragraph.node, start);
    range.setEnd(paragraph.node, end);
    return [...range.getClientRects()];
  };
  return {
    boxes,
    charBox(paragraph, offset) {
      const length = paragraph.end - paragraph.start;
      const isEnd = offset >= length;
      const list = length === 0 ? [] : boxes(paragraph, isEnd ? length - 1 : offset, isEnd ? length : offset + 1);
      const rect = isEnd ? list.at(-1) : list[0];
      if (rect === undefined) {
        const { left, top } = paragraph.element.getBoundingClientRect();
        const { paddingTop, paddingLeft, lineHeight } = getComputedStyle(paragraph.element);
        const x = left + Number.parseFloat(paddingLeft);
        const y = top + Number.parseFloat(paddingTop);
        return { left: x, right: x, top: y, bottom: y + Number.parseFloat(lineHeight) };
      }
      if (!isEnd) return rect;
      return { left: rect.right, right: rect.right, top: rect.top, bottom: rect.bottom };
    },
    glyphBox(element) {
      if (canvas === null) return { top: 0, bottom: 0, baseline: 0, em: 0 };
      const { fontSize, fontFamily, fontWeight } = getComputedStyle(element);
      canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      const size = canvas.measureText('国');
      return {
        top: size.fontBoundingBoxAscent - size.actualBoundingBoxAscent,
        bottom: size.fontBoundingBoxAscent + size.actualBoundingBoxDescent,
        baseline: size.fontBoundingBoxAscent,
        em: Number.parseFloat(fontSize),
      };
    },
    textWidth(text, font) {
      const key = `${font}\n${text}`;
      let width = widths.get(key);
      if (width === undefined) {
        if (canvas === null) return text.length * 10;
        canvas.font = font;
        width = canvas.measureText(text).width;
        widths.set(key, width);
      }
      return width;
    },
  };
}
