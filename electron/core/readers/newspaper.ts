/** Reads a decoded text as a newspaper page (articles, mended columns) or as it stands, and applies a person's changes. */
import type {
  ArticleProposal,
  PageAdjustments,
  PageLineKind,
  PageReaderName,
  PageReading,
} from '#shared/model/page.ts';
import { checkChanges, checkStarts } from './newspaper/adjustments.ts';
import { buildArticle, type Changes } from './newspaper/article.ts';
import { type ContentLine, type Page, sortLines, wordsOf } from './newspaper/content.ts';
import { findDate } from './newspaper/dates.ts';
import { readHeaders } from './newspaper/headers.ts';
import { cutLines, isBlank, type SourceLine } from './newspaper/lines.ts';
import { buildPlainArticle } from './newspaper/plain.ts';
import { guessStarts } from './newspaper/starts.ts';

/** How to read a page. */
export interface ReadPageOptions {
  readonly reader: PageReaderName;
  readonly adjustments?: PageAdjustments | undefined;
}

/**
 * Reads a page. Every line that is not blank is furniture or belongs to exactly one article; a text of white space has no
 * article. The same text and adjustments give the same reading; the guessed starts given as adjustment change nothing.
 * The plain reader mends nothing and passes over changes to breaks. Linear time and memory.
 * @throws ZhupiError `page-adjustment` {line} for an adjustment to a line that does not exist, is blank, or (titles, drops)
 * starts no article, or (breaks) is furniture; `file-too-large` {lines, limit} for more than a million lines.
 */
export function readPage(text: string, options: ReadPageOptions = { reader: 'newspaper' }): PageReading {
  const lines = cutLines(text);
  const asked = checkStarts(options.adjustments, lines);
  return options.reader === 'plain'
    ? readPlain(text, lines, asked, options.adjustments)
    : readNewspaper(text, lines, asked, options.adjustments);
}

function readNewspaper(
  text: string,
  lines: readonly SourceLine[],
  asked: readonly number[] | undefined,
  adjustments: PageAdjustments | undefined,
): PageReading {
  const asPrinted = sortLines(text, lines, new Set());
  const guess = guessStarts(asPrinted);
  const page = asked ? sortLines(text, lines, new Set(asked)) : asPrinted;
  const groups = cutAtStarts(page.content, new Set(asked ?? guess.starts));
  const startLines = groups.map(([first]) => first.number);
  const written = new Set(page.content.map((line) => line.number));
  const changes = checkChanges(adjustments, lines, new Set(startLines), (line) => written.has(line));
  const headers = withTopDate(page, readHeaders(page, startLines));
  const articles: ArticleProposal[] = [];
  const kinds = new Map<number, PageLineKind>();
  const owners = new Map<number, number>();
  groups.forEach((group, index) => {
    const header = headers[index] ?? { publication: null, page: null, date: null };
    const built = buildArticle(page, group, guess, header, changes);
    articles.push(built.article);
    for (const [line, kind] of built.kinds) {
      kinds.set(line, kind);
      owners.set(line, index);
    }
  });
  return { lines: describeLines(lines, kinds, owners, 'furniture'), articles, reader: 'newspaper' };
}

/** A date on the first line of the page is that of every article on it, unless the page has a header that says so. */
function withTopDate(page: Page, headers: ReturnType<typeof readHeaders>): ReturnType<typeof readHeaders> {
  const [first] = page.content;
  if (!first?.isDate) return headers;
  const date = findDate(wordsOf(page, first, 60));
  return headers.map((header) => ({ ...header, date: header.date ?? date }));
}

function readPlain(
  text: string,
  lines: readonly SourceLine[],
  asked: readonly number[] | undefined,
  adjustments: PageAdjustments | undefined,
): PageReading {
  const written = lines.filter((line) => !isBlank(line));
  const [first] = written;
  if (!first) return { lines: describeLines(lines, new Map(), new Map(), 'body'), articles: [], reader: 'plain' };
  const starts = [...new Set([first.number, ...(asked ?? [])])].sort((a, b) => a - b);
  const changes: Changes = checkChanges({ ...adjustments, breaks: undefined }, lines, new Set(starts), () => true);
  const owners = new Map<number, number>();
  const kinds = new Map<number, PageLineKind>();
  const articles = starts.map((start, index) => {
    const from = index === 0 ? 0 : start - 1;
    const part = lines.slice(from, (starts[index + 1] ?? lines.length + 1) - 1);
    for (const line of part) if (!isBlank(line)) owners.set(line.number, index);
    return buildPlainArticle(text, part, index === starts.length - 1, changes);
  });
  return { lines: describeLines(lines, kinds, owners, 'body'), articles, reader: 'plain' };
}

/** Cuts content lines into articles; what stands before the first start is an article too. */
function cutAtStarts(content: readonly ContentLine[], starts: ReadonlySet<number>): [ContentLine, ...ContentLine[]][] {
  const groups: [ContentLine, ...ContentLine[]][] = [];
  for (const line of content) {
    const group = groups.at(-1);
    if (group === undefined || starts.has(line.number)) groups.push([line]);
    else group.push(line);
  }
  return groups;
}

function describeLines(
  lines: readonly SourceLine[],
  kinds: ReadonlyMap<number, PageLineKind>,
  owners: ReadonlyMap<number, number>,
  otherwise: PageLineKind,
): PageReading['lines'] {
  return lines.map((line) => ({
    number: line.number,
    start: line.start,
    end: line.end,
    kind: isBlank(line) ? 'blank' : (kinds.get(line.number) ?? otherwise),
    article: owners.get(line.number) ?? null,
  }));
}
