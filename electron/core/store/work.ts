/** One annotator's work on one document as it is edited: reading its state, and writing what an edit touched. */

import { ZhupiError } from '#shared/api/errors.ts';
import type { Applied } from '#shared/edit/apply-edit.ts';
import type { AnnotationState } from '#shared/model/annotation-set.ts';
import type { DocumentId } from '#shared/model/ids.ts';
import { isFrameId, isRelationId, isSpanId } from '#shared/model/ids.ts';
import type { ProjectDatabase, WritableDatabase } from './database.ts';
import { sql } from './database.ts';
import { updateDocument } from './documents.ts';
import { deleteMark, insertFrame, insertRelation, insertSpan, readMarks } from './marks.ts';
import { readMeta } from './rows.ts';
import { countMarks, findSet, highestNumbers, insertSet, NO_NUMBERS, type StoredSet, updateSet } from './sets.ts';
import type { StateCache } from './state-cache.ts';

/** The present state of one annotator's work. `set` null: nothing is stored yet. */
export interface Work {
  readonly documentNum: number;
  readonly annotatorId: number;
  readonly set: StoredSet | null;
  readonly state: AnnotationState;
}

/** Reads the state; from the cache where the stored revision is the cached one. @throws ZhupiError document-missing */
export function readWork(db: ProjectDatabase, states: StateCache, document: DocumentId, annotatorId: number): Work {
  const row = sql<[string], { num: number; title: string; meta: string }>(
    db,
    'SELECT num, title, meta FROM document WHERE id = ?',
  ).get(document);
  if (row === undefined) throw new ZhupiError('document-missing', { id: document });
  const set = findSet(db, row.num, annotatorId) ?? null;
  const own = { title: row.title, meta: readMeta(row.meta) };
  const cached = set === null ? undefined : states.get(set.id, set.revision);
  if (cached !== undefined) return { documentNum: row.num, annotatorId, set, state: { ...cached, ...own } };
  const { text } = sql<[number], { text: string }>(db, 'SELECT text FROM document_text WHERE document_num = ?').get(
    row.num,
  ) ?? { text: '' };
  const state = stateOf(db, text, own, set);
  if (set !== null) states.put(set.id, set.revision, state);
  return { documentNum: row.num, annotatorId, set, state };
}

/** The state of a stored set (or of none) on a text. */
export function stateOf(
  db: ProjectDatabase,
  text: string,
  own: Pick<AnnotationState, 'title' | 'meta'>,
  set: StoredSet | null,
): AnnotationState {
  const marks = set === null ? { spans: [], frames: [], relations: [] } : readMarks(db, set.id);
  return {
    text,
    ...own,
    status: set?.status ?? 'todo',
    labels: set?.labels ?? [],
    note: set?.note ?? null,
    spans: new Map(marks.spans.map((span) => [span.id, span])),
    frames: new Map(marks.frames.map((frame) => [frame.id, frame])),
    relations: new Map(marks.relations.map((relation) => [relation.id, relation])),
  };
}

/** Writes the rows that an edit touched, and the set with its next revision. Inside a transaction. Gives the set as stored. */
export function writeWork(db: WritableDatabase, work: Work, applied: Applied, at: string): StoredSet {
  const { state, touched } = applied;
  const { documentNum, annotatorId } = work;
  const { status, labels, note } = state;
  const id =
    work.set?.id ??
    insertSet(db, {
      documentNum,
      annotatorId,
      status,
      labels,
      note,
      spans: [],
      frames: [],
      relations: [],
      updatedAt: at,
    });
  for (const mark of touched.marks) {
    deleteMark(db, id, mark);
    const span = isSpanId(mark) ? state.spans.get(mark) : undefined;
    const frame = isFrameId(mark) ? state.frames.get(mark) : undefined;
    const relation = isRelationId(mark) ? state.relations.get(mark) : undefined;
    if (span !== undefined) insertSpan(db, id, span);
    if (frame !== undefined) insertFrame(db, id, frame);
    if (relation !== undefined) insertRelation(db, id, relation);
  }
  if (touched.document) updateDocument(db, documentNum, state.title, state.meta);
  const set: StoredSet = {
    id,
    documentNum,
    annotatorId,
    status,
    labels,
    note,
    revision: (work.set?.revision ?? 0) + 1,
    last: highestNumbers(touched.marks, work.set?.last ?? NO_NUMBERS),
    counts: countMarks(state.spans.size, state.frames.values(), state.relations.size),
  };
  updateSet(db, set, at);
  return set;
}
