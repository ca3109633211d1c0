/** Cuts decoded text into physical lines and tells the plain facts about each. */

import { ZhupiError } from '#shared/api/errors.ts';

/** A physical line. All offsets are UTF-16 in the decoded source; [textStart, textEnd) is the line without white space at its ends. */
export interface SourceLine {
  /** 1-based. */
  readonly number: number;
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  readonly textStart: number;
  readonly textEnd: number;
  /** Some blank line, or the start of the source, stands before it. */
  readonly isAfterBlank: boolean;
  /** It begins with white space as the first line of a paragraph does. */
  readonly isIndented: boolean;
  /** Width in Han characters (Latin letters and digits count half), counted up to MAX_WIDTH. */
  readonly width: number;
}

/** Wider lines are paragraphs of their own: nothing needs to know how wide. */
export const MAX_WIDTH = 100;

/** Every line end that a reader of old files meets: CR LF, LF, CR, VT, FF, NEL, LS, PS. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;

/** The most lines of one text: each costs memory, and no page or book has as many. */
export const MAX_LINES = 1_000_000;

/**
 * The lines of `text` in order; a final line end opens no further line. Linear time.
 * @throws ZhupiError `file-too-large` {lines, limit} for more than MAX_LINES lines.
 */
export function cutLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let start = 0;
  let isAfterBlank = true;
  const add = (end: number): void => {
    if (lines.length === MAX_LINES) throw new ZhupiError('file-too-large', { lines: MAX_LINES + 1, limit: MAX_LINES });
    const line = describeLine(text, lines.length + 1, start, end, isAfterBlank);
    lines.push(line);
    isAfterBlank = line.textStart === line.textEnd;
  };
  for (const match of text.matchAll(LINE_END)) {
    add(match.index);
    start = match.index + match[0].length;
  }
  if (start < text.length) add(text.length);
  return lines;
}

/** True for a line of white space only. */
export function isBlank(line: SourceLine): boolean {
  return line.textStart === line.textEnd;
}

/** The line's text without white space at its ends, cut to `limit` code units. */
export function lineText(text: string, line: SourceLine, limit = Number.POSITIVE_INFINITY): string {
  return text.slice(line.textStart, Math.min(line.textEnd, line.textStart + limit));
}

function describeLine(text: string, number: number, start: number, end: number, isAfterBlank: boolean): SourceLine {
  let textStart = start;
  let textEnd = end;
  while (textStart < end && isSpace(text.charCodeAt(textStart))) textStart += 1;
  while (textEnd > textStart && isSpace(text.charCodeAt(textEnd - 1))) textEnd -= 1;
  const indent = textStart - start;
  const isIndented = textStart < textEnd && (text.slice(start, textStart).includes('\u3000') || indent >= 2);
  const width = measure(text, textStart, textEnd);
  return { number, start, end, textStart, textEnd, isAfterBlank, isIndented, width };
}

function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x09 ||
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0x200b ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f
  );
}

function measure(text: string, start: number, end: number): number {
  let halves = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const isTrail = code >= 0xdc00 && code <= 0xdfff;
    if (!isTrail) halves += code < 0x2000 ? 1 : 2;
    if (halves >= 2 * MAX_WIDTH) return MAX_WIDTH;
  }
  return halves / 2;
}
