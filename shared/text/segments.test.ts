import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignLevels,
  bridgesOf,
  compareBySize,
  extentsOf,
  type Fragmented,
  paragraphAt,
  paragraphStarts,
  piecesWithin,
  type Stretch,
} from './segments.ts';

const fragments = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 8 })), { minLength: 1, maxLength: 3 })
  .chain((steps) =>
    fc.nat(50).map((from) => {
      let at = from;
      return steps.map(([gap, length], i): Stretch => {
        const start = at + (i === 0 ? 0 : gap + 1);
        at = start + length;
        return [start, at];
      });
    }),
  );
const marks = fc
  .array(fragments, { maxLength: 25 })
  .map((list): Fragmented[] => list.map((item, i) => ({ id: `m${i}`, fragments: item })));

const overlap = (a: Fragmented, b: Fragmented) =>
  a.fragments.some(([s, e]) => b.fragments.some(([from, to]) => s < to && from < e));
const levelsById = (list: readonly Fragmented[]) => {
  const levels = assignLevels(list);
  return new Map(list.map((mark, i) => [mark.id, levels[i]]));
};

describe('assignLevels', () => {
  it('puts the inner mark nearest to the text and outer ones below', () => {
    const list = [
      { id: 'outer', fragments: [[0, 10]] },
      { id: 'inner', fragments: [[2, 4]] },
      { id: 'middle', fragments: [[1, 6]] },
      { id: 'apart', fragments: [[10, 12]] },
    ] as const;
    expect(assignLevels(list)).toEqual([2, 0, 1, 0]);
  });

  it('lets a mark use a free level between crossing neighbours', () => {
    const list = [
      { id: 'a', fragments: [[0, 2]] },
      { id: 'b', fragments: [[1, 4]] },
      { id: 'c', fragments: [[3, 8]] },
      { id: 'd', fragments: [[7, 16]] },
    ] as const;
    expect(assignLevels(list)).toEqual([0, 1, 0, 1]);
  });

  it('never gives two overlapping marks the same level', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const levels = assignLevels(list);
        for (const [i, a] of list.entries())
          for (const [j, b] of list.entries()) if (i < j && overlap(a, b)) expect(levels[i]).not.toBe(levels[j]);
      }),
    );
  });

  it('puts every mark below all that it contains', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const levels = assignLevels(list);
        for (const [i, a] of list.entries())
          for (const [j, b] of list.entries()) {
            const inside = b.fragments.every(([s, e]) => a.fragments.some(([from, to]) => from <= s && e <= to));
            if (i !== j && inside && compareBySize(b, a) < 0) expect(levels[i]).toBeGreaterThan(levels[j] ?? -1);
          }
      }),
    );
  });

  it('does not depend on the order given', () => {
    fc.assert(
      fc.property(marks, (list) => {
        expect(levelsById([...list].reverse())).toEqual(levelsById(list));
      }),
    );
  });

  it('changes no level outside the chain of overlaps of an added mark', () => {
    fc.assert(
      fc.property(marks, fragments, (list, extra) => {
        const added: Fragmented = { id: 'added', fragments: extra };
        const reached = new Set<Fragmented>([added]);
        for (const from of reached) for (const mark of list) if (overlap(from, mark)) reached.add(mark);
        const before = levelsById(list);
        const after = levelsById([...list, added]);
        for (const mark of list) if (!reached.has(mark)) expect(after.get(mark.id)).toBe(before.get(mark.id));
      }),
    );
  });
});

describe('compareBySize', () => {
  it('orders by covered length, then start, then id', () => {
    const list: Fragmented[] = [
      { id: 'b', fragments: [[4, 6]] },
      { id: 'a', fragments: [[4, 6]] },
      { id: 'c', fragments: [[0, 2]] },
      {
        id: 'wide',
        fragments: [
          [0, 1],
          [9, 11],
        ],
      },
    ];
    expect([...list].sort(compareBySize).map((mark) => mark.id)).toEqual(['c', 'a', 'b', 'wide']);
  });
});

describe('bridgesOf and extentsOf', () => {
  const text = `${'一'.repeat(60)}\n${'二'.repeat(60)}`;

  it('bridges short gaps and leaves long gaps and paragraph ends open', () => {
    const parts: Stretch[] = [
      [0, 2],
      [5, 8],
      [50, 60],
      [61, 63],
    ];
    expect(bridgesOf(text, parts)).toEqual([[2, 5]]);
    expect(extentsOf(text, parts)).toEqual([
      [0, 8],
      [50, 60],
      [61, 63],
    ]);
  });

  it('gives one stretch back as it is', () => {
    expect(extentsOf(text, [[3, 9]])).toEqual([[3, 9]]);
  });
});

describe('piecesWithin', () => {
  it('clips to the paragraph and says where the mark begins and ends', () => {
    expect(
      piecesWithin(
        [
          [2, 6],
          [12, 30],
        ],
        10,
        20,
      ),
    ).toEqual([{ start: 2, end: 10, isFirst: false, isLast: false }]);
    expect(
      piecesWithin(
        [
          [2, 6],
          [12, 18],
        ],
        0,
        20,
      ),
    ).toEqual([
      { start: 2, end: 6, isFirst: true, isLast: false },
      { start: 12, end: 18, isFirst: false, isLast: true },
    ]);
    expect(piecesWithin([[2, 6]], 6, 9)).toEqual([]);
  });

  it('covers each mark exactly once over all paragraphs, paragraph ends left out', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('字', '\n'), maxLength: 40 }),
        fc.nat(40),
        fc.nat(40),
        (text, a, b) => {
          const start = Math.min(a, b, text.length);
          const end = Math.min(Math.max(a, b), text.length);
          const starts = paragraphStarts(text);
          const drawn = starts.flatMap((from, i) => {
            const to = (starts[i + 1] ?? text.length + 1) - 1;
            return piecesWithin([[start, end]], from, to).map((piece) =>
              text.slice(from + piece.start, from + piece.end),
            );
          });
          expect(drawn.join('')).toBe(text.slice(start, end).replaceAll('\n', ''));
        },
      ),
    );
  });
});

describe('paragraphStarts and paragraphAt', () => {
  it('finds the paragraph of every offset, empty paragraphs too', () => {
    const starts = paragraphStarts('甲乙\n\n丙\n');
    expect(starts).toEqual([0, 3, 4, 6]);
    expect([0, 2, 3, 4, 5, 6, 99].map((offset) => paragraphAt(starts, offset))).toEqual([0, 0, 1, 2, 2, 3, 3]);
  });
});
