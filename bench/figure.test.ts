import { describe, expect, it } from 'vitest';
import { atLeast, atMost, interleave, makeFigure, quantile } from './figure.ts';
import { makeSpans, makeText } from './generate.ts';

describe('quantile', () => {
  it('gives the median and the 95th hundredth of samples in any order', () => {
    const samples = Array.from({ length: 101 }, (_, i) => (i * 37) % 101);
    expect(quantile(samples, 0.5)).toBe(50);
    expect(quantile(samples, 0.95)).toBe(95);
    expect(quantile([4, 1], 0.5)).toBe(2.5);
  });
});

describe('makeFigure', () => {
  it('holds a time against a multiple of the control and an allowance', () => {
    const goal = atMost(2, 150, 'ms');
    expect(makeFigure('start', 'ms', 230, 40, goal)).toEqual({
      name: 'start',
      value: 230,
      unit: 'ms',
      control: 40,
      ratio: 5.75,
      goal: '≤ 2 × + 150 ms',
      meets: true,
    });
    expect(makeFigure('start', 'ms', 230.1, 40, goal).meets).toBe(false);
  });

  it('holds a rate against a share of the control', () => {
    expect(makeFigure('import', '/s', 50, 100, atLeast(0.5)).meets).toBe(true);
    expect(makeFigure('import', '/s', 49, 100, atLeast(0.5)).meets).toBe(false);
  });
});

describe('interleave', () => {
  it('takes turns, changes who is first, and drops the warm-up', async () => {
    const order: string[] = [];
    const take = (name: string) => () => {
      order.push(name);
      return order.length;
    };
    const samples = await interleave(2, 1, take('v'), take('c'));
    expect(order.join('')).toBe('vccvvc');
    expect(samples).toEqual({ value: [4, 5], control: [3, 6] });
  });
});

describe('makeText and makeSpans', () => {
  it('give exactly the characters and spans asked for, the same every time, off the free ranges and inside paragraphs', () => {
    const text = makeText(7, 20_000);
    expect(text).toHaveLength(20_000);
    expect(makeText(7, 20_000)).toBe(text);
    const spans = makeSpans(8, text, 1000, ['A', 'B'], [[9000, 9100]]);
    expect(spans).toHaveLength(1000);
    expect(spans.filter(({ start, end }) => text.slice(start, end).includes('\n') || end <= start)).toEqual([]);
    expect(spans.filter(({ start, end }) => start < 9100 && end > 9000)).toEqual([]);
  });
});
