/** The only place where offset units are converted. Inside the app: UTF-16 code units. Files: Unicode code points by default. */
import { z } from 'zod';
import { ZhupiError } from '../api/errors.ts';
import { cutsSurrogatePair } from './graphemes.ts';

/** The units an exported or imported offset can be in. */
export const OffsetUnit = z.enum(['codepoint', 'utf16', 'utf8']);
export type OffsetUnit = z.infer<typeof OffsetUnit>;

const ASTRAL = /[\ud800-\udbff]/;

/** Converts offsets of one text in both directions. Made once per text; each conversion is O(log n) at worst. */
export interface OffsetConverter {
  /** UTF-16 -> the unit. Throws `edit-offsets` outside the text, `edit-cuts-character` inside a surrogate pair. */
  toUnit(utf16: number): number;
  /** The unit -> UTF-16. Throws `edit-offsets` outside the text, `edit-cuts-character` inside a character. */
  toUtf16(offset: number): number;
}

/** A converter for the text; free of cost where the unit needs no conversion. */
export function offsetConverter(text: string, unit: OffsetUnit): OffsetConverter {
  if (unit === 'utf16') return sameConverter(text);
  if (unit === 'codepoint') return ASTRAL.test(text) ? tableConverter(text, () => 1) : sameConverter(text);
  return tableConverter(text, utf8Width);
}

/** Number of Unicode code points in the text. */
export function countCodePoints(text: string): number {
  if (!ASTRAL.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Bytes that a code point takes in UTF-8. */
function utf8Width(codePoint: number): number {
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
}

/** For units that are UTF-16 code units in this text. */
function sameConverter(text: string): OffsetConverter {
  const check = (offset: number): number => {
    const { length } = text;
    if (!Number.isInteger(offset) || offset < 0 || offset > length)
      throw new ZhupiError('edit-offsets', { offset, length });
    if (cutsSurrogatePair(text, offset)) throw new ZhupiError('edit-cuts-character', { offset });
    return offset;
  };
  return { toUnit: check, toUtf16: check };
}

/** `units[i]` is the unit offset of UTF-16 offset i; -1 inside a surrogate pair. */
function tableConverter(text: string, width: (codePoint: number) => number): OffsetConverter {
  const units = new Int32Array(text.length + 1);
  let total = 0;
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i) ?? 0;
    units[i] = total;
    if (codePoint > 0xffff) units[i + 1] = -1;
    total += width(codePoint);
    i += codePoint > 0xffff ? 2 : 1;
  }
  units[text.length] = total;
  return {
    toUnit(utf16) {
      const unit = units[utf16];
      if (unit === undefined) throw new ZhupiError('edit-offsets', { offset: utf16, length: text.length });
      if (unit < 0) throw new ZhupiError('edit-cuts-character', { offset: utf16 });
      return unit;
    },
    toUtf16(offset) {
      if (!Number.isInteger(offset) || offset < 0 || offset > total)
        throw new ZhupiError('edit-offsets', { offset, length: total });
      let low = 0;
      let high = text.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const at = units[middle] ?? 0;
        const value = at < 0 ? (units[middle - 1] ?? 0) + 0.5 : at;
        if (value < offset) low = middle + 1;
        else high = middle;
      }
      if (units[low] !== offset) throw new ZhupiError('edit-cuts-character', { offset });
      return low;
    },
  };
}
