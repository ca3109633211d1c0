import { describe, expect, it } from 'vitest';
import { moveByCharacter, moveByWord, widenToCharacters } from './caret-moves.ts';

const family = '👨‍👩‍👧';

describe('moveByCharacter', () => {
  it('steps over whole characters in both directions and stops at the ends', () => {
    const text = `甲${family}é\n乙`;
    const stops = [0];
    for (let at = 0; at < text.length; ) {
      at = moveByCharacter(text, at, 1);
      stops.push(at);
    }
    expect(stops).toEqual([0, 1, 9, 10, 11, 12]);
    const back = [text.length];
    for (let at = text.length; at > 0; ) {
      at = moveByCharacter(text, at, -1);
      back.push(at);
    }
    expect(back).toEqual([...stops].reverse());
    expect(moveByCharacter(text, text.length, 1)).toBe(text.length);
    expect(moveByCharacter(text, 0, -1)).toBe(0);
  });

  it('takes a base and its combining marks as one', () => {
    expect(moveByCharacter('e\u0301x', 0, 1)).toBe(2);
    expect(moveByCharacter('e\u0301x', 2, -1)).toBe(0);
  });
});

describe('moveByWord', () => {
  it('goes to word ends forward and word starts backward, over punctuation', () => {
    const text = '检查，道路';
    expect(moveByWord(text, 0, 1)).toBe(2);
    expect(moveByWord(text, 2, 1)).toBe(5);
    expect(moveByWord(text, 5, -1)).toBe(3);
    expect(moveByWord(text, 3, -1)).toBe(0);
  });

  it('crosses paragraph ends one at a time', () => {
    const text = '检查\n\n道路';
    expect(moveByWord(text, 2, 1)).toBe(3);
    expect(moveByWord(text, 3, 1)).toBe(4);
    expect(moveByWord(text, 4, -1)).toBe(3);
    expect(moveByWord(text, text.length, 1)).toBe(text.length);
    expect(moveByWord(text, 0, -1)).toBe(0);
  });
});

describe('widenToCharacters', () => {
  it('widens a range that would cut a character and clamps it to the text', () => {
    const text = `甲${family}乙`;
    expect(widenToCharacters(text, 2, 4)).toEqual({ start: 1, end: 9 });
    expect(widenToCharacters(text, 0, 1)).toEqual({ start: 0, end: 1 });
    expect(widenToCharacters(text, -5, 99)).toEqual({ start: 0, end: 10 });
  });
});
