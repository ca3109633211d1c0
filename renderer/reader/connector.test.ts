import { describe, expect, it } from 'vitest';
import { connect } from './connector.ts';

const box = (left: number, top: number, width = 40, height = 20) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('connect', () => {
  it('arcs through the gap above between boxes of one line', () => {
    expect(connect(box(0, 100), box(200, 100)).curve).toBe('M33.0 100.0C59.0 85.8 181.0 85.8 207.0 100.0');
    expect(connect(box(0, 100), box(200, 100)).end).toEqual([207, 100]);
  });

  it('leaves below for a lower line and above for a higher one', () => {
    expect(connect(box(0, 0), box(0, 100)).curve).toBe('M20.0 20.0C20.0 60.0 20.0 60.0 20.0 100.0');
    expect(connect(box(0, 100), box(0, 0)).curve).toBe('M20.0 100.0C20.0 60.0 20.0 60.0 20.0 20.0');
  });
});
