import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCodePoints, type OffsetUnit, offsetConverter } from './offsets.ts';

const UNITS: readonly OffsetUnit[] = ['codepoint', 'utf16', 'utf8'];
const text = fc.string({ unit: fc.constantFrom('a', 'é', '县', '𠮷', '👨‍👩‍👧', '\n', '\ufe0f'), maxLength: 40 });
const encoder = new TextEncoder();

/** The offset in a unit, worked out from the text before it. */
function expected(before: string, unit: OffsetUnit): number {
  if (unit === 'utf16') return before.length;
  return unit === 'codepoint' ? [...before].length : encoder.encode(before).length;
}

describe('offsetConverter', () => {
  it('gives the length of the text before, in every unit, and comes back to where it was', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...UNITS), (whole, unit) => {
        const converter = offsetConverter(whole, unit);
        let at = 0;
        for (const character of [...whole, '']) {
          const offset = converter.toUnit(at);
          expect(offset).toBe(expected(whole.slice(0, at), unit));
          expect(converter.toUtf16(offset)).toBe(at);
          at += character.length;
        }
      }),
    );
  });

  it('slices the same text in Unicode code points as a language does that counts them', () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (whole, a, b) => {
        const points = [...whole];
        const start = Math.min(a, b, points.length);
        const end = Math.min(Math.max(a, b), points.length);
        const { toUtf16 } = offsetConverter(whole, 'codepoint');
        expect(whole.slice(toUtf16(start), toUtf16(end))).toBe(points.slice(start, end).join(''));
      }),
    );
  });

  it('refuses offsets inside a character and outside the text', () => {
    const codepoint = offsetConverter('县𠮷', 'codepoint');
    const utf8 = offsetConverter('县𠮷', 'utf8');
    expect(() => codepoint.toUnit(2)).toThrow('edit-cuts-character');
    expect(() => utf8.toUtf16(1)).toThrow('edit-cuts-character');
    expect(() => utf8.toUtf16(5)).toThrow('edit-cuts-character');
    expect(utf8.toUtf16(7)).toBe(3);
    for (const offset of [-1, 8, 1.5]) expect(() => utf8.toUtf16(offset)).toThrow('edit-offsets');
    for (const offset of [-1, 3]) expect(() => codepoint.toUtf16(offset)).toThrow('edit-offsets');
    for (const unit of UNITS) {
      const plain = offsetConverter('县城', unit);
      expect(() => plain.toUtf16(9)).toThrow('edit-offsets');
      expect(() => plain.toUnit(3)).toThrow('edit-offsets');
      expect(() => plain.toUnit(-1)).toThrow('edit-offsets');
    }
    expect(() => offsetConverter('县𠮷', 'utf16').toUtf16(2)).toThrow('edit-cuts-character');
  });
});

describe('countCodePoints', () => {
  it('counts characters beyond the first plane once', () => {
    expect([countCodePoints(''), countCodePoints('县城'), countCodePoints('𠮷a👩')]).toEqual([0, 2, 3]);
  });
});
