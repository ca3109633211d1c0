/** Makes one article of a range of content lines: head, text, names and date. */
import type { ArticleProposal, PageLineKind } from '#shared/model/page.ts';
import { readBylineLine, readLeadNames, readTailNames } from './bylines.ts';
import { type ContentLine, type Page, wordsOf } from './content.ts';
import { findDate } from './dates.ts';
import type { PageHeader } from './furniture.ts';
import { type Head, readHead } from './head.ts';
import { sourceOnDateLine } from './line-shape.ts';
import { mendLines } from './mend.ts';
import type { Guess } from './starts.ts';

/** A title made from the text is this many characters long. */
const TITLE_CHARACTERS = 20;
/** A full date this near the start of a lead is taken for the article's. */
const LEAD_DATE_REACH = 60;

/** What a person changed about articles, by line number. */
export interface Changes {
  readonly titles: ReadonlyMap<number, string>;
  readonly dropped: ReadonlySet<number>;
  readonly breaks: ReadonlyMap<number, boolean>;
}

/** An article and the kinds of its lines, by line number. */
export interface BuiltArticle {
  readonly article: ArticleProposal;
  readonly kinds: ReadonlyMap<number, PageLineKind>;
}

/** Reads the article that `lines` (one at least) are. `header`: what the page says about all its articles. */
export function buildArticle(
  page: Page,
  lines: readonly [ContentLine, ...ContentLine[]],
  guess: Guess,
  header: PageHeader,
  changes: Changes,
): BuiltArticle {
  const head = readHead(page, lines, guess);
  const [first] = lines;
  const kinds = new Map(head.kinds);
  const [leadLine] = head.text;
  const hasLead = leadLine !== undefined && isLead(leadLine, guess);
  head.text.forEach((line) => {
    kinds.set(line.number, line === leadLine && hasLead ? 'lead' : 'body');
  });
  const mended = mendLines(page, head.text, guess, changes.breaks);
  const byline = readNames(page, head, mended.text);
  const day = readDay(page, head, mended.text, hasLead, header);
  const title = head.title ?? firstCharacters(mended.text);
  const rules = [...head.rules];
  if (hasLead && leadLine) rules.push({ rule: 'lead', line: leadLine.number });
  for (const line of lines) if (line.hasJumpNotice) rules.push({ rule: 'jump-notice', line: line.number });
  if (day.isFromHeader) rules.push({ rule: 'page-header', line: first.number });
  const asked = changes.titles.get(first.number);
  if (asked !== undefined) rules.push({ rule: 'manual-title', line: first.number });
  const article: ArticleProposal = {
    startLine: first.number,
    endLine: lines.at(-1)?.number ?? first.number,
    title: asked ?? title,
    kicker: head.kicker,
    byline,
    date: day.iso,
    dateText: day.text,
    page: header.page,
    publication: day.source ?? header.publication,
    ...mended,
    rules,
    dropped: changes.dropped.has(first.number),
  };
  return { article, kinds };
}

/** The first characters of a text's first line, for an article without a headline. */
export function firstCharacters(text: string): string {
  const line = text.slice(0, 200).trim().split('\n', 1)[0] ?? '';
  return [...line].slice(0, TITLE_CHARACTERS).join('').trim();
}

function isLead(line: ContentLine, guess: Guess): boolean {
  return line.lead === 'certain' || line.lead === 'likely' || guess.leads.has(line.number);
}

function readNames(page: Page, head: Head, text: string): string[] {
  const onLines = head.bylines.flatMap((line) => readBylineLine(wordsOf(page, line, 80)));
  const names = [...readLeadNames(text.slice(0, 160)), ...onLines, ...readTailNames(text.slice(-100))];
  return [...new Set(names)];
}

interface Day {
  readonly iso: string | null;
  readonly text: string | null;
  readonly source: string | null;
  readonly isFromHeader: boolean;
}

/** The day on a line of its own, else the page's, else a full date in the lead; as printed: the nearest to the article. */
function readDay(page: Page, head: Head, text: string, hasLead: boolean, header: PageHeader): Day {
  const line = head.dates[0];
  const words = line ? wordsOf(page, line, 60) : '';
  const own = findDate(words);
  const inLead = hasLead ? findDate(text.slice(0, LEAD_DATE_REACH)) : null;
  const iso = own?.iso ?? header.date?.iso ?? inLead?.iso ?? null;
  return {
    iso,
    text: own?.text ?? inLead?.text ?? header.date?.text ?? null,
    source: sourceOnDateLine(words),
    isFromHeader: iso !== null && !own?.iso,
  };
}
