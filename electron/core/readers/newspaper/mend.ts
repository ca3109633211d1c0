/** Puts an article's lines together: mends sentences that columns broke apart and keeps the ends of paragraphs. */
import type { BreakRule, PageBreak, PageMapEntry } from '#shared/model/page.ts';
import { type ContentLine, MAX_HEADLINE_WIDTH, type Page, wordsOf } from './content.ts';
import { isSlogan, isSubheadShaped } from './line-shape.ts';
import { MAX_WIDTH } from './lines.ts';
import type { Guess } from './starts.ts';

/** A run of lines cut to one width, as columns are. */
interface Column {
  readonly width: number;
  /** Its paragraphs begin with an indent. */
  readonly isIndented: boolean;
}

/** An article's text with its map to the source. */
export interface MendedText {
  readonly text: string;
  readonly map: readonly PageMapEntry[];
  readonly breaks: readonly PageBreak[];
}

/** Joins `lines` into paragraphs. `manual`: line before a break -> whether it is to be mended. Linear time. */
export function mendLines(
  page: Page,
  lines: readonly ContentLine[],
  guess: Guess,
  manual: ReadonlyMap<number, boolean>,
): MendedText {
  const columns = findColumns(lines, guess);
  const parts: string[] = [];
  const map: PageMapEntry[] = [];
  const breaks: PageBreak[] = [];
  let offset = 0;
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (before) {
      const ruled = ruleBreak(page, before, line, columns, guess);
      const asked = manual.get(before.number);
      const { joined, rule } = asked === undefined ? ruled : { joined: asked, rule: 'manual' as const };
      breaks.push({ line: before.number, offset, joined, rule });
      const glue = joined ? glueBetween(page, before, line) : '\n';
      parts.push(glue);
      offset += glue.length;
    }
    const length = line.textEnd - line.textStart;
    parts.push(page.text.slice(line.textStart, line.textEnd));
    if (length > 0)
      map.push({ start: offset, end: offset + length, sourceStart: line.textStart, sourceEnd: line.textEnd });
    offset += length;
  });
  return { text: parts.join(''), map, breaks };
}

interface Ruling {
  readonly joined: boolean;
  readonly rule: BreakRule;
}

function ruleBreak(
  page: Page,
  before: ContentLine,
  after: ContentLine,
  columns: ReadonlyMap<number, Column>,
  guess: Guess,
): Ruling {
  if (guess.heads.has(before.number) || guess.heads.has(after.number)) return { joined: false, rule: 'headline' };
  if (after.lead === 'certain') return { joined: false, rule: 'lead' };
  if ([before, after].some((line) => line.isDate || line.isByline)) return { joined: false, rule: 'signature' };
  if (/^[，。、；：！？）》”’]/u.test(wordsOf(page, after, 1))) return { joined: true, rule: 'broken-sentence' };
  const column = columns.get(before.number);
  if (column && column === columns.get(after.number)) return ruleColumnBreak(page, before, after, column);
  if (before.isFinished) return { joined: false, rule: 'sentence-end' };
  if (isSubhead(page, before, after)) return { joined: false, rule: 'subhead' };
  return { joined: true, rule: 'broken-sentence' };
}

function ruleColumnBreak(page: Page, before: ContentLine, after: ContentLine, column: Column): Ruling {
  if (!before.isFinished) {
    if (isSubhead(page, before, after)) return { joined: false, rule: 'subhead' };
    return { joined: true, rule: after.isIndented ? 'broken-sentence' : 'wrapped-line' };
  }
  if (after.isIndented) return { joined: false, rule: 'indent' };
  // A sentence may end with its line by chance; the last line of a paragraph is mostly shorter than the column.
  const isFull = before.width >= column.width - (column.isIndented ? 0.3 * column.width : 1.5);
  return isFull ? { joined: true, rule: 'wrapped-line' } : { joined: false, rule: 'sentence-end' };
}

/** A heading inside the text on either side of the break. A comma tells a numbered paragraph from a heading. */
function isSubhead(page: Page, before: ContentLine, after: ContentLine): boolean {
  if (!after.isAfterBlank && !after.isIndented) return false;
  return [before, after].some((line) => {
    if (line.width > MAX_HEADLINE_WIDTH) return false;
    const words = wordsOf(page, line);
    return !words.includes('，') && (isSubheadShaped(words) || (line === before && isSlogan(words)));
  });
}

/** Gives every line that stands in a column its column. */
function findColumns(lines: readonly ContentLine[], guess: Guess): Map<number, Column> {
  const columns = new Map<number, Column>();
  let block: ContentLine[] = [];
  const close = (): void => {
    const column = describeColumn(block);
    if (column) for (const line of block) columns.set(line.number, column);
    block = [];
  };
  for (const line of lines) {
    if (line.isAfterBlank || guess.heads.has(line.number)) close();
    block.push(line);
  }
  close();
  return columns;
}

function describeColumn(block: readonly ContentLine[]): Column | null {
  if (block.length < 3) return null;
  const width = block.reduce((widest, line) => Math.max(widest, fullWidth(line)), 0);
  if (width >= MAX_WIDTH) return null;
  const full = block.filter((line) => fullWidth(line) >= width - 2).length;
  if (full < 2 || full * 2 < block.length - 1) return null;
  // The block's first line is indented in many columns that do not indent again.
  return { width, isIndented: block.slice(1).some((line) => line.isIndented) };
}

/** A line's width with its indent. */
function fullWidth(line: ContentLine): number {
  return line.width + (line.isIndented ? 2 : 0);
}

/** Nothing between Han characters, one space between Latin words; a hyphen at the end of a line stays as it is. */
function glueBetween(page: Page, before: ContentLine, after: ContentLine): string {
  const left = page.text.slice(Math.max(before.textStart, before.textEnd - 1), before.textEnd);
  const right = page.text.slice(after.textStart, after.textStart + 1);
  if (!/[\p{Script=Latin}0-9,.;:!?)"'%]/u.test(left) || !/[\p{Script=Latin}0-9("'$]/u.test(right)) return '';
  const isNumber = /[0-9]/u.test(left) && /[0-9]/u.test(right);
  if (isNumber) return hasHan(wordsOf(page, before, 200)) || hasHan(wordsOf(page, after, 200)) ? '' : ' ';
  return /\p{Script=Latin}/u.test(left + right) ? ' ' : '';
}

function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
