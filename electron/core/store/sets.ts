/** Annotation sets: one annotator's work on one document. The marks themselves are in marks.ts, streams in set-stream.ts. */
import type { Status } from '#shared/model/document.ts';
import type { Frame } from '#shared/model/frame.ts';
import { type MarkId, markNumber } from '#shared/model/ids.ts';
import type { Relation } from '#shared/model/relation.ts';
import type { Span } from '#shared/model/span.ts';
import { changeOne, type ProjectDatabase, sql, type WritableDatabase } from './database.ts';
import { insertFrame, insertRelation, insertSpan } from './marks.ts';
import { readTexts } from './rows.ts';

/** The highest number ever given to a mark, per letter. Never goes down. */
export interface LastNumbers {
  readonly T: number;
  readonly E: number;
  readonly D: number;
  readonly R: number;
}

/** How many marks a set has. */
export interface MarkCounts {
  readonly spans: number;
  readonly events: number;
  readonly directives: number;
  readonly relations: number;
}

/** A set without its marks. */
export interface StoredSet {
  readonly id: number;
  readonly documentNum: number;
  readonly annotatorId: number;
  readonly status: Status;
  readonly labels: readonly string[];
  readonly note: string | null;
  readonly revision: number;
  readonly last: LastNumbers;
  readonly counts: MarkCounts;
}

/** A set to be stored with its marks, which the caller has checked. */
export interface NewSet {
  readonly documentNum: number;
  readonly annotatorId: number;
  readonly status: Status;
  readonly labels: readonly string[];
  readonly note: string | null;
  readonly spans: readonly Span[];
  readonly frames: readonly Frame[];
  readonly relations: readonly Relation[];
  readonly updatedAt: string;
}

interface Row {
  readonly id: number;
  readonly documentNum: number;
  readonly annotatorId: number;
  readonly status: Status;
  readonly labels: string;
  readonly note: string | null;
  readonly revision: number;
  readonly T: number;
  readonly E: number;
  readonly D: number;
  readonly R: number;
  readonly spans: number;
  readonly events: number;
  readonly directives: number;
  readonly relations: number;
}

const SELECT = `SELECT id, document_num AS documentNum, annotator_id AS annotatorId, status, labels, note, revision,
  last_t AS T, last_e AS E, last_d AS D, last_r AS R, span_count AS spans, event_count AS events,
  directive_count AS directives, relation_count AS relations FROM annotation_set`;

function fromRow(row: Row): StoredSet {
  const { T, E, D, R, spans, events, directives, relations, labels, ...rest } = row;
  return {
    ...rest,
    labels: readTexts(labels),
    last: { T, E, D, R },
    counts: { spans, events, directives, relations },
  };
}

/** An annotator's set for a document, or undefined where the annotator has not begun. */
export function findSet(db: ProjectDatabase, documentNum: number, annotatorId: number): StoredSet | undefined {
  const row = sql<[number, number], Row>(db, `${SELECT} WHERE document_num = ? AND annotator_id = ?`).get(
    documentNum,
    annotatorId,
  );
  return row === undefined ? undefined : fromRow(row);
}

/** The highest number per letter among these ids. */
export function highestNumbers(ids: Iterable<MarkId>, floor: LastNumbers = NO_NUMBERS): LastNumbers {
  const out = { ...floor };
  for (const id of ids) {
    const letter = id.charAt(0);
    if (letter === 'T' || letter === 'E' || letter === 'D' || letter === 'R')
      out[letter] = Math.max(out[letter], markNumber(id));
  }
  return out;
}

/** No id was given yet. */
export const NO_NUMBERS: LastNumbers = { T: 0, E: 0, D: 0, R: 0 };

/** Counts of these marks. */
export function countMarks(spans: number, frames: Iterable<{ readonly id: string }>, relations: number): MarkCounts {
  let events = 0;
  let directives = 0;
  for (const frame of frames) {
    if (frame.id.startsWith('E')) events += 1;
    else directives += 1;
  }
  return { spans, events, directives, relations };
}

/**
 * Stores a set with its marks and gives its id. For many: call in one transaction; statements are prepared once.
 * There must be none for this document and annotator yet. Imported marks make no history: revision 0.
 */
export function insertSet(db: WritableDatabase, set: NewSet): number {
  const ids = [...set.spans, ...set.frames, ...set.relations].map((mark) => mark.id);
  const last = highestNumbers(ids);
  const counts = countMarks(set.spans.length, set.frames, set.relations.length);
  const { lastInsertRowid } = sql<
    [
      number,
      number,
      string,
      string,
      string | null,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      string,
    ]
  >(
    db,
    `INSERT INTO annotation_set (document_num, annotator_id, status, labels, note, revision, last_t, last_e, last_d, last_r,
       span_count, event_count, directive_count, relation_count, updated_at)
     VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    set.documentNum,
    set.annotatorId,
    set.status,
    JSON.stringify(set.labels),
    set.note,
    last.T,
    last.E,
    last.D,
    last.R,
    counts.spans,
    counts.events,
    counts.directives,
    counts.relations,
    set.updatedAt,
  );
  const id = Number(lastInsertRowid);
  for (const span of set.spans) insertSpan(db, id, span);
  for (const frame of set.frames) insertFrame(db, id, frame);
  for (const relation of set.relations) insertRelation(db, id, relation);
  return id;
}

/** Writes everything of a set but its marks. `revision` is the new one. */
export function updateSet(db: WritableDatabase, set: StoredSet, updatedAt: string): void {
  const { last, counts } = set;
  changeOne(
    db,
    `UPDATE annotation_set SET status = ?, labels = ?, note = ?, revision = ?, last_t = ?, last_e = ?, last_d = ?, last_r = ?,
       span_count = ?, event_count = ?, directive_count = ?, relation_count = ?, updated_at = ? WHERE id = ?`,
    set.status,
    JSON.stringify(set.labels),
    set.note,
    set.revision,
    last.T,
    last.E,
    last.D,
    last.R,
    counts.spans,
    counts.events,
    counts.directives,
    counts.relations,
    updatedAt,
    set.id,
  );
}
