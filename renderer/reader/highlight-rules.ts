/** The style rules of highlights. Their names are fixed strings: one for each layer, hue, line style and stack level. */
import type { MarkStyle } from './types.ts';

/** Stack levels that have a place of their own between two lines; deeper marks share the last. */
export const LEVELS = 5;

/** Under the baseline, in em: where the first line lies, and each further one below. Four levels fit a line height of 1.95. */
const FIRST_OFFSET = 0.23;
const STEP = 0.2;

/** What a stretch of a mark shows: its own look, or the thin line over a bridged gap. */
export type StrokeKind = MarkStyle['layer'] | 'gap';

/** How far under the baseline the line of a level is drawn, in em. */
export function lineDepth(level: number): number {
  return FIRST_OFFSET + STEP * Math.min(level, LEVELS - 1);
}

/** The name in `CSS.highlights`. */
export function highlightName(kind: StrokeKind, style: MarkStyle, level: number): string {
  return `reader-${kind}-${style.hue}-${style.line}-${Math.min(level, LEVELS - 1)}`;
}

/** The rule for a highlight name; the element with class `reader-article` carries it and its text inherits it. */
export function highlightRule(kind: StrokeKind, style: MarkStyle, level: number): string {
  const colour = `var(--hue-${style.hue})`;
  const offset = `text-underline-offset:${lineDepth(level).toFixed(3)}em`;
  return `.reader-article::highlight(${highlightName(kind, style, level)}){${look(kind, style, colour, level)};${offset}}`;
}

function look(kind: StrokeKind, style: MarkStyle, colour: string, level: number): string {
  // Double and wavy lines are about three times as tall as their thickness.
  const thickness = style.line === 'double' || style.line === 'wavy' ? 1 : 1.5;
  const line = `${style.line} ${colour}`;
  switch (kind) {
    case 'entity': {
      // Tints of nested marks add up: outer ones are weaker, so that four deep is still paper.
      const tint = `var(--hue-${style.hue}-tint)`;
      const wash = level === 0 ? tint : `color-mix(in oklab, ${tint} 50%, transparent)`;
      return `background-color:${wash};text-decoration:underline ${line} ${thickness}px`;
    }
    case 'event':
      return `background-color:var(--hue-${style.hue}-fill);text-decoration:underline ${line} ${thickness + 0.5}px`;
    case 'directive':
      return `text-decoration:underline overline ${line} 1px`;
    case 'gap':
      return `text-decoration:underline dotted ${colour} 1px`;
  }
}
