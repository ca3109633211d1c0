import { describe, expect, it } from 'vitest';
import type { PageBreak } from '#shared/model/page.ts';
import { cutAtBreaks } from './cut-at-breaks.ts';

const at = (offset: number): PageBreak => ({ line: offset, offset, joined: true, rule: 'broken-sentence' });

describe('cutAtBreaks', () => {
  it('cuts at every break and loses nothing', () => {
    const pieces = cutAtBreaks('小河两岸植树', [at(4), at(2)]);
    expect(pieces.map(({ piece, found }) => [piece, found?.offset ?? null])).toEqual([
      ['小河', 2],
      ['两岸', 4],
      ['植树', null],
    ]);
  });

  it('passes over breaks outside the text and at its beginning', () => {
    expect(cutAtBreaks('小河', [at(0), at(9)])).toEqual([{ start: 0, piece: '小河', found: null }]);
    expect(cutAtBreaks('', [])).toEqual([]);
  });
});
