import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLevels } from '#shared/text/segments.ts';
import { createMarkStore } from './mark-store.ts';
import type { Mark } from './types.ts';

const text = '字'.repeat(200);
const mark = (id: string, ...fragments: readonly (readonly [number, number])[]): Mark => ({
  id,
  style: { hue: 1, line: 'solid', layer: 'entity' },
  chip: id,
  description: id,
  fragments,
});
const ids = (list: readonly { mark: Mark }[]) => list.map((placed) => placed.mark.id);

const someMarks = fc
  .array(fc.tuple(fc.nat(90), fc.integer({ min: 1, max: 12 })), { maxLength: 20 })
  .map((list) => list.map(([start, length], i) => mark(`m${i}`, [start, start + length])));

describe('createMarkStore', () => {
  it('answers nothing to draw for the same objects, and only the own stretch for one more', () => {
    const store = createMarkStore(text);
    const first = [mark('a', [0, 4]), mark('b', [50, 60])];
    expect(store.update(first)).toEqual([
      [0, 4],
      [50, 60],
    ]);
    expect(store.update([...first])).toEqual([]);
    expect(store.update([...first, mark('c', [100, 103])])).toEqual([[100, 103]]);
  });

  it('draws neighbours again whose level changed, and no others', () => {
    const store = createMarkStore(text);
    const outer = mark('outer', [10, 20]);
    const apart = mark('apart', [30, 40]);
    store.update([outer, apart]);
    const inner = mark('inner', [12, 14]);
    expect(store.update([outer, apart, inner])).toEqual([
      [10, 20],
      [12, 14],
    ]);
    expect(store.get('outer')?.level).toBe(1);
    expect(store.get('inner')?.level).toBe(0);
    store.update([outer, apart]);
    expect(store.get('outer')?.level).toBe(0);
    expect(store.get('inner')).toBeUndefined();
  });

  it('draws a mark again whose looks changed, and both places of one that moved', () => {
    const store = createMarkStore(text);
    store.update([mark('a', [0, 4])]);
    expect(store.update([mark('a', [0, 4])])).toEqual([[0, 4]]);
    expect(store.update([mark('a', [8, 9])])).toEqual([
      [0, 4],
      [8, 9],
    ]);
  });

  it('finds the marks over a character smallest first, not those whose gap it lies in', () => {
    const store = createMarkStore(text);
    store.update([mark('long', [0, 30]), mark('parted', [2, 4], [8, 10]), mark('short', [3, 4])]);
    expect(ids(store.at(3))).toEqual(['short', 'parted', 'long']);
    expect(ids(store.at(5))).toEqual(['long']);
    expect(ids(store.within(5, 6))).toEqual(['parted', 'long']);
    expect(ids(store.at(30))).toEqual([]);
  });

  it('gives the levels of a fresh count after any two lists', () => {
    fc.assert(
      fc.property(someMarks, someMarks, fc.nat(20), (before, after, shared) => {
        const list = [...before.slice(0, shared), ...after.slice(Math.min(shared, before.length))];
        const store = createMarkStore(text);
        store.update(before);
        store.update(list);
        expect(list.map((item) => store.get(item.id)?.level)).toEqual(assignLevels(list));
        expect(ids(store.within(0, text.length)).sort()).toEqual(ids(list.map((item) => ({ mark: item }))).sort());
      }),
    );
  });
});
