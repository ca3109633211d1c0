/** Draws the marks of the paragraphs near the screen: highlights, chips, bars, rings, connectors. All reads, then all writes. */
import { bridgesOf, piecesWithin, type Stretch } from '#shared/text/segments.ts';
import { createConnectorLayer, drawConnectors, planConnectors } from './connectors.ts';
import { createDecorLayer, type DecorLayer } from './decor.ts';
import { type DecorView, planDecor } from './decor-plan.ts';
import { createMarkStore, type MarkStore, type PlacedMark } from './mark-store.ts';
import { nearParagraphs } from './near.ts';
import { createPainter, type Stroke, type Wash } from './painter.ts';
import type { GlyphBox, Ruler } from './ruler.ts';
import type { Paragraph, TextBody } from './text-body.ts';
import type { ChipMode, LinkedMark, Mark, TextRange } from './types.ts';

/** The drawing of one reader. */
export interface Canvas {
  /** Forgets everything drawn and starts with a new text, without marks. */
  setBody(body: TextBody): void;
  setMarks(marks: readonly Mark[]): void;
  setActive(id: string | null, linked: readonly (string | LinkedMark)[]): void;
  setChips(mode: ChipMode): void;
  /** Tints a range, or nothing. */
  wash(name: Wash, ranges: readonly TextRange[]): void;
  /** Brings what is drawn in line with the scroll position. */
  follow(): void;
  /** Reads and draws everything near anew; after sizes changed. */
  redraw(): void;
  readonly marks: MarkStore;
  readonly decor: DecorLayer;
  readonly active: string | null;
  readonly glyph: GlyphBox;
  destroy(): void;
}

