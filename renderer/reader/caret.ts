/** Selection and caret: the DOM's selection kept in step with offsets, moves by key, a visible caret. */
import { type Direction, moveByCharacter, moveByWord, widenToCharacters } from './caret-moves.ts';
import { type CaretPlace, createLines, type Lines } from './lines.ts';
import type { Ruler } from './ruler.ts';
import type { TextBody } from './text-body.ts';
import type { TextRange } from './types.ts';

/** What the caret needs of the reader. */
export interface CaretOptions {
  readonly scroller: HTMLElement;
  /** The element that the caret is placed in. */
  readonly page: HTMLElement;
  readonly ruler: Ruler;
  /** `isGrowing`: the selection is being made by key, and Shift is still held. */
  onSelect(range: TextRange | null, isGrowing: boolean): void;
  /** The caret moved; `byKey` where a screen reader should hear about it. */
  onMove(offset: number, byKey: boolean): void;
  /** The selection is to be shown by other means (the DOM's selection went elsewhere), or no longer. */
  onShow(range: TextRange | null): void;
  reveal(offset: number): void;
}

/** One caret, for the text given last. */
export interface Caret {
  setBody(body: TextBody): void;
  readonly offset: number;
  readonly range: TextRange | null;
  readonly lines: Lines | null;
  /** Moves without telling anyone. */
  set(anchor: number, focus: number): void;
  /** Takes a key press; true where it was one of the caret's. */
  press(event: KeyboardEvent): boolean;
  /** Shift was let go: a selection made by key is complete. */
  letGo(): void;
  /** Reads the DOM's selection after it changed. */
  readDom(isDragging: boolean): void;
  /** Draws the caret where it now is; after layout changed. */
  draw(): void;
  /** Gives the DOM the selection back when the focus returns by key or by call. */
  resume(): void;
}

