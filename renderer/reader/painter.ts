/** Registers highlights for the paragraphs near the screen and takes them out again. Never reads layout. */
import { highlightName, highlightRule, LEVELS, type StrokeKind } from './highlight-rules.ts';
import type { Paragraph } from './text-body.ts';
import type { MarkStyle } from './types.ts';

/** A part of a paragraph to paint, offsets within it. */
export interface Stroke {
  readonly kind: StrokeKind;
  readonly style: MarkStyle;
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

/** Two highlights that belong to no mark; styled in reader.css. */
export type Wash = 'selection' | 'hover';

/** Owns the highlight ranges of one reader. */
export interface Painter {
  /** Replaces what is painted in the paragraph. */
  paint(paragraph: Paragraph, strokes: readonly Stroke[]): void;
  clear(index: number): void;
  /** Replaces the wash by these parts of paragraphs. */
  wash(name: Wash, parts: readonly { paragraph: Paragraph; start: number; end: number }[]): void;
  /** Takes out all ranges of this reader; other readers on the page keep theirs. */
  destroy(): void;
}

interface Entry {
  readonly highlight: Highlight;
  readonly range: StaticRange;
}

/** Rules made so far; shared by all readers of a document, as highlight names are. */
const rules = new WeakMap<Document, { readonly sheet: CSSStyleSheet; readonly known: Set<string> }>();

/** A painter with nothing painted. */
export function createPainter(document: Document): Painter {
  const painted = new Map<number, Entry[]>();
  const washes = new Map<Wash, Entry[]>();

  const remove = (entries: readonly Entry[] | undefined) => {
    for (const { highlight, range } of entries ?? []) highlight.delete(range);
  };
  const add = (name: string, node: Text, start: number, end: number): Entry => {
    let highlight = CSS.highlights.get(name);
    if (highlight === undefined) {
      highlight = new Highlight();
      CSS.highlights.set(name, highlight);
    }
    const range = new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
    highlight.add(range);
    return { highlight, range };
  };

  return {
    paint(paragraph, strokes) {
      remove(painted.get(paragraph.index));
      const entries = strokes.map(({ kind, style, level, start, end }) => {
        ensureRules(document, kind, style);
        return add(highlightName(kind, style, level), paragraph.node, start, end);
      });
      painted.set(paragraph.index, entries);
    },
    clear(index) {
      remove(painted.get(index));
      painted.delete(index);
    },
    wash(name, parts) {
      remove(washes.get(name));
      washes.set(
        name,
        parts.map(({ paragraph, start, end }) => add(`reader-${name}`, paragraph.node, start, end)),
      );
    },
    destroy() {
      for (const entries of [...painted.values(), ...washes.values()]) remove(entries);
      painted.clear();
      washes.clear();
    },
  };
}

/** All levels of a look at once, so that nesting one deeper costs no new rule. */
function ensureRules(document: Document, kind: StrokeKind, style: MarkStyle): void {
  let held = rules.get(document);
  if (held === undefined) {
    held = { sheet: new CSSStyleSheet(), known: new Set() };
    rules.set(document, held);
    document.adoptedStyleSheets.push(held.sheet);
  }
  const family = `${kind}-${style.hue}-${style.line}`;
  if (held.known.has(family)) return;
  held.known.add(family);
  for (let level = 0; level < LEVELS; level++) held.sheet.insertRule(highlightRule(kind, style, level));
}
