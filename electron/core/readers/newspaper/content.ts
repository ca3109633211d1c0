/** The lines of a page that carry an article's words, each with what it looks like; furniture is set aside. */
import { isBylineLine } from './bylines.ts';
import { isFurnitureLine, jumpHeadLength, jumpTailLength } from './furniture.ts';
import { isDateLine, isFinished, isHeadlineShaped, type LeadStrength, leadStrength } from './line-shape.ts';
import { isBlank, lineText, type SourceLine } from './lines.ts';

/** The widest line that may be a headline, in Han characters. */
export const MAX_HEADLINE_WIDTH = 42;

/** A line that is neither blank nor furniture. [textStart, textEnd) leaves out white space and jump notices at its ends. */
export interface ContentLine extends SourceLine {
  readonly lead: LeadStrength | null;
  readonly isDate: boolean;
  readonly isByline: boolean;
  /** Short and shaped like a headline; whether it is one depends on its neighbours. */
  readonly isHeadline: boolean;
  readonly isFinished: boolean;
  readonly hasJumpNotice: boolean;
  /** Furniture stands between it and the content line before. */
  readonly isAfterFurniture: boolean;
}

/** A page taken apart. */
export interface Page {
  readonly text: string;
  readonly lines: readonly SourceLine[];
  readonly content: readonly ContentLine[];
  readonly furniture: readonly SourceLine[];
}

/** Sorts the lines of a page. Lines in `wanted` (by number) are content even if they look like furniture. */
export function sortLines(text: string, lines: readonly SourceLine[], wanted: ReadonlySet<number>): Page {
  const content: ContentLine[] = [];
  const furniture: SourceLine[] = [];
  let isAfterFurniture = false;
  for (const line of lines) {
    if (isBlank(line)) continue;
    if (!wanted.has(line.number) && isFurnitureLine(lineText(text, line, 80))) {
      furniture.push(line);
      isAfterFurniture = true;
    } else {
      content.push(describeContent(text, line, isAfterFurniture));
      isAfterFurniture = false;
    }
  }
  return { text, lines, content, furniture };
}

/** The words of a content line, cut to `limit` code units. */
export function wordsOf(page: Page, line: ContentLine, limit?: number): string {
  return lineText(page.text, line, limit);
}

function describeContent(text: string, line: SourceLine, isAfterFurniture: boolean): ContentLine {
  const head = jumpHeadLength(text.slice(line.textStart, Math.min(line.textEnd, line.textStart + 40)));
  const tail = jumpTailLength(text.slice(Math.max(line.textStart + head, line.textEnd - 40), line.textEnd));
  const words = { ...line, textStart: line.textStart + head, textEnd: line.textEnd - tail };
  const start = lineText(text, words, 80);
  const isDate = isDateLine(start);
  const lead = isDate ? null : leadStrength(start);
  const isByline = !isDate && isBylineLine(start);
  const isShort = line.width <= MAX_HEADLINE_WIDTH && head + tail === 0;
  const isOther = isDate || isByline || lead === 'certain' || lead === 'likely';
  return {
    ...words,
    lead,
    isDate,
    isByline,
    isHeadline: isShort && !isOther && isHeadlineShaped(start),
    isFinished: tail > 0 || isFinished(text.slice(Math.max(words.textStart, words.textEnd - 8), words.textEnd)),
    hasJumpNotice: head + tail > 0,
    isAfterFurniture,
  };
}
