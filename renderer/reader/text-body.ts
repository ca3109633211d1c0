/** The article's text in the DOM: one uncut text node per paragraph, a dozen paragraphs to a section; offsets to nodes and back. */
import { paragraphAt, paragraphStarts } from '#shared/text/segments.ts';
import type { TextRange } from './types.ts';

/** A paragraph on the page; `[start, end)` without its line feed. */
export interface Paragraph {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly element: HTMLElement;
  readonly node: Text;
}

/** A laid-out text. */
export interface TextBody {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sections: readonly HTMLElement[];
  /** The paragraph that holds the offset; offsets outside the text give the nearest. */
  paragraphOf(offset: number): Paragraph;
  /** The paragraph of a text node made here. */
  ofNode(node: Node): Paragraph | undefined;
  /** Indices `[from, to)` of the paragraphs that a range touches. */
  indicesOf(range: TextRange): [from: number, to: number];
  /** The offset of a DOM position, which may lie outside the text nodes, by bisection; null outside the article. */
  toOffset(node: Node, offset: number): number | null;
}

/** Paragraphs in one section. */
export const SECTION_LENGTH = 12;

/** Assumed characters a line, lines in px and space between paragraphs in px, for sections that were not laid out yet. */
const GUESS = { characters: 40, line: 35, gap: 21 };

/** Replaces the article's content by the text. */
export function layOutText(article: HTMLElement, text: string): TextBody {
  const document = article.ownerDocument;
  const starts = paragraphStarts(text);
  const sections: HTMLElement[] = [];
  const byNode = new WeakMap<Node, Paragraph>();
  let lines = 0;
  const paragraphs = starts.map((start, index): Paragraph => {
    const end = (starts[index + 1] ?? text.length + 1) - 1;
    const element = document.createElement('p');
    const node = document.createTextNode(text.slice(start, end));
    element.append(node);
    if (index % SECTION_LENGTH === 0) {
      sections.push(document.createElement('section'));
      lines = 0;
    }
    lines += Math.max(1, Math.ceil((end - start) / GUESS.characters));
    const section = sections.at(-1);
    section?.append(element);
    const height = lines * GUESS.line + ((index % SECTION_LENGTH) + 1) * GUESS.gap;
    const isLast = index % SECTION_LENGTH === SECTION_LENGTH - 1 || index === starts.length - 1;
    if (isLast) section?.style.setProperty('contain-intrinsic-block-size', `auto ${height}px`);
    const paragraph = { index, start, end, element, node };
    byNode.set(node, paragraph);
    return paragraph;
  });
  article.replaceChildren(...sections);
  const [first] = paragraphs;
  if (first === undefined) throw new RangeError('a text has at least one paragraph');

  const paragraphOf = (offset: number) => paragraphs[paragraphAt(starts, offset)] ?? first;
  return {
    text,
    paragraphs,
    sections,
    paragraphOf,
    ofNode: (node) => byNode.get(node),
    indicesOf: ({ start, end }) => [paragraphAt(starts, start), paragraphAt(starts, Math.max(start, end - 1)) + 1],
    toOffset(node, offset) {
      const exact = byNode.get(node);
      if (exact !== undefined) return exact.start + Math.min(offset, exact.end - exact.start);
      if (!article.contains(node)) return null;
      return offsetByBisection(paragraphs, node, offset);
    },
  };
}

/** The end of the last paragraph whose text begins before the position; its start where the position lies right there. */
function offsetByBisection(paragraphs: readonly Paragraph[], node: Node, offset: number): number {
  const point = node.ownerDocument?.createRange();
  point?.setStart(node, offset);
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const paragraph = paragraphs[middle];
    if (point !== undefined && paragraph !== undefined && point.comparePoint(paragraph.node, 0) < 0) low = middle + 1;
    else high = middle;
  }
  // A position before the first text of a paragraph element means its start; anything later means the end of the text before.
  const next = paragraphs[low];
  if (next !== undefined && (node === next.element || low === 0)) return next.start;
  return paragraphs[low - 1]?.end ?? 0;
}
