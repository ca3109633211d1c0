/** Finds the dates that a newspaper prints, in Arabic or Chinese numerals, and turns full ones into ISO 8601 days. */

/** A date as printed; `iso` is null unless day, month and year are given and exist. */
export interface PrintedDate {
  readonly text: string;
  readonly iso: string | null;
  /** UTF-16 offset in the searched string. */
  readonly index: number;
}

const NUMERALS = '[0-9０-９〇○零一二三四五六七八九十]';
const DATE = new RegExp(
  `(?:(${NUMERALS}{4})年\\s?)?(${NUMERALS}{1,3})月\\s?(${NUMERALS}{1,3})[日号]|(?<![0-9])([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])`,
  'u',
);
const DIGITS = '〇一二三四五六七八九';

/** The first date in a short string. */
export function findDate(text: string): PrintedDate | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [year, month, day] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]].map(readNumber);
  return { text: match[0], iso: toIso(year ?? 0, month ?? 0, day ?? 0), index: match.index };
}

function readNumber(numeral: string | undefined): number {
  if (numeral === undefined) return 0;
  const plain = numeral
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[○零]/gu, '〇');
  if (/^[0-9]+$/u.test(plain)) return Number(plain);
  const ten = plain.indexOf('十');
  if (ten === -1) return [...plain].reduce((sum, digit) => sum * 10 + DIGITS.indexOf(digit), 0);
  const tens = ten === 0 ? 1 : DIGITS.indexOf(plain.slice(0, ten));
  const units = ten === plain.length - 1 ? 0 : DIGITS.indexOf(plain.slice(ten + 1));
  return tens < 0 || units < 0 ? 0 : tens * 10 + units;
}

function toIso(year: number, month: number, day: number): string | null {
  if (year < 1800 || month < 1 || month > 12 || day < 1) return null;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (day > days) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
