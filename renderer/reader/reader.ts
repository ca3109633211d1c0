/** The reader island: draws one article and its marks, and tells what the person selects and picks. Knows nothing of the app. */

import { createCanvas } from './canvas.ts';
import { createCaret } from './caret.ts';
import { widenToCharacters } from './caret-moves.ts';
import { listenToGestures } from './gestures.ts';
import { createLiveRegion } from './live-region.ts';
import { createRuler } from './ruler.ts';
import { layOutText, type TextBody } from './text-body.ts';
import type { Reader, ReaderOptions } from './types.ts';

export type { ChipMode, LinkedMark, Mark, MarkStyle, Reader, ReaderOptions, TextRange } from './types.ts';

const HAN = /\p{Script=Han}/u;

/** Builds an empty reader inside the container. The caller destroys it. */
export function createReader(options: ReaderOptions): Reader {
  const { container } = options;
  const document = container.ownerDocument;
  const ending = new AbortController();
  const { signal } = ending;
  const ruler = createRuler(document);

  const scroller = document.createElement('div');
  scroller.className = 'reader';
  scroller.tabIndex = 0;
  scroller.role = 'application';
  scroller.ariaLabel = options.labelText;
  const page = document.createElement('div');
  page.className = 'reader-page';
  const article = document.createElement('article');
  article.className = 'reader-article';
  page.append(article);
  scroller.append(page);
  container.append(scroller);

  const live = createLiveRegion(container);
  const canvas = createCanvas(scroller, page, article, ruler);
  let body: TextBody | null = null;
  let width = 0;
  let frame = 0;

  /** What a screen reader hears: the character and the marks over it. */
  const sayCaret = (offset: number) => {
    if (body === null) return;
    const { end } = widenToCharacters(body.text, offset, offset + 1);
    const character = body.text.slice(offset, end);
    const descriptions = canvas.marks.at(offset).map((placed) => placed.mark.description);
    live.say([character === '\n' || character === '' ? '¶' : character, ...descriptions].join(', '));
  };

  const reveal = (offset: number) => {
    if (body === null) return;
    const paragraph = body.paragraphOf(offset);
    const margin = Math.min(72, scroller.clientHeight / 5);
    const measure = () => {
      const box = ruler.charBox(paragraph, Math.min(offset, paragraph.end) - paragraph.start);
      const view = scroller.getBoundingClientRect();
      return {
        over: view.top + margin - box.top,
        under: box.bottom - view.bottom + margin,
        middle: (box.top + box.bottom - view.top - view.bottom) / 2,
        height: view.height,
      };
    };
    let at = measure();
    const isFar = at.over > at.height || at.under > at.height;
    if (isFar) {
      // Sections on the way get their true heights only when they come near; a second look corrects for that.
      scroller.scrollTop += at.middle;
      at = measure();
      scroller.scrollTop += at.middle;
    } else if (at.over > 0) scroller.scrollTop -= at.over;
    else if (at.under > 0) scroller.scrollTop += at.under;
    else return;
    canvas.follow();
  };

  const caret = createCaret({
    scroller,
    page,
    ruler,
    reveal,
    onSelect: options.onSelect,
    onMove(offset, byKey) {
      if (byKey) sayCaret(offset);
      options.onCaret(offset);
    },
    onShow: (range) => canvas.wash('selection', range === null ? [] : [range]),
  });
  const gestures = listenToGestures({
    scroller,
    canvas,
    caret,
    onPick: options.onPick,
    onHover: options.onHover,
    signal,
  });

  const soon = () => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      canvas.follow();
    });
  };
  scroller.addEventListener('scroll', soon, { passive: true, signal });
  scroller.addEventListener('focus', () => (gestures.isDragging() ? caret.draw() : caret.resume()), { signal });
  scroller.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== scroller || event.isComposing) return;
      const isPick = event.key === ' ' && caret.range === null && gestures.pickAt(caret.offset);
      if (isPick || caret.press(event)) event.preventDefault();
    },
    { signal },
  );
  scroller.addEventListener('keyup', (event) => event.key === 'Shift' && caret.letGo(), { signal });
  document.addEventListener('selectionchange', () => caret.readDom(gestures.isDragging()), { signal });
  const sizes = new ResizeObserver(() => {
    const next = article.clientWidth;
    if (next !== width) canvas.redraw();
    else soon();
    width = next;
    caret.draw();
  });
  sizes.observe(scroller);
  sizes.observe(article);

  return {
    setText(text) {
      body = layOutText(article, text);
      article.lang = HAN.test(text.slice(0, 2000)) ? 'zh-CN' : 'en';
      scroller.scrollTop = 0;
      canvas.setBody(body);
      caret.setBody(body);
      gestures.checkHover();
      soon();
    },
    setMarks(marks) {
      canvas.setMarks(marks);
      gestures.checkHover();
    },
    setActive: (id, linked) => canvas.setActive(id, linked),
    select(start, end) {
      if (body === null) return;
      const range = widenToCharacters(body.text, Math.min(start, end), Math.max(start, end));
      caret.set(range.start, start === end ? range.start : range.end);
    },
    clearSelection: () => caret.set(caret.offset, caret.offset),
    selection: () => caret.range,
    reveal,
    setChips: (mode) => canvas.setChips(mode),
    focus: () => scroller.focus({ preventScroll: true }),
    destroy() {
      ending.abort();
      cancelAnimationFrame(frame);
      sizes.disconnect();
      canvas.destroy();
      live.destroy();
      scroller.remove();
    },
  };
}
