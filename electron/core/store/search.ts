/** A plain search: every place where a text occurs, exactly as written, in titles and texts. */
import type { SearchHit } from '#shared/api/contract.ts';
import { offsetConverter } from '#shared/text/offsets.ts';
import { type ProjectDatabase, sql } from './database.ts';
import { readFragments } from './rows.ts';

/** What is looked for. `label`: only occurrences inside a mark with this label. `limit` 0: all. */
export interface SearchRequest {
  readonly query: string;
  readonly label: string | null;
  readonly limit: number;
  readonly offset: number;
}

/** Hits of one page, and the numbers of all. */
export interface SearchAnswer {
  readonly total: number;
  readonly documents: number;
  readonly hits: readonly SearchHit[];
}

/** Code points of context on either side. */
const CONTEXT = 20;

interface Row {
  readonly num: number;
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Searches; hits are ordered by document, then title before text, then place. Occurrences do not overlap. */
export function searchDocuments(db: ProjectDatabase, request: SearchRequest): SearchAnswer {
  const { query, label, offset } = request;
  const until = request.limit === 0 ? Number.POSITIVE_INFINITY : offset + request.limit;
  const rows = db
    .prepare<[{ query: string }], Row>(
      `SELECT d.num, d.id, d.title, t.text FROM document d JOIN document_text t ON t.document_num = d.num
       WHERE d.trashed_at IS NULL AND (instr(t.text, @query) > 0 OR instr(d.title, @query) > 0) ORDER BY d.ord`,
    )
    .iterate({ query });
  const hits: SearchHit[] = [];
  let total = 0;
  let documents = 0;
  for (const row of rows) {
    const covered = label === null ? null : rangesWith(db, row.num, label);
    const title = covered === null ? occurrences(row.title, query) : [];
    const text = occurrences(row.text, query).filter(
      (start) => covered === null || covers(covered, start, start + query.length),
    );
    if (title.length + text.length > 0) documents += 1;
    for (const [place, whole, starts] of [
      ['title', row.title, title],
      ['text', row.text, text],
    ] as const) {
      const base = total;
      const wanted = starts.filter((_, i) => base + i >= offset && base + i < until);
      hits.push(...hitsOf(row, place, whole, wanted, query.length));
      total += starts.length;
    }
  }
  return { total, documents, hits };
}

/** Where `query` starts, left to right, without overlap. */
function occurrences(text: string, query: string): readonly number[] {
  const out: number[] = [];
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) out.push(at);
  return out;
}

function hitsOf(
  row: Row,
  place: SearchHit['in'],
  whole: string,
  starts: readonly number[],
  length: number,
): readonly SearchHit[] {
  if (starts.length === 0) return [];
  const { toUnit } = offsetConverter(whole, 'codepoint');
  return starts.map((start) => ({
    document: row.id,
    title: row.title,
    in: place,
    start: toUnit(start),
    end: toUnit(start + length),
    // Twice as many code units hold enough code points; what is cut in two at the far end falls away.
    left: [...whole.slice(Math.max(0, start - 2 * CONTEXT), start)].slice(-CONTEXT).join(''),
    match: whole.slice(start, start + length),
    right: [...whole.slice(start + length, start + length + 2 * CONTEXT)].slice(0, CONTEXT).join(''),
  }));
}

type Range = readonly [number, number];

/** The pieces of all marks with a label in a document, in every set. */
function rangesWith(db: ProjectDatabase, documentNum: number, label: string): readonly Range[] {
  const marks = (table: 'span' | 'frame') =>
    sql<[number, string], { start: number; end: number; fragments: string | null }>(
      db,
      `SELECT m.start, m.end, m.fragments FROM annotation_set a JOIN ${table} m ON m.set_id = a.id
       WHERE a.document_num = ? AND m.label = ?`,
    ).all(documentNum, label);
  return [...marks('span'), ...marks('frame')].flatMap((mark) => readFragments(mark.start, mark.end, mark.fragments));
}

function covers(ranges: readonly Range[], start: number, end: number): boolean {
  return ranges.some(([from, to]) => from <= start && end <= to);
}
