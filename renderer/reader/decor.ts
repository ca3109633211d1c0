/** Puts a paragraph's chips, bars and rings on the page, keeping elements that stay. Writes only. */
import { CHIP_HEIGHT, type ChipPlan, type DecorPlan } from './decor-plan.ts';
import type { Paragraph } from './text-body.ts';

/** The overlays of the paragraphs near the screen. */
export interface DecorLayer {
  /** Makes the paragraph's overlay look as planned. */
  write(paragraph: Paragraph, plan: DecorPlan): void;
  /** Takes the paragraph's overlay away, unless the focus is in it. */
  clear(paragraph: Paragraph): void;
  /** The ids of the marks that a chip stands for; undefined for other elements. */
  idsOf(chip: Element): readonly string[] | undefined;
}

interface Overlay {
  readonly chips: HTMLElement;
  readonly shapes: HTMLElement;
  readonly buttons: Map<string, HTMLButtonElement>;
}

/** A layer with nothing drawn. */
export function createDecorLayer(document: Document): DecorLayer {
  const overlays = new Map<number, Overlay>();
  const ids = new WeakMap<Element, readonly string[]>();

  const overlayOf = (paragraph: Paragraph): Overlay => {
    let overlay = overlays.get(paragraph.index);
    if (overlay === undefined) {
      const shapes = document.createElement('span');
      shapes.className = 'reader-shapes';
      shapes.ariaHidden = 'true';
      const chips = document.createElement('span');
      chips.className = 'reader-chips';
      overlay = { chips, shapes, buttons: new Map() };
      paragraph.element.append(shapes, chips);
      overlays.set(paragraph.index, overlay);
    }
    return overlay;
  };

  return {
    idsOf: (chip) => ids.get(chip),
    write(paragraph, plan) {
      const isEmpty = plan.chips.length + plan.bars.length + plan.rings.length === 0;
      if (isEmpty && !overlays.has(paragraph.index)) return;
      const overlay = overlayOf(paragraph);
      overlay.shapes.replaceChildren(
        ...plan.bars.map((bar) => {
          const element = makeBar(document, bar);
          ids.set(element, [bar.mark.id]);
          return element;
        }),
        ...plan.rings.map((ring) => makeRing(document, ring)),
      );
      const kept = new Set(plan.chips.map((chip) => chip.key));
      for (const [key, button] of overlay.buttons) {
        if (kept.has(key)) continue;
        button.remove();
        overlay.buttons.delete(key);
      }
      let previous: Element | null = null;
      for (const chip of plan.chips) {
        let button = overlay.buttons.get(chip.key);
        if (button === undefined) {
          button = document.createElement('button');
          button.type = 'button';
          button.tabIndex = -1;
          overlay.buttons.set(chip.key, button);
        }
        dressChip(button, chip);
        ids.set(
          button,
          chip.marks.map((mark) => mark.id),
        );
        const next: Element | null = previous === null ? overlay.chips.firstElementChild : previous.nextElementSibling;
        if (next !== button) overlay.chips.insertBefore(button, next);
        previous = button;
      }
    },
    clear(paragraph) {
      const overlay = overlays.get(paragraph.index);
      if (overlay === undefined || overlay.chips.contains(document.activeElement)) return;
      overlay.chips.remove();
      overlay.shapes.remove();
      overlays.delete(paragraph.index);
    },
  };
}

function dressChip(button: HTMLButtonElement, chip: ChipPlan): void {
  const [mark] = chip.marks;
  if (mark === undefined) return;
  const { hue, layer } = mark.style;
  setAttributes(button, {
    class: 'reader-chip',
    'aria-label': chip.marks.map((item) => item.description).join('; '),
    'data-label': chip.isBadge ? `+${chip.marks.length}` : mark.chip,
    'data-layer': chip.isBadge ? 'badge' : layer,
    'data-role': chip.role === '' ? null : chip.role,
    'data-count': !chip.isBadge && (mark.count ?? 0) > 0 ? String(mark.count) : null,
    'data-problem': chip.marks.some((item) => item.hasProblem === true) ? '' : null,
    'aria-current': chip.isActive ? 'true' : null,
  });
  const look = {
    '--chip-line': chip.isBadge ? 'var(--line)' : `var(--hue-${hue})`,
    '--chip-ink': chip.isBadge ? 'var(--ink-quiet)' : `var(--hue-${hue}-ink)`,
    left: `${chip.x.toFixed(1)}px`,
    top: `${chip.y.toFixed(1)}px`,
    height: `${CHIP_HEIGHT}px`,
  };
  for (const [name, value] of Object.entries(look))
    if (button.style.getPropertyValue(name) !== value) button.style.setProperty(name, value);
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string | null>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

function makeBar(document: Document, bar: DecorPlan['bars'][number]): HTMLElement {
  const element = document.createElement('span');
  element.className = 'reader-bar';
  element.dataset['line'] = bar.mark.style.line;
  if (bar.isActive) element.dataset['active'] = '';
  element.style.setProperty('--bar', `var(--hue-${bar.mark.style.hue})`);
  element.style.setProperty('--lane', String(bar.lane));
  element.style.setProperty('top', `${bar.top.toFixed(1)}px`);
  element.style.setProperty('height', `${bar.height.toFixed(1)}px`);
  return element;
}

function makeRing(document: Document, ring: DecorPlan['rings'][number]): HTMLElement {
  const element = document.createElement('span');
  element.className = 'reader-ring';
  element.dataset['kind'] = ring.kind;
  if (ring.isFirst) element.dataset['first'] = '';
  if (ring.isLast) element.dataset['last'] = '';
  for (const name of ['left', 'top', 'width', 'height'] as const)
    element.style.setProperty(name, `${ring[name].toFixed(1)}px`);
  return element;
}
