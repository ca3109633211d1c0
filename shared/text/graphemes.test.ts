import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemeEnd, graphemeSegmenter, graphemeStart, isGraphemeBoundary } from './graphemes.ts';

const CHARACTERS = [
  'a',
  '1',
  ' ',
  '。',
  '“',
  '县',
  '𠮷',
  'e\u0301',
  '👨‍👩‍👧',
  '🀄\ufe0f',
  '🇨🇳',
  '각',
  '葛\u{e0100}',
  '\r\n',
  '\n',
  '\u200d',
  '\u0301',
  'ﾞ',
];
const text = fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 30 });

/** Every boundary by the segmenter over the whole text. */
function boundaries(whole: string): ReadonlySet<number> {
  return new Set([...graphemeSegmenter().segment(whole)].map((segment) => segment.index).concat(whole.length));
}

describe('isGraphemeBoundary', () => {
  it('agrees with the segmenter on every offset of any text', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const known = boundaries(whole);
        for (let offset = 0; offset <= whole.length; offset += 1)
          expect([offset, isGraphemeBoundary(whole, offset)]).toEqual([offset, known.has(offset)]);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('is false outside the text', () => {
    expect([isGraphemeBoundary('县', -1), isGraphemeBoundary('县', 2)]).toEqual([false, false]);
  });
});

describe('graphemeStart and graphemeEnd', () => {
  it('close around the cluster that holds an offset', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const known = [...boundaries(whole)].toSorted((a, b) => a - b);
        for (let offset = 0; offset <= whole.length; offset += 1) {
          expect(graphemeStart(whole, offset)).toBe(known.findLast((at) => at <= offset));
          expect(graphemeEnd(whole, offset)).toBe(known.find((at) => at >= offset));
        }
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});
