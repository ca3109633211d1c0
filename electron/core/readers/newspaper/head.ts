/** Parts an article's lines into its head (date, kicker, headline, names) and the lines of its text. */
import type { ArticleProposal, PageLineKind } from '#shared/model/page.ts';
import { type ContentLine, type Page, wordsOf } from './content.ts';
import { isSlogan } from './line-shape.ts';
import type { Guess } from './starts.ts';

/** The parts of an article. */
export interface Head {
  /** Null if the article has no headline. */
  readonly title: string | null;
  readonly kicker: string | null;
  readonly dates: readonly ContentLine[];
  readonly bylines: readonly ContentLine[];
  /** The lines of the text: one at least. */
  readonly text: readonly ContentLine[];
  /** The kinds of all lines that are not text, by line number. */
  readonly kinds: ReadonlyMap<number, PageLineKind>;
  readonly rules: ArticleProposal['rules'];
}

/** Parts the lines of an article. If nothing but a head is there, that is its text. */
export function readHead(page: Page, lines: readonly ContentLine[], guess: Guess): Head {
  const cursor = { at: 0 };
  const dates = takeWhile(lines, cursor, (line) => line.isDate);
  const headLines = takeHeadLines(lines, cursor, guess);
  const below = takeWhile(lines, cursor, (line) => line.isDate || line.isByline);
  const { text, trailing } = cutTrailingNames(lines.slice(cursor.at));
  const [first] = lines;
  if (text.length === 0) {
    return noHead(lines, first?.number ?? 1);
  }
  const { kickers, headlines } = partHeadLines(page, headLines);
  const bylines = [...below.filter((line) => line.isByline), ...trailing];
  const allDates = [...dates, ...below.filter((line) => line.isDate)];
  const kinds = new Map<number, PageLineKind>();
  const rules: { rule: ArticleProposal['rules'][number]['rule']; line: number }[] = [];
  const mark = (
    group: readonly ContentLine[],
    kind: 'date' | 'kicker' | 'headline' | 'byline',
    rule = kind as (typeof rules)[number]['rule'],
  ): void => {
    for (const line of group) kinds.set(line.number, kind);
    const [top] = group;
    if (top) rules.push({ rule, line: top.number });
  };
  mark(allDates, 'date');
  mark(kickers, 'kicker');
  mark(headlines, 'headline', headlines.length > 1 ? 'two-line-headline' : 'headline');
  mark(bylines, 'byline');
  if (headlines.length === 0) rules.push({ rule: 'no-headline', line: first?.number ?? 1 });
  return {
    title: joinWords(page, headlines),
    kicker: joinWords(page, kickers),
    dates: allDates,
    bylines,
    text,
    kinds,
    rules,
  };
}

function noHead(lines: readonly ContentLine[], line: number): Head {
  return {
    title: null,
    kicker: null,
    dates: [],
    bylines: [],
    text: lines,
    kinds: new Map(),
    rules: [{ rule: 'no-headline', line }],
  };
}

function takeWhile(
  lines: readonly ContentLine[],
  cursor: { at: number },
  isWanted: (line: ContentLine) => boolean,
): ContentLine[] {
  const taken: ContentLine[] = [];
  for (let line = lines[cursor.at]; line && isWanted(line); line = lines[cursor.at]) {
    taken.push(line);
    cursor.at += 1;
  }
  return taken;
}

/** The headline lines that the lead below gave away; without a lead, a short first line that is set apart from the text. */
function takeHeadLines(lines: readonly ContentLine[], cursor: { at: number }, guess: Guess): ContentLine[] {
  const known = takeWhile(lines, cursor, (line) => guess.heads.has(line.number));
  if (known.length > 0) return known;
  const line = lines[cursor.at];
  const next = lines[cursor.at + 1];
  if (!line?.isHeadline || !next) return [];
  const isSetApart =
    next.isAfterBlank || (next.isIndented && !line.isIndented) || (!next.isHeadline && line.width <= 0.8 * next.width);
  if (!isSetApart) return [];
  cursor.at += 1;
  return [line];
}

/** Lines of names at the end, after the last line of text. */
function cutTrailingNames(lines: readonly ContentLine[]): {
  text: readonly ContentLine[];
  trailing: readonly ContentLine[];
} {
  let end = lines.length;
  while (end > 1 && lines[end - 1]?.isByline === true) end -= 1;
  return { text: lines.slice(0, end), trailing: lines.slice(end) };
}

/** A line that leaves its clause open: the next headline line completes it. */
const OPEN_END =
  /(?:召开|举行|检查|调研|开展|推进|实施|启动|出席|参加|督查|督导|走访|慰问|部署|举办|落实|推动|加强|打造|助力|学习|通过|的|和|与|暨|为|在|对|将|—)$/u;

/** From the lowest line up: lines without a gap or with an open end are headline; a slogan, or what stands apart, is a kicker. */
function partHeadLines(
  page: Page,
  lines: readonly ContentLine[],
): { readonly kickers: readonly ContentLine[]; readonly headlines: readonly ContentLine[] } {
  let top = Math.max(0, lines.length - 1);
  while (top > 0) {
    const upper = lines[top - 1];
    const lower = lines[top];
    if (!upper || !lower) break;
    const words = wordsOf(page, upper);
    const isSubtitle = /^[—－-]/u.test(wordsOf(page, lower, 1));
    const isOneHeadline = isSubtitle || (!isSlogan(words) && (!lower.isAfterBlank || OPEN_END.test(words)));
    if (!isOneHeadline) break;
    top -= 1;
  }
  return { kickers: lines.slice(0, top), headlines: lines.slice(top) };
}

function joinWords(page: Page, lines: readonly ContentLine[]): string | null {
  return lines.length === 0 ? null : lines.map((line) => wordsOf(page, line)).join(' ');
}
