import { describe, expect, it } from 'vitest';
import { nextIndex } from './next-index.ts';

describe('nextIndex', () => {
  it('moves by one, by a page and to both ends', () => {
    expect(nextIndex('ArrowDown', 3, 10, 4)).toBe(4);
    expect(nextIndex('ArrowUp', 3, 10, 4)).toBe(2);
    expect(nextIndex('PageDown', 3, 10, 4)).toBe(7);
    expect(nextIndex('PageUp', 5, 10, 4)).toBe(1);
    expect(nextIndex('Home', 5, 10, 4)).toBe(0);
    expect(nextIndex('End', 5, 10, 4)).toBe(9);
  });

  it('stays inside the list', () => {
    expect(nextIndex('ArrowDown', 9, 10, 4)).toBe(9);
    expect(nextIndex('ArrowUp', 0, 10, 4)).toBe(0);
    expect(nextIndex('PageDown', 8, 10, 4)).toBe(9);
    expect(nextIndex('PageUp', 2, 10, 4)).toBe(0);
  });

  it('gives null for other keys and for an empty list', () => {
    expect(nextIndex('Enter', 3, 10, 4)).toBeNull();
    expect(nextIndex('ArrowDown', 0, 0, 4)).toBeNull();
  });
});
