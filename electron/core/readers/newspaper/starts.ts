/** Guesses where the articles of a page start: at the headline lines above a lead. */
import { type ContentLine, type Page, wordsOf } from './content.ts';
import { isSlogan, isUpperHeadlineShaped } from './line-shape.ts';

/** Kicker and headline lines above the one next to the lead. */
const MAX_UPPER_LINES = 3;
/** Dates and names between headline and lead. */
const MAX_BETWEEN_LINES = 6;

/** What the page itself tells, whatever a person changes later. All sets hold line numbers. */
export interface Guess {
  /** Ascending; the first content line is always one. */
  readonly starts: readonly number[];
  /** Lines of headlines and kickers. */
  readonly heads: ReadonlySet<number>;
  /** The line next below a headline, by which it was known. */
  readonly leads: ReadonlySet<number>;
}

/** Finds the articles of a page. Linear time: no line is looked at from more than one lead. */
export function guessStarts(page: Page): Guess {
  const { content } = page;
  const starts = new Set<number>();
  const heads = new Set<number>();
  const leads = new Set<number>();
  let headEnd = -1; // the last content line known to belong to the article before
  content.forEach((line, at) => {
    if (line.lead === null && !line.isByline && !line.isDate) return;
    const end = content[headEnd];
    if (at - 1 === headEnd && (end?.isByline === true || end?.isDate === true)) {
      headEnd = at; // names, date and lead of one head
      return;
    }
    const nearest = findNearestHeadline(page, at, headEnd);
    if (nearest === null) {
      if (line.lead === 'certain') {
        const isBelowDates = content.slice(headEnd + 1, at).every((above) => above.isDate) && headEnd === -1;
        starts.add((isBelowDates ? content[0] : line)?.number ?? line.number);
        leads.add(line.number);
        headEnd = at;
      }
      return;
    }
    const top = findTop(page, nearest, headEnd);
    for (const head of content.slice(top, nearest + 1)) heads.add(head.number);
    // A date above the first headline is part of that article.
    const isBelowDate = top === 1 && content[0]?.isDate === true;
    starts.add(content[isBelowDate ? 0 : top]?.number ?? line.number);
    leads.add(line.number);
    headEnd = at;
  });
  const first = content[0];
  if (first) starts.add(first.number);
  return { starts: [...starts].sort((a, b) => a - b), heads, leads };
}

/** The content index of the headline line above the lead (or names) at `at`; null if what stands there is none. */
function findNearestHeadline(page: Page, at: number, headEnd: number): number | null {
  const { content } = page;
  const line = content[at];
  let above = at - 1;
  const lowest = Math.max(headEnd, at - 1 - MAX_BETWEEN_LINES);
  while (above > lowest && (content[above]?.isDate === true || content[above]?.isByline === true)) above -= 1;
  const headline = content[above];
  if (!line || !headline || above <= headEnd || !headline.isHeadline) return null;
  if (line.lead === 'certain') return above;
  if (!isAfterFinished(content, above) || headline.width < 4) return null;
  if (line.lead === 'likely' || line.isByline) return above;
  if (line.isDate) {
    // A date below a signature ends a text: only where a text follows it, what stands above is a headline.
    const next = content[at + 1];
    const isText = next !== undefined && (!next.isHeadline || next.isDate || next.isByline);
    return isText && isUpperHeadlineShaped(wordsOf(page, headline)) ? above : null;
  }
  // A body paragraph may begin with a date too: only a clear headline above makes it a lead.
  const isClear = isUpperHeadlineShaped(wordsOf(page, headline)) && headline.width >= 6 && line.width >= 12;
  const isSetApart =
    line.isAfterBlank || (line.isIndented && !headline.isIndented) || headline.width <= 0.8 * line.width;
  return isClear && isSetApart && headline.lead === null ? above : null;
}

/** The content index of the uppermost line of the head whose lowest headline line is at `nearest`. */
function findTop(page: Page, nearest: number, headEnd: number): number {
  const { content } = page;
  let top = nearest;
  while (top - 1 > headEnd && nearest - top < MAX_UPPER_LINES && canStandAbove(page, top - 1)) top -= 1;
  if (top === nearest || isAfterFinished(content, top)) return top;
  // Something unfinished stands above: these lines may be the rest of it. Only what plainly belongs to the headline stays.
  const upper = content[nearest - 1];
  const lower = content[nearest];
  if (!upper || !lower) return nearest;
  const isPair = !lower.isAfterBlank && upper.isAfterBlank;
  return isPair || isSlogan(wordsOf(page, upper)) ? nearest - 1 : nearest;
}

function canStandAbove(page: Page, at: number): boolean {
  const line = page.content[at];
  return line?.isHeadline === true && isUpperHeadlineShaped(wordsOf(page, line));
}

/** Whether the content line at `at` begins something: nothing unfinished stands before it. */
function isAfterFinished(content: readonly ContentLine[], at: number): boolean {
  const above = content[at - 1];
  const line = content[at];
  if (!above || !line || line.isAfterFurniture) return true;
  return above.isDate || above.isByline || above.isFinished;
}
