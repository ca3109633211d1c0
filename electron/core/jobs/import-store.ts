/** Puts documents into a project one after the other: new ones, marks for those that are there, and what is there already. */
import { hash } from 'node:crypto';
import { ZhupiError } from '#shared/api/errors.ts';
import { applyEdit } from '#shared/edit/apply-edit.ts';
import { batch, type SimpleEdit } from '#shared/edit/edit.ts';
import type { CorpusDocument } from '#shared/format/format.ts';
import { documentLine } from '#shared/format/jsonl-write.ts';
import { encodeMessage } from '#shared/i18n/message.ts';
import type { Meta, SourceRange, SourceRef } from '#shared/model/document.ts';
import { DocumentId, SourceId } from '#shared/model/ids.ts';
import { currentAnnotator, ensureAnnotator } from '../store/annotators.ts';
import type { WritableDatabase } from '../store/database.ts';
import { insertDocument, readDocument, setTrashed, updateDocument } from '../store/documents.ts';
import { addEntry } from '../store/history.ts';
import {
  eachText,
  type FoundDocument,
  findDocumentById,
  findDocumentByNum,
  findDocumentsBySource,
  hasSets,
  lastDocumentNum,
} from '../store/import-lookups.ts';
import { readMarks } from '../store/marks.ts';
import { writeValue } from '../store/project.ts';
import { findSet, insertSet, type StoredSet } from '../store/sets.ts';
import { putSource } from '../store/sources.ts';
import { createStateCache } from '../store/state-cache.ts';
import { readWork, writeWork } from '../store/work.ts';
import type { ImportTask, TaskTools } from './task.ts';

/** What became of a document: `attached` means that its marks went to a document that was there, `restored` that it was in the trash. */
export type Placed = 'added' | 'attached' | 'restored' | 'duplicate';

/** Counts of what was brought in. */
export interface ImportCounts {
  added: number;
  duplicates: number;
  spans: number;
  frames: number;
  relations: number;
}

/** Takes documents into one project, inside the caller's transaction. */
export interface ImportStore {
  readonly counts: ImportCounts;
  /**
   * Adds a document with its marks, or adds the marks to the document that is there, which leaves the trash if it was in it.
   * `bytes` of the source where they are at hand.
   * @throws ZhupiError annotations-clash; file-line where a document of this id has another text
   */
  place(document: CorpusDocument, at: Place): { readonly placed: Placed; readonly id: DocumentId };
  /** To be called once at the end. */
  finish(): void;
}

/** Where a document comes from. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
  /** Ranges of the text and of the decoded source, UTF-16. */
  readonly map: readonly SourceRange[];
  readonly bytes: Uint8Array | null;
  /** False where the format carries no marks: no annotation set is made. */
  readonly hasSet: boolean;
}

/** A store for one import. */
export function importStore(db: WritableDatabase, task: ImportTask, tools: TaskTools): ImportStore {
  const counts: ImportCounts = { added: 0, duplicates: 0, spans: 0, frames: 0, relations: 0 };
  const lastBefore = lastDocumentNum(db);
  const wasUntouched = !hasSets(db);
  const annotators = new Map<string, number>();
  const sources = new Map<string, SourceId>();
  let texts: Map<string, number> | null = null;
  const added = new Set<DocumentId>();

  const annotatorId = (name: string): number => {
    let id = annotators.get(name);
    if (id === undefined) {
      id = ensureAnnotator(db, name).id;
      annotators.set(name, id);
    }
    return id;
  };

  const sourceId = (source: SourceRef, bytes: Uint8Array | null): SourceId => {
    const { file, sha256, encoding } = source;
    const key = JSON.stringify([file, sha256, encoding]);
    let id = sources.get(key);
    if (id === undefined) {
      const fresh = SourceId.parse(tools.ids.next('s'));
      id = putSource(db, { id: fresh, file, sha256, encoding, bytes, addedAt: task.now });
      sources.set(key, id);
    }
    return id;
  };

  /** Documents that this import added are found by their id only: two of one corpus may well have the same text. */
  const findExisting = (document: CorpusDocument): FoundDocument | undefined => {
    const canBeThere = document.id !== null && (lastBefore > 0 || added.has(document.id));
    const byId = document.id !== null && canBeThere ? findDocumentById(db, document.id) : undefined;
    if (byId !== undefined || lastBefore === 0) return byId;
    if (document.source !== null) {
      const found = findDocumentsBySource(db, document.source.sha256, document.source.index).find(
        ({ num, text }) => num <= lastBefore && text === document.text,
      );
      if (found !== undefined) return found;
    }
    texts ??= hashTexts(db, lastBefore);
    const num = texts.get(hashText(document.text));
    return num === undefined ? undefined : findDocumentByNum(db, num);
  };

  const count = ({ spans, frames, relations }: CorpusDocument) => {
    counts.spans += spans.length;
    counts.frames += frames.length;
    counts.relations += relations.length;
  };

  let current: string | null = null;
  const annotatorOf = (document: CorpusDocument): string => {
    current ??= currentAnnotator(db);
    return task.annotator ?? document.annotator ?? current;
  };

  const add = (document: CorpusDocument, at: Place): DocumentId => {
    const id = document.id ?? DocumentId.parse(tools.ids.next('d'));
    const documentNum = insertDocument(db, {
      id,
      title: document.title,
      text: document.text,
      language: 'zh',
      meta: document.meta,
      sourceId: document.source === null ? null : sourceId(document.source, at.bytes),
      sourceIndex: document.source?.index ?? 0,
      map: at.map,
      addedAt: task.now,
    });
    if (at.hasSet)
      insertSet(db, { ...document, documentNum, annotatorId: annotatorId(annotatorOf(document)), updatedAt: task.now });
    return id;
  };

  return {
    counts,
    place(document, at) {
      const existing = findExisting(document);
      if (existing === undefined) {
        const id = add(document, at);
        added.add(id);
        counts.added += 1;
        count(document);
        return { placed: 'added', id };
      }
      if (existing.text !== document.text)
        throw new ZhupiError('file-line', {
          file: at.file,
          line: at.line ?? 0,
          reason: encodeMessage('import.found.textDiffers', { id: existing.id }),
        });
      const isNew =
        !isEmpty(document) &&
        attach(db, document, existing, annotatorId(annotatorOf(document)), annotatorOf(document), task.now);
      if (isNew) {
        count(document);
        fillMeta(db, existing, document.meta);
      }
      if (existing.isTrashed === 1) {
        setTrashed(db, [existing.id], null);
        counts.added += 1;
        return { placed: 'restored', id: existing.id };
      }
      if (!isNew) counts.duplicates += 1;
      return { placed: isNew ? 'attached' : 'duplicate', id: existing.id };
    },
    finish() {
      // In a project where nobody has marked yet, whoever marked the corpus is the one whose work is shown.
      const [first] = annotators.keys();
      const hasMarks = counts.spans + counts.frames + counts.relations > 0;
      if (
        wasUntouched &&
        hasMarks &&
        task.annotator === null &&
        first !== undefined &&
        !annotators.has(currentAnnotator(db))
      )
        writeValue(db, 'annotator', first);
    },
  };
}

