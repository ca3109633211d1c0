import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BADGE_WIDTH, type ChipRequest, placeChips } from './chip-layout.ts';

const chip = (key: string, x: number, width = 30, line = 0): ChipRequest => ({ key, line, x, width, isPinned: false });
const shown = (requests: readonly ChipRequest[], right: number) =>
  placeChips(requests, right).map((place) => `${place.keys.join('+')}@${place.x}`);

describe('placeChips', () => {
  it('leaves chips where they fit and shifts the next to the right', () => {
    expect(shown([chip('a', 0), chip('b', 100), chip('c', 110)], 400)).toEqual(['a@0', 'b@100', 'c@132']);
  });

  it('keeps lines apart', () => {
    expect(shown([chip('a', 0, 30, 0), chip('b', 0, 30, 35)], 400)).toEqual(['a@0', 'b@0']);
  });

  it('gathers what would be shifted too far under a badge', () => {
    expect(shown([chip('a', 0), chip('b', 0), chip('c', 0), chip('d', 0)], 400)).toEqual(['a@0', 'b@32', 'c+d@64']);
  });

  it('moves a chip left at the right end, and gathers there when no more fits', () => {
    expect(shown([chip('a', 90)], 100)).toEqual(['a@70']);
    expect(shown([chip('a', 70), chip('b', 80)], 100)).toEqual(['a+b@70']);
  });

  it('shifts a pinned chip any distance', () => {
    const pinned = { ...chip('c', 0), isPinned: true };
    expect(shown([chip('a', 0), chip('b', 0), pinned], 400)).toEqual(['a@0', 'b@32', 'c@64']);
  });

  it('never lets two places touch or reach beyond the right end, and loses no chip', () => {
    const request = fc.record({
      line: fc.constantFrom(0, 35),
      x: fc.nat(300),
      width: fc.integer({ min: BADGE_WIDTH, max: 90 }),
      isPinned: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 30 }), (list) => {
        const requests = list.map((item, i) => ({ ...item, key: String(i) }));
        const places = placeChips(requests, 320);
        expect(places.flatMap((place) => place.keys).sort()).toEqual(requests.map((item) => item.key).sort());
        for (const [i, a] of places.entries()) {
          expect(a.x + a.width).toBeLessThanOrEqual(320);
          for (const b of places.slice(i + 1))
            if (a.line === b.line) expect(a.x + a.width <= b.x || b.x + b.width <= a.x).toBe(true);
        }
      }),
    );
  });
});