/** A caret at the start of no text. */
export function createCaret(options: CaretOptions): Caret {
  const { scroller, page, ruler } = options;
  const document = scroller.ownerDocument;
  const bar = document.createElement('div');
  bar.className = 'reader-caret';
  bar.ariaHidden = 'true';
  page.append(bar);

  let body: TextBody | null = null;
  let lines: Lines | null = null;
  let anchor = 0;
  let place: CaretPlace = { offset: 0, isLineEnd: false };
  let goalX: number | null = null;
  let told: TextRange | null = null;
  let isGrowing = false;

  const rangeOf = (): TextRange | null => {
    if (body === null || anchor === place.offset) return null;
    return widenToCharacters(body.text, Math.min(anchor, place.offset), Math.max(anchor, place.offset));
  };
  const tell = (growing: boolean) => {
    const range = rangeOf();
    if (range?.start === told?.start && range?.end === told?.end) return;
    told = range;
    isGrowing = growing && range !== null;
    options.onSelect(range, isGrowing);
  };
  const draw = () => {
    if (lines === null || document.activeElement !== scroller) return;
    const box = lines.caretBox(place);
    const origin = page.getBoundingClientRect();
    bar.style.setProperty(
      'transform',
      `translate(${(box.left - origin.left).toFixed(1)}px, ${(box.top - origin.top).toFixed(1)}px)`,
    );
    bar.style.setProperty('height', `${(box.bottom - box.top).toFixed(1)}px`);
  };
  const writeDom = () => {
    if (body === null) return;
    const from = body.paragraphOf(anchor);
    const to = body.paragraphOf(place.offset);
    document.getSelection()?.setBaseAndExtent(from.node, anchor - from.start, to.node, place.offset - to.start);
  };
  const goTo = (next: CaretPlace, extend: boolean, growing: boolean) => {
    place = next;
    if (!extend) anchor = next.offset;
    writeDom();
    options.onShow(null);
    options.reveal(next.offset);
    draw();
    tell(growing);
    options.onMove(next.offset, true);
  };
  const byPage = (direction: Direction, x: number): CaretPlace | null => {
    if (lines === null) return null;
    const box = lines.caretBox(place);
    return lines.nearest(x, (box.top + box.bottom) / 2 + direction * scroller.clientHeight * 0.85);
  };

  /** The place a key leads to; null for keys that are none of the caret's. */
  const target = (event: KeyboardEvent, text: string, at: Lines): CaretPlace | null => {
    const isWord = event.ctrlKey || event.altKey;
    const plain = (offset: number): CaretPlace => ({ offset, isLineEnd: false });
    const range = rangeOf();
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight': {
        const direction = event.key === 'ArrowLeft' ? -1 : 1;
        if (event.metaKey) return at.edge(place, direction);
        if (isWord) return plain(moveByWord(text, place.offset, direction));
        if (range !== null && !event.shiftKey) return plain(direction < 0 ? range.start : range.end);
        return plain(moveByCharacter(text, place.offset, direction));
      }
      case 'ArrowUp':
      case 'ArrowDown':
      case 'PageUp':
      case 'PageDown': {
        const direction = event.key === 'ArrowUp' || event.key === 'PageUp' ? -1 : 1;
        const edge = plain(direction < 0 ? 0 : text.length);
        if (isWord) return null;
        if (event.metaKey) return edge;
        goalX ??= at.caretBox(place).left;
        return (event.key.startsWith('Page') ? byPage(direction, goalX) : at.step(place, direction, goalX)) ?? edge;
      }
      case 'Home':
      case 'End': {
        const direction = event.key === 'Home' ? -1 : 1;
        if (event.altKey) return null;
        if (event.ctrlKey || event.metaKey) return plain(direction < 0 ? 0 : text.length);
        return at.edge(place, direction);
      }
      default:
        return null;
    }
  };

  return {
    get offset() {
      return place.offset;
    },
    get range() {
      return rangeOf();
    },
    get lines() {
      return lines;
    },
    setBody(next) {
      body = next;
      lines = createLines(next, ruler);
      anchor = 0;
      place = { offset: 0, isLineEnd: false };
      goalX = null;
      told = null;
      isGrowing = false;
    },
    set(from, to) {
      if (body === null) return;
      const clamp = (offset: number) => Math.max(0, Math.min(offset, body?.text.length ?? 0));
      anchor = clamp(from);
      place = { offset: clamp(to), isLineEnd: false };
      goalX = null;
      told = rangeOf();
      isGrowing = false;
      // The DOM's selection belongs to whoever has the focus; elsewhere it is only shown.
      if (document.activeElement === scroller) {
        writeDom();
        options.onShow(null);
      } else options.onShow(told);
      draw();
    },
    press(event) {
      if (body === null || lines === null) return false;
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'a') {
        anchor = 0;
        goTo({ offset: body.text.length, isLineEnd: false }, true, false);
        return true;
      }
      const isVertical = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'].includes(event.key);
      if (!isVertical) goalX = null;
      const next = target(event, body.text, lines);
      if (next === null) return false;
      goTo(next, event.shiftKey, event.shiftKey);
      return true;
    },
    letGo() {
      if (!isGrowing) return;
      isGrowing = false;
      options.onSelect(told, false);
    },
    readDom(isDragging) {
      const selection = document.getSelection();
      if (body === null || selection === null || selection.anchorNode === null || selection.focusNode === null) return;
      const from = body.toOffset(selection.anchorNode, selection.anchorOffset);
      const to = body.toOffset(selection.focusNode, selection.focusOffset);
      if (from === null || to === null) {
        options.onShow(rangeOf());
        return;
      }
      options.onShow(null);
      if (to !== place.offset || from !== anchor) {
        anchor = from;
        if (to !== place.offset) {
          place = { offset: to, isLineEnd: false };
          options.onMove(to, false);
        }
        goalX = null;
        draw();
      }
      if (!isDragging) tell(false);
    },
    draw,
    resume() {
      writeDom();
      options.onShow(null);
      draw();
    },
  };
}
