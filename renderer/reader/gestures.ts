/** Clicks, hovering and chip keys, turned into marks picked. */
import type { Canvas } from './canvas.ts';
import type { Caret } from './caret.ts';
import type { ReaderOptions } from './types.ts';

/** A click this close to the last one, in px, is at the same point. */
const SAME_POINT = 4;

/** What gestures need of the reader. */
export interface GestureOptions {
  readonly scroller: HTMLElement;
  readonly canvas: Canvas;
  readonly caret: Caret;
  readonly onPick: ReaderOptions['onPick'];
  readonly onHover: ((id: string | null) => void) | undefined;
  /** All listeners end with it. */
  readonly signal: AbortSignal;
}

/** What the reader asks of the gestures. */
export interface Gestures {
  /** True between the press and the release of the main button. */
  isDragging(): boolean;
  /** The keyboard's way to click on an offset; false where no mark is. */
  pickAt(offset: number): boolean;
  /** Ends hovering over a mark that is gone. */
  checkHover(): void;
}

/** Starts listening. */
export function listenToGestures(options: GestureOptions): Gestures {
  const { scroller, canvas, caret, onPick, onHover, signal } = options;
  const document = scroller.ownerDocument;
  let down: { x: number; y: number } | null = null;
  let last: { x: number; y: number; ids: string; turn: number } | null = null;
  let hovered: string | null = null;
  let frame = 0;
  let isDown = false;

  const idsAt = (offset: number) => canvas.marks.at(offset).map((placed) => placed.mark.id);

  /** The same marks at the same point again choose the next one. */
  const choose = (ids: readonly string[], x: number, y: number, additive: boolean) => {
    const key = ids.join('\n');
    const isSame = last !== null && last.ids === key && Math.hypot(last.x - x, last.y - y) <= SAME_POINT;
    const turn = isSame && last !== null ? last.turn + 1 : 0;
    last = { x, y, ids: key, turn };
    onPick(ids, ids[turn % ids.length] ?? null, { additive });
  };

  const click = (event: MouseEvent) => {
    const additive = event.ctrlKey || event.metaKey;
    const own = event.target instanceof Element ? event.target.closest('.reader-chip, .reader-bar') : null;
    const ids = own === null ? undefined : canvas.decor.idsOf(own);
    if (own !== null && ids !== undefined) {
      const box = own.getBoundingClientRect();
      choose(ids, box.left, box.top, additive);
      return;
    }
    const isDrag = down === null || Math.hypot(event.clientX - down.x, event.clientY - down.y) > SAME_POINT;
    if (isDrag || event.shiftKey || caret.range !== null) return;
    const offset = caret.lines?.characterAt(event.clientX, event.clientY) ?? null;
    const found = offset === null ? [] : idsAt(offset);
    choose(found, event.clientX, event.clientY, additive);
  };

  const hover = (x: number, y: number, target: EventTarget | null) => {
    const own = target instanceof Element ? target.closest('.reader-chip, .reader-bar') : null;
    const offset = own === null ? (caret.lines?.characterAt(x, y) ?? null) : null;
    const id =
      (own === null ? undefined : canvas.decor.idsOf(own)?.[0]) ??
      (offset === null ? undefined : idsAt(offset)[0]) ??
      null;
    if (id === hovered) return;
    hovered = id;
    scroller.toggleAttribute('data-over-mark', id !== null);
    const fragments = id === null ? [] : (canvas.marks.get(id)?.mark.fragments ?? []);
    canvas.wash(
      'hover',
      fragments.map(([start, end]) => ({ start, end })),
    );
    onHover?.(id);
  };

  scroller.addEventListener(
    'pointerdown',
    (event) => {
      down = event.button === 0 ? { x: event.clientX, y: event.clientY } : null;
      isDown = down !== null;
    },
    { signal },
  );
  const release = () => {
    if (!isDown) return;
    isDown = false;
    caret.readDom(false);
    const range = caret.range;
    // What was dragged over is shown as it counts: whole characters.
    if (range !== null && document.activeElement === scroller) snap(range.start, range.end);
  };
  const snap = (start: number, end: number) => {
    const isForward = caret.offset >= end || caret.offset > start;
    caret.set(isForward ? start : end, isForward ? end : start);
  };
  document.addEventListener('pointerup', release, { signal });
  document.addEventListener('pointercancel', release, { signal });
  scroller.addEventListener('click', click, { signal });
  scroller.addEventListener(
    'pointermove',
    (event) => {
      if (event.buttons !== 0 || event.pointerType === 'touch') return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (!signal.aborted) hover(event.clientX, event.clientY, event.target);
      });
    },
    { signal },
  );
  scroller.addEventListener(
    'pointerleave',
    () => {
      cancelAnimationFrame(frame);
      hover(-1, -1, null);
    },
    { signal },
  );
  scroller.addEventListener(
    'keydown',
    (event) => {
      if (event.target instanceof HTMLElement && event.target.matches('.reader-chip'))
        moveAmongChips(event, event.target, scroller);
    },
    { signal },
  );

  scroller.addEventListener(
    'focusin',
    ({ target }) => {
      if (!(target instanceof HTMLElement) || !target.matches('.reader-chip')) return;
      for (const other of scroller.querySelectorAll<HTMLElement>('.reader-chip[tabindex="0"]')) other.tabIndex = -1;
      target.tabIndex = 0;
    },
    { signal },
  );

  return {
    isDragging: () => isDown,
    pickAt(offset) {
      const ids = idsAt(offset);
      if (ids.length === 0) return false;
      choose(ids, -offset, -offset, false);
      return true;
    },
    checkHover() {
      if (hovered !== null && canvas.marks.get(hovered) === undefined) hover(-1, -1, null);
    },
  };
}

/** Arrow keys go from chip to chip, Escape back to the text. */
function moveAmongChips(event: KeyboardEvent, chip: HTMLElement, scroller: HTMLElement): void {
  if (event.key === 'Escape') {
    event.preventDefault();
    scroller.focus({ preventScroll: true });
    return;
  }
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const all = [...scroller.querySelectorAll<HTMLElement>('.reader-chip')];
  const next = all[all.indexOf(chip) + step];
  event.preventDefault();
  next?.focus();
}
