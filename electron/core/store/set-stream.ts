/** All pairs of document and annotation set, one after the other in document order: for exports, statistics and checks. */
import type { Status } from '#shared/model/document.ts';
import { findAnnotator } from './annotators.ts';
import type { ProjectDatabase } from './database.ts';
import {
  DOCUMENT_COLUMNS,
  DOCUMENT_TABLES,
  type DocumentColumnsRow,
  documentFromRow,
  type StoredDocument,
} from './documents.ts';
import { type Marks, readMarks } from './marks.ts';
import { readTexts } from './rows.ts';

/** Which pairs are wanted. Empty lists mean all. Trashed documents are left out. */
export interface PairFilter {
  readonly status: readonly Status[];
  /**
   * `one`: each document once, with that annotator's set, or an empty one of status `todo` where there is none.
   * `all`: every stored set, ordered by document, then annotator's name; documents without sets once, with an empty set of `fallback`.
   */
  readonly annotator:
    | { readonly kind: 'one'; readonly name: string }
    | { readonly kind: 'all'; readonly fallback: string };
  /** Document ids. */
  readonly documents: readonly string[];
}

/** A document with one annotator's work on it. `setId` null: none was stored. */
export interface Pair extends Marks {
  readonly document: StoredDocument;
  readonly annotator: string;
  readonly setId: number | null;
  readonly status: Status;
  readonly labels: readonly string[];
  readonly note: string | null;
}

interface Row extends DocumentColumnsRow {
  readonly annotator: string | null;
  readonly setId: number | null;
  readonly status: Status | null;
  readonly labels: string | null;
  readonly note: string | null;
}

const NO_MARKS: Marks = { spans: [], frames: [], relations: [] };

/** The statement behind `streamPairs`; parameters by name. */
export const PAIRS_SQL = `SELECT ${DOCUMENT_COLUMNS}, n.name AS annotator, a.id AS setId, a.status, a.labels, a.note
  FROM ${DOCUMENT_TABLES}
  LEFT JOIN annotation_set a ON a.document_num = d.num AND (@annotatorId IS NULL OR a.annotator_id = @annotatorId)
  LEFT JOIN annotator n ON n.id = a.annotator_id
  WHERE d.trashed_at IS NULL
    AND (@status = '[]' OR coalesce(a.status, 'todo') IN (SELECT value FROM json_each(@status)))
    AND (@documents = '[]' OR d.id IN (SELECT value FROM json_each(@documents)))
  ORDER BY d.ord, n.name`;

/**
 * Reads pair after pair; memory stays that of one. No write may happen on this connection meanwhile; for one unchanging
 * view wrap the loop in `inSnapshot`.
 */
export function* streamPairs(db: ProjectDatabase, filter: PairFilter): Generator<Pair, void, undefined> {
  const { annotator } = filter;
  const name = annotator.kind === 'one' ? annotator.name : annotator.fallback;
  const annotatorId = annotator.kind === 'one' ? (findAnnotator(db, annotator.name)?.id ?? -1) : null;
  const wanted = { annotatorId, status: JSON.stringify(filter.status), documents: JSON.stringify(filter.documents) };
  // Not a shared statement: two streams may run at once.
  const rows = db.prepare<[typeof wanted], Row>(PAIRS_SQL).iterate(wanted);
  for (const { annotator: found, setId, status, labels, note, ...row } of rows) {
    const marks = setId === null ? NO_MARKS : readMarks(db, setId);
    yield {
      document: documentFromRow(row),
      annotator: found ?? name,
      setId,
      status: status ?? 'todo',
      labels: labels === null ? [] : readTexts(labels),
      note,
      ...marks,
    };
  }
}
