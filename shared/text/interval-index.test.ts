import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIntervalIndex } from './interval-index.ts';

const interval = fc
  .record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 25 }), value: fc.nat(9) })
  .map(({ start, length, value }) => ({ start, end: start + length, value }));

describe('createIntervalIndex', () => {
  it('gives what a filter over all intervals gives, after any inserts and removals', () => {
    const action = fc.oneof(
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('insert' as const), interval }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), pick: fc.nat(99) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('query' as const), interval }) },
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 80 }), (actions) => {
        const index = createIntervalIndex<number>();
        const plain: { start: number; end: number; value: number }[] = [];
        for (const step of actions) {
          if (step.kind === 'insert') {
            index.insert(step.interval.start, step.interval.end, step.interval.value);
            plain.push(step.interval);
          } else if (step.kind === 'remove') {
            const [gone] = plain.length === 0 ? [] : plain.splice(step.pick % plain.length, 1);
            if (gone !== undefined) expect(index.remove(gone.start, gone.end, gone.value)).toBe(true);
          } else {
            const { start, end } = step.interval;
            const expected = plain.filter((item) => item.start < end && item.end > start).map((item) => item.value);
            expect(index.query(start, end).sort()).toEqual(expected.sort());
          }
          expect(index.size).toBe(plain.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('answers in order of start and treats ends as open', () => {
    const index = createIntervalIndex<string>();
    index.insert(5, 9, 'b');
    index.insert(0, 5, 'a');
    index.insert(6, 7, 'c');
    index.insert(3, 3, 'empty');
    expect(index.query(5, 6)).toEqual(['b']);
    expect(index.query(4, 7)).toEqual(['a', 'b', 'c']);
    expect(index.query(9, 20)).toEqual([]);
    expect(index.size).toBe(3);
  });

  it('refuses to remove an interval that it does not hold', () => {
    const index = createIntervalIndex<string>();
    index.insert(2, 4, 'a');
    expect(index.remove(2, 5, 'a')).toBe(false);
    expect(index.remove(2, 4, 'b')).toBe(false);
    expect(index.remove(2, 4, 'a')).toBe(true);
    expect(index.query(0, 10)).toEqual([]);
  });

  it('stays usable with many intervals inserted in order', () => {
    const index = createIntervalIndex<number>();
    for (let i = 0; i < 20_000; i++) index.insert(i * 2, i * 2 + 3, i);
    expect(index.query(20_000, 20_001)).toEqual([9999, 10_000]);
  });
});
