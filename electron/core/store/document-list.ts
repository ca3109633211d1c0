/** The library list: one row a document, with the status and counts of one annotator's work. */
import type { DocumentRow, Status } from '#shared/model/document.ts';
import { type ProjectDatabase, sqlNamed } from './database.ts';
import { readTexts } from './rows.ts';

/** Which rows, in which order. `filter` is looked for in titles. */
export interface ListRequest {
  readonly filter: string;
  readonly status: readonly Status[];
  readonly sort: keyof typeof ORDER;
  readonly isDescending: boolean;
  readonly offset: number;
  readonly limit: number;
  readonly annotatorId: number;
}

const ORDER = {
  order: 'd.ord',
  title: 'd.title',
  date: `json_extract(d.meta, '$.date')`,
  status: `CASE coalesce(a.status, 'todo') WHEN 'todo' THEN 0 WHEN 'in_progress' THEN 1 WHEN 'flagged' THEN 2 ELSE 3 END`,
  characters: 'd.characters',
  marks: 'coalesce(a.span_count + a.event_count + a.directive_count + a.relation_count, 0)',
} as const;

type Wanted = Readonly<{ annotatorId: number; filter: string; status: string }>;

const WHERE = `d.trashed_at IS NULL AND (@filter = '' OR instr(lower(d.title), lower(@filter)) > 0)
  AND (@status = '[]' OR coalesce(a.status, 'todo') IN (SELECT value FROM json_each(@status)))`;
const FROM = 'document d LEFT JOIN annotation_set a ON a.document_num = d.num AND a.annotator_id = @annotatorId';

/** One page of the list, and how many rows there are in all. */
export function listDocuments(
  db: ProjectDatabase,
  request: ListRequest,
): { readonly total: number; readonly rows: readonly DocumentRow[] } {
  const { filter, annotatorId, limit, offset, sort, isDescending } = request;
  const direction = isDescending ? 'DESC' : 'ASC';
  const wanted: Wanted = { annotatorId, filter, status: JSON.stringify(request.status) };
  const rows = sqlNamed<Wanted & { limit: number; offset: number }, Omit<DocumentRow, 'labels'> & { labels: string }>(
    db,
    `SELECT d.id, d.title, d.characters, coalesce(a.status, 'todo') AS status,
       CAST(json_extract(d.meta, '$.date') AS TEXT) AS date, CAST(json_extract(d.meta, '$.publication') AS TEXT) AS publication,
       s.file, coalesce(a.labels, '[]') AS labels, coalesce(a.span_count, 0) AS spans, coalesce(a.event_count, 0) AS events,
       coalesce(a.directive_count, 0) AS directives, coalesce(a.relation_count, 0) AS relations
     FROM ${FROM} LEFT JOIN source s ON s.id = d.source_id
     WHERE ${WHERE} ORDER BY ${ORDER[sort]} ${direction}${sort === 'order' ? '' : ', d.ord'} LIMIT @limit OFFSET @offset`,
  )
    .all({ ...wanted, limit, offset })
    .map((row) => ({ ...row, labels: readTexts(row.labels) }));
  const isWhole = offset === 0 && rows.length < limit;
  const total = isWhole
    ? rows.length
    : (sqlNamed<Wanted, { n: number }>(db, `SELECT count(*) AS n FROM ${FROM} WHERE ${WHERE}`).get(wanted)?.n ?? 0);
  return { total, rows };
}
