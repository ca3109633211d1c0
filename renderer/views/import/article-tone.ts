/** Colours that tell the articles of a page apart: neighbours never share one. */
import type { CSSProperties } from 'react';

/** Six of the twelve hues, far from one another in turn. */
const HUES = [8, 2, 5, 10, 3, 12];

/** Custom properties for everything that belongs to the article with this index. */
export function articleTone(index: number): CSSProperties {
  const hue = HUES[index % HUES.length] ?? 1;
  return {
    '--tone': `var(--hue-${hue})`,
    '--tone-ink': `var(--hue-${hue}-ink)`,
    '--tone-tint': `var(--hue-${hue}-tint)`,
  } as CSSProperties;
}
