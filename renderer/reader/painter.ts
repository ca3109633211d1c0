/** Registers highlights for the paragraphs near the screen and takes them out again. Never reads layout. */
import { highlightName, highlightRule, type StrokeKind } from './highlight-rules.ts';
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
  /** Makes the rules for these looks at once, so that the first use of a label in view costs nothing more. */
  prepare(styles: Iterable<MarkStyle>): void;
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
    prepare(styles) {
      for (const style of styles)
        ensureRule(document, highlightName(style.layer, style, 0), () => highlightRule(style.layer, style, 0));
    },
    paint(paragraph, strokes) {
      remove(painted.get(paragraph.index));
      const entries = strokes.map(({ kind, style, level, start, end }) => {
        const name = highlightName(kind, style, level);
        ensureRule(document, name, () => highlightRule(kind, style, level));
        return add(name, paragraph.node, start, end);
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

/** Made when first needed: every element pays for every rule whenever its style is computed. */
function ensureRule(document: Document, name: string, rule: () => string): void {
  let held = rules.get(document);
  if (held === undefined) {
    held = { sheet: new CSSStyleSheet(), known: new Set() };
    rules.set(document, held);
    document.adoptedStyleSheets.push(held.sheet);
  }
  if (held.known.has(name)) return;
  held.known.add(name);
  held.sheet.insertRule(rule());
}
