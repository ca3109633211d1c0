/** How a page of text is read: its lines by kind, the articles proposed, and a person's changes to the proposal. */
import { z } from 'zod';

const LineNumber = z.int();
const Offset = z.int().nonnegative();

/** The two ways to read a text: as a newspaper page with several articles, or as it stands. */
export const PageReaderName = z.enum(['newspaper', 'plain']);
export type PageReaderName = z.infer<typeof PageReaderName>;

/** What a physical line is. `furniture` belongs to the page (masthead, page number, editors, jump notices), not to an article. */
export const PageLineKind = z.enum(['blank', 'kicker', 'headline', 'byline', 'date', 'lead', 'body', 'furniture']);
export type PageLineKind = z.infer<typeof PageLineKind>;

/** A physical line of the source. `start` and `end` (without the line end) are UTF-16 offsets in the decoded source. */
export const PageLine = z
  .object({
    number: z.int().positive(),
    start: Offset,
    end: Offset,
    kind: PageLineKind,
    /** Index in `PageReading.articles`; null for blank lines and furniture. */
    article: z.int().nonnegative().nullable(),
  })
  .readonly();
export type PageLine = z.infer<typeof PageLine>;

/** A range of an article's text and the equally long range of the decoded source that it was copied from (UTF-16). */
export const PageMapEntry = z.object({ start: Offset, end: Offset, sourceStart: Offset, sourceEnd: Offset }).readonly();
export type PageMapEntry = z.infer<typeof PageMapEntry>;

/** Why a line break inside an article was kept or mended. */
export const BreakRule = z.enum([
  'sentence-end',
  'broken-sentence',
  'wrapped-line',
  'indent',
  'subhead',
  'headline',
  'lead',
  'signature',
  'as-is',
  'manual',
]);
export type BreakRule = z.infer<typeof BreakRule>;

/**
 * A break between two lines of an article's text. `line` is the number of the line before the break, `offset` the place in
 * the article's text where that line ends; `joined` tells that the two lines were made one.
 */
export const PageBreak = z
  .object({ line: z.int().positive(), offset: Offset, joined: z.boolean(), rule: BreakRule })
  .readonly();
export type PageBreak = z.infer<typeof PageBreak>;

/** What made the reader decide as it did for an article. */
export const ArticleRule = z.enum([
  'headline',
  'two-line-headline',
  'kicker',
  'lead',
  'byline',
  'date',
  'jump-notice',
  'page-header',
  'no-headline',
  'as-is',
  'manual-title',
]);
export type ArticleRule = z.infer<typeof ArticleRule>;

/** An article as the reader proposes it. Its title, byline and date lines are not part of `text`; paragraphs are separated by one "\n". */
export const ArticleProposal = z
  .object({
    /** First line of the article: the key of every adjustment to it. */
    startLine: z.int().positive(),
    /** Last line that is not blank. */
    endLine: z.int().positive(),
    title: z.string(),
    kicker: z.string().nullable(),
    /** Names only. */
    byline: z.array(z.string()).readonly(),
    /** ISO 8601 day, where the page gives day, month and year. */
    date: z.string().nullable(),
    /** The date as it is printed. */
    dateText: z.string().nullable(),
    page: z.string().nullable(),
    publication: z.string().nullable(),
    text: z.string(),
    /** Ordered and without overlap. Characters that the reader put in have no entry. */
    map: z.array(PageMapEntry).readonly(),
    breaks: z.array(PageBreak).readonly(),
    rules: z.array(z.object({ rule: ArticleRule, line: z.int().positive() }).readonly()).readonly(),
    dropped: z.boolean(),
  })
  .readonly();
export type ArticleProposal = z.infer<typeof ArticleProposal>;

/**
 * A person's changes to a proposal, by line numbers of the source, so that they hold when the page is read again. `starts`
 * is the complete list of lines where an article starts (what stands before the first one is an article of its own).
 */
export const PageAdjustments = z
  .object({
    starts: z.array(LineNumber).readonly().optional(),
    /** Start lines of articles that are not wanted. */
    dropped: z.array(LineNumber).readonly().optional(),
    /** `line` is the start line of the article. */
    titles: z
      .array(z.object({ line: LineNumber, title: z.string().trim().min(1) }).readonly())
      .readonly()
      .optional(),
    /** `line` is the line before the break. */
    breaks: z
      .array(z.object({ line: LineNumber, joined: z.boolean() }).readonly())
      .readonly()
      .optional(),
  })
  .readonly();
export type PageAdjustments = z.infer<typeof PageAdjustments>;

/** A page as it was read: every physical line, and the articles in the order of their start lines. */
export const PageReading = z
  .object({
    lines: z.array(PageLine).readonly(),
    articles: z.array(ArticleProposal).readonly(),
    reader: PageReaderName,
  })
  .readonly();
export type PageReading = z.infer<typeof PageReading>;
