import { describe, expect, it } from 'vitest';
import { trimRange } from './trim.ts';

function trimmed(text: string): string {
  const { start, end } = trimRange(text, 0, text.length);
  return text.slice(start, end);
}

describe('trimRange', () => {
  it.each([
    [' 青禾区 ', '青禾区'],
    ['\u3000青禾区，', '青禾区'],
    ['。青禾区。', '青禾区'],
    ['《防汛预案》', '《防汛预案》'],
    ['《防汛预案》等', '《防汛预案》等'],
    ['《防汛预案', '防汛预案'],
    ['防汛预案》', '防汛预案'],
    ['“双减”政策、', '“双减”政策'],
    ['（记者 陈远', '记者 陈远'],
    ['青禾区（试点）', '青禾区（试点）'],
    ['\n第一段', '第一段'],
    ['……', '……'],
    [' Acme Inc. ', 'Acme Inc'],
  ])('trims %j to %j', (text, expected) => {
    expect(trimmed(text)).toBe(expected);
  });
});
