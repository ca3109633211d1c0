import { describe, expect, it } from 'vitest';
import { keepListed, noneTicked, stretchTo, type Ticked, toggleAll, toggleRow } from './selected-rows.ts';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const idsOf = (ticked: Ticked<string>) => [...ticked.ids].sort();

describe('toggleRow', () => {
  it('ticks a row and unticks it again', () => {
    const once = toggleRow(noneTicked<string>(), 'b');
    expect(idsOf(once)).toEqual(['b']);
    expect(idsOf(toggleRow(once, 'b'))).toEqual([]);
  });
});

describe('stretchTo', () => {
  it('ticks everything between the last row touched and this one, in either direction', () => {
    const start = toggleRow(noneTicked<string>(), 'd');
    expect(idsOf(stretchTo(start, ORDER, 'b'))).toEqual(['b', 'c', 'd']);
    expect(idsOf(stretchTo(stretchTo(start, ORDER, 'b'), ORDER, 'e'))).toEqual(['b', 'c', 'd', 'e']);
  });

  it('ticks only the row itself where nothing was touched, or where the last row is gone', () => {
    expect(idsOf(stretchTo(noneTicked<string>(), ORDER, 'c'))).toEqual(['c']);
    expect(idsOf(stretchTo({ ids: new Set(), from: 'x' }, ORDER, 'c'))).toEqual(['c']);
  });
});

describe('toggleAll', () => {
  it('ticks all, and none when all are ticked', () => {
    const all = toggleAll(noneTicked<string>(), ORDER);
    expect(idsOf(all)).toEqual(ORDER);
    expect(idsOf(toggleAll(all, ORDER))).toEqual([]);
  });
});

describe('keepListed', () => {
  it('forgets rows that are no longer listed and keeps the object otherwise', () => {
    const ticked: Ticked<string> = { ids: new Set(['a', 'x']), from: 'a' };
    expect(idsOf(keepListed(ticked, ORDER))).toEqual(['a']);
    const kept: Ticked<string> = { ids: new Set(['a']), from: 'a' };
    expect(keepListed(kept, ORDER)).toBe(kept);
  });
});
