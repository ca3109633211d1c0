/** Which paragraphs are near the screen, by scroll geometry alone. */
import { SECTION_LENGTH, type TextBody } from './text-body.ts';

/** Paragraph indices `[from, to)` on the screen and half a screen before and after. Reads layout. */
export function nearParagraphs(body: TextBody, scroller: Element): [from: number, to: number] {
  const view = scroller.getBoundingClientRect();
  const top = view.top - view.height / 2;
  const bottom = view.bottom + view.height / 2;
  const first = firstEndingAfter(body.sections, 0, body.sections.length, top);
  const last = firstBeginningAfter(body.sections, first, body.sections.length, bottom);
  const elements = body.paragraphs;
  const from = first * SECTION_LENGTH;
  const to = Math.min(elements.length, last * SECTION_LENGTH);
  if (from >= to) return [0, 0];
  const slice = elements.slice(from, to).map((paragraph) => paragraph.element);
  return [
    from + firstEndingAfter(slice, 0, slice.length, top),
    from + firstBeginningAfter(slice, 0, slice.length, bottom),
  ];
}

function firstEndingAfter(elements: readonly Element[], low: number, high: number, y: number): number {
  return bisect(low, high, (i) => (elements[i]?.getBoundingClientRect().bottom ?? y) > y);
}

function firstBeginningAfter(elements: readonly Element[], low: number, high: number, y: number): number {
  return bisect(low, high, (i) => (elements[i]?.getBoundingClientRect().top ?? y) >= y);
}

function bisect(low: number, high: number, holds: (i: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
