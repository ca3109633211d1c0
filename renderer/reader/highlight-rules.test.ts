import { describe, expect, it } from 'vitest';
import { highlightName, highlightRule, LEVELS, lineDepth } from './highlight-rules.ts';

const style = { hue: 3, line: 'dashed', layer: 'entity' } as const;

describe('highlightRule', () => {
  it('styles exactly the name it is for, on the article', () => {
    for (const kind of ['entity', 'event', 'directive', 'gap'] as const)
      expect(highlightRule(kind, style, 2)).toContain(`.reader-article::highlight(${highlightName(kind, style, 2)}){`);
  });

  it('gives every layer its look and every level its depth', () => {
    expect(highlightRule('entity', style, 0)).toContain(
      'background-color:var(--hue-3-tint);text-decoration:underline dashed var(--hue-3) 1.5px;text-underline-offset:0.230em',
    );
    expect(highlightRule('event', style, 1)).toContain('background-color:var(--hue-3-fill)');
    expect(highlightRule('directive', style, 1)).toContain('underline overline dashed var(--hue-3) 1px');
    expect(highlightRule('gap', style, 3)).toContain('underline dotted var(--hue-3) 1px;text-underline-offset:0.830em');
  });
});

describe('lineDepth', () => {
  it('grows with the level, leaves room for four in the gap between lines, and ends there', () => {
    const depths = Array.from({ length: LEVELS }, (_, level) => lineDepth(level));
    expect(new Set(depths).size).toBe(LEVELS);
    // Line height 1.95 em; a Chinese character reaches 0.12 em below and 0.88 em above the baseline.
    expect(lineDepth(3)).toBeLessThan(1.95 - 0.88);
    expect(lineDepth(LEVELS + 3)).toBe(lineDepth(LEVELS - 1));
  });

  it('gives marks beyond the last level its name', () => {
    expect(highlightName('entity', style, 9)).toBe('reader-entity-3-dashed-4');
  });
});