function isEmpty({ spans, frames, relations, labels, status }: CorpusDocument): boolean {
  return spans.length + frames.length + relations.length + labels.length === 0 && status === 'todo';
}

/** Gives a document that is there these marks; false where it has the very same. @throws ZhupiError annotations-clash */
function attach(
  db: WritableDatabase,
  document: CorpusDocument,
  existing: FoundDocument,
  annotatorId: number,
  annotator: string,
  now: string,
): boolean {
  const set = findSet(db, existing.num, annotatorId);
  if (set === undefined) {
    insertSet(db, { ...document, documentNum: existing.num, annotatorId, updatedAt: now });
    return true;
  }
  if (hasSameMarks(db, set, document, existing.text)) return false;
  const hasNoMarks = set.counts.spans + set.counts.events + set.counts.directives + set.counts.relations === 0;
  if (!hasNoMarks || (set.status !== 'todo' && isUnmarked(document)))
    throw new ZhupiError('annotations-clash', { id: existing.id, title: existing.title, annotator });
  fillSet(db, document, existing, annotatorId, now);
  return true;
}

/** What the corpus knows of the article and the project does not (a date, a page) is taken over; nothing is replaced. */
function fillMeta(db: WritableDatabase, existing: FoundDocument, meta: Meta): void {
  const own = readDocument(db, existing.id);
  const missing = Object.entries(meta).filter(([key, value]) => value !== null && (own.meta[key] ?? null) === null);
  if (missing.length > 0) updateDocument(db, existing.num, own.title, { ...own.meta, ...Object.fromEntries(missing) });
}

function isUnmarked({ spans, frames, relations }: CorpusDocument): boolean {
  return spans.length + frames.length + relations.length === 0;
}

function hasSameMarks(db: WritableDatabase, set: StoredSet, document: CorpusDocument, text: string): boolean {
  const alike = { id: null, title: '', meta: {}, source: null, annotator: null, note: null, text };
  const { status, labels } = set;
  const stored = documentLine({ ...alike, status, labels, ...readMarks(db, set.id) }, 'utf16');
  return stored === documentLine({ ...document, ...alike }, 'utf16');
}

/** The marks of an import as an edit of a set that has none: it can be undone like any other. */
function fillSet(
  db: WritableDatabase,
  document: CorpusDocument,
  existing: FoundDocument,
  annotatorId: number,
  at: string,
): void {
  const edits: SimpleEdit[] = [
    ...document.spans.map((span): SimpleEdit => ({ kind: 'span.add', span })),
    ...document.frames.map((frame): SimpleEdit => ({ kind: 'frame.add', frame: { ...frame, arguments: [] } })),
    ...document.frames.flatMap(({ id, arguments: list }) =>
      list.map(({ role, target }): SimpleEdit => ({ kind: 'argument.add', frame: id, role, target })),
    ),
    ...document.relations.map((relation): SimpleEdit => ({ kind: 'relation.add', relation })),
    { kind: 'set.change', set: { status: document.status, labels: [...document.labels] } },
  ];
  const edit = batch(edits);
  const work = readWork(db, createStateCache(), existing.id, annotatorId);
  const applied = applyEdit(work.state, edit, null);
  const set = writeWork(db, work, applied, at);
  addEntry(db, { setId: set.id, annotatorId, at, edit, inverse: applied.inverse, groupId: null });
}

function hashText(text: string): string {
  return hash('sha1', text, 'base64');
}

function hashTexts(db: WritableDatabase, last: number): Map<string, number> {
  const out = new Map<string, number>();
  eachText(db, (num, text) => {
    const key = hashText(text);
    if (num <= last && !out.has(key)) out.set(key, num);
  });
  return out;
}
