/** The map from a document's text to its source as a short column: each range as its distance from the one before. */
import { z } from 'zod';
import type { SourceRange } from '#shared/model/document.ts';
import { parseColumn } from './rows.ts';

const Numbers = z.array(z.int());

/** Ranges `[start, end, sourceStart, sourceEnd]` (UTF-16) -> JSON column. */
export function encodeSourceMap(map: readonly SourceRange[]): string {
  const out: number[] = [];
  let at = 0;
  let sourceAt = 0;
  for (const [start, end, sourceStart, sourceEnd] of map) {
    out.push(start - at, end - start, sourceStart - sourceAt, sourceEnd - sourceStart);
    at = end;
    sourceAt = sourceEnd;
  }
  return JSON.stringify(out);
}

/** The ranges of a column. @throws ZhupiError project-damaged */
export function decodeSourceMap(column: string): readonly SourceRange[] {
  const numbers = parseColumn(Numbers, column, 'source_map');
  const out: SourceRange[] = [];
  let at = 0;
  let sourceAt = 0;
  for (let i = 0; i + 3 < numbers.length; i += 4) {
    const start = at + (numbers[i] ?? 0);
    const sourceStart = sourceAt + (numbers[i + 2] ?? 0);
    at = start + (numbers[i + 1] ?? 0);
    sourceAt = sourceStart + (numbers[i + 3] ?? 0);
    out.push([start, at, sourceStart, sourceAt]);
  }
  return out;
}