/** Draws into `page`, as far as `scroller` shows it. */
export function createCanvas(scroller: HTMLElement, page: HTMLElement, article: HTMLElement, ruler: Ruler): Canvas {
  const document = page.ownerDocument;
  const painter = createPainter(document);
  const connectors = createConnectorLayer(document);
  page.prepend(connectors);

  let body: TextBody | null = null;
  let marks = createMarkStore('');
  let decor = createDecorLayer(document);
  let near: [from: number, to: number] | null = null;
  const dirty = new Set<number>();
  let isDue = false;
  let chips: ChipMode = 'all';
  let active: string | null = null;
  let linked: ReadonlyMap<string, string> = new Map();
  let glyph: GlyphBox = { top: 0, bottom: 0, baseline: 0, em: 0 };
  let chipFont = '10px sans-serif';

  const readFaces = () => {
    glyph = ruler.glyphBox(article);
    chipFont = getComputedStyle(page).getPropertyValue('--chip-font') || chipFont;
  };

  const draw = (text: TextBody, indices: Iterable<number>) => {
    const view: DecorView = { chips, active, linked, glyph, chipFont };
    const drawn: { paragraph: Paragraph; placed: PlacedMark[] }[] = [];
    for (const index of indices) {
      const paragraph = text.paragraphs[index];
      if (paragraph !== undefined) drawn.push({ paragraph, placed: marks.within(paragraph.start, paragraph.end) });
    }
    const plans = drawn.map(({ paragraph, placed }) => planDecor(ruler, paragraph, placed, view));
    const anchor = active === null ? undefined : marks.get(active);
    const targets = [...linked.keys()].flatMap((id) => marks.get(id) ?? []);
    const paths = anchor === undefined ? [] : planConnectors(page, text, ruler, glyph, anchor, targets);
    for (const [i, { paragraph, placed }] of drawn.entries()) {
      const plan = plans[i];
      if (plan !== undefined) decor.write(paragraph, plan);
      painter.paint(paragraph, strokesOf(text.text, paragraph, placed));
    }
    drawConnectors(connectors, paths);
    keepOneTabStop(article);
  };

  /** What one gesture touches by several calls is read and drawn once, still before the paint. */
  const drawDirty = () => {
    const [from, to] = near ?? [0, 0];
    const indices = [...dirty].filter((index) => index >= from && index < to);
    dirty.clear();
    isDue = false;
    if (body !== null && near !== null) draw(body, indices);
  };

  const drawTouched = (stretches: readonly Stretch[]) => {
    if (body === null) return;
    if (near === null) {
      canvas.follow();
      return;
    }
    const indices = new Set<number>();
    for (const [start, end] of stretches) {
      const [from, to] = body.indicesOf({ start, end });
      for (let i = Math.max(from, near[0]); i < Math.min(to, near[1]); i++) indices.add(i);
    }
    for (const index of indices) dirty.add(index);
    if ((indices.size > 0 || active !== null) && !isDue) {
      isDue = true;
      queueMicrotask(drawDirty);
    }
  };

  const stretchesOf = (ids: Iterable<string>) => [...ids].flatMap((id) => marks.get(id)?.extents ?? []);

  const canvas: Canvas = {
    get marks() {
      return marks;
    },
    get decor() {
      return decor;
    },
    get active() {
      return active;
    },
    get glyph() {
      return glyph;
    },
    setBody(next) {
      painter.destroy();
      body = next;
      near = null;
      dirty.clear();
      marks = createMarkStore(next.text);
      decor = createDecorLayer(document);
      active = null;
      linked = new Map();
      drawConnectors(connectors, []);
    },
    setMarks(list) {
      const touched = marks.update(list);
      if (near === null) painter.prepare(list.map((mark) => mark.style));
      if (touched.length > 0) drawTouched(touched);
    },
    setActive(id, targets) {
      const next = new Map(targets.map((item) => (typeof item === 'string' ? [item, ''] : [item.id, item.role])));
      const isSame =
        id === active && next.size === linked.size && [...next].every(([key, role]) => linked.get(key) === role);
      if (isSame) return;
      const before = [...(active === null ? [] : [active]), ...linked.keys()];
      const wasActive = active !== null;
      active = id;
      linked = next;
      const stretches = stretchesOf(new Set([...before, ...(id === null ? [] : [id]), ...next.keys()]));
      drawTouched(stretches);
      if (wasActive && id === null) drawConnectors(connectors, []);
    },
    setChips(mode) {
      if (mode === chips) return;
      chips = mode;
      if (body !== null && near !== null) draw(body, span(near));
    },
    wash(name, ranges) {
      const text = body;
      if (text === null) return;
      const parts = ranges.flatMap((range) => {
        const [from, to] = text.indicesOf(range);
        return text.paragraphs.slice(from, to).flatMap((paragraph) =>
          piecesWithin([[range.start, range.end]], paragraph.start, paragraph.end).map(({ start, end }) => ({
            paragraph,
            start,
            end,
          })),
        );
      });
      painter.wash(name, parts);
    },
    follow() {
      if (body === null) return;
      const last = near ?? [0, 0];
      if (near === null) readFaces();
      near = nearParagraphs(body, scroller);
      const [from, to] = near;
      for (let i = last[0]; i < last[1]; i++) {
        const paragraph = body.paragraphs[i];
        if ((i >= from && i < to) || paragraph === undefined) continue;
        painter.clear(i);
        decor.clear(paragraph);
      }
      const fresh = [...span(near)].filter((i) => i < last[0] || i >= last[1]);
      if (fresh.length > 0) draw(body, fresh);
    },
    redraw() {
      if (body === null) return;
      readFaces();
      canvas.follow();
      if (near !== null) draw(body, span(near));
    },
    destroy() {
      painter.destroy();
      connectors.remove();
    },
  };
  return canvas;
}

function* span([from, to]: readonly [number, number]): Generator<number> {
  for (let i = from; i < to; i++) yield i;
}

/** What is painted in a paragraph; deeper levels first, so that the innermost lies on top. */
function strokesOf(text: string, paragraph: Paragraph, placed: readonly PlacedMark[]): Stroke[] {
  return placed.toReversed().flatMap(({ mark, level }) => {
    const { style } = mark;
    const strokes: Stroke[] = piecesWithin(mark.fragments, paragraph.start, paragraph.end).map(({ start, end }) => ({
      kind: style.layer,
      style,
      level,
      start,
      end,
    }));
    if (mark.fragments.length > 1)
      for (const { start, end } of piecesWithin(bridgesOf(text, mark.fragments), paragraph.start, paragraph.end))
        strokes.push({ kind: 'gap', style, level, start, end });
    return strokes;
  });
}

/** Chips form one stop of the Tab key: the active mark's, or the first. */
function keepOneTabStop(article: HTMLElement): void {
  const current = article.querySelector('.reader-chip[tabindex="0"]');
  const wanted =
    article.querySelector('.reader-chip[aria-current="true"]') ?? current ?? article.querySelector('.reader-chip');
  if (current === wanted) return;
  current?.setAttribute('tabindex', '-1');
  wanted?.setAttribute('tabindex', '0');
}
