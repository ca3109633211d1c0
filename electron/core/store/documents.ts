/** Documents: articles with their text, metadata and place in the project. The list is in document-list.ts. */
import { ZhupiError } from '#shared/api/errors.ts';
import type { Document, Meta, SourceRange, SourceRef } from '#shared/model/document.ts';
import type { DocumentId, SourceId } from '#shared/model/ids.ts';
import { countCodePoints } from '#shared/text/offsets.ts';
import { changeOne, type ProjectDatabase, sql, type WritableDatabase } from './database.ts';
import { readMeta } from './rows.ts';
import { decodeSourceMap, encodeSourceMap } from './source-map.ts';

/** A document to be stored. `map`: ranges of the text and of the decoded source, UTF-16. */
export interface NewDocument {
  readonly id: DocumentId;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly meta: Meta;
  readonly sourceId: SourceId | null;
  /** Which article of the source, from 0. */
  readonly sourceIndex: number;
  readonly map: readonly SourceRange[];
  readonly addedAt: string;
}

/** A document as it is stored. `num` is its number inside this file, `ord` its place in the order. */
export interface StoredDocument extends Document {
  readonly num: number;
  readonly ord: number;
  readonly language: string;
  readonly characters: number;
  readonly trashedAt: string | null;
}

/** Adds a document at the end and gives its number. For many: call in one transaction; statements are prepared once. */
export function insertDocument(db: WritableDatabase, document: NewDocument): number {
  const { lastInsertRowid } = sql<[string, string, string, number, string | null, number, string, string]>(
    db,
    `INSERT INTO document (id, ord, title, language, characters, source_id, source_index, added_at, meta)
     VALUES (?, (SELECT coalesce(max(ord), 0) + 1 FROM document), ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    document.id,
    document.title,
    document.language,
    countCodePoints(document.text),
    document.sourceId,
    document.sourceIndex,
    document.addedAt,
    JSON.stringify(document.meta),
  );
  const num = Number(lastInsertRowid);
  sql<[number, string, string]>(db, 'INSERT INTO document_text (document_num, text, source_map) VALUES (?, ?, ?)').run(
    num,
    document.text,
    encodeSourceMap(document.map),
  );
  return num;
}

/** A document's number inside this file, or undefined. Trashed ones are found too. */
export function findDocumentNum(db: ProjectDatabase, id: DocumentId): number | undefined {
  return sql<[string], { num: number }>(db, 'SELECT num FROM document WHERE id = ?').get(id)?.num;
}

/** The columns that `documentFromRow` reads. */
export const DOCUMENT_COLUMNS = `d.num, d.id, d.ord, d.title, d.language, d.characters, d.trashed_at AS trashedAt, d.meta,
  t.text, d.source_id AS sourceId, d.source_index AS sourceIndex, s.file, s.sha256, s.encoding`;

/** The tables that DOCUMENT_COLUMNS are taken from. */
export const DOCUMENT_TABLES = `document d JOIN document_text t ON t.document_num = d.num
  LEFT JOIN source s ON s.id = d.source_id`;

/** A row of DOCUMENT_COLUMNS. */
export interface DocumentColumnsRow {
  readonly num: number;
  readonly id: DocumentId;
  readonly ord: number;
  readonly title: string;
  readonly language: string;
  readonly characters: number;
  readonly trashedAt: string | null;
  readonly meta: string;
  readonly text: string;
  readonly sourceId: SourceId | null;
  readonly sourceIndex: number;
  readonly file: string | null;
  readonly sha256: string | null;
  readonly encoding: string | null;
}

/** The document of a row of DOCUMENT_COLUMNS. */
export function documentFromRow(row: DocumentColumnsRow): StoredDocument {
  const { file, sha256, encoding, sourceIndex, meta, ...rest } = row;
  const source: SourceRef | null =
    file === null || sha256 === null || encoding === null ? null : { file, sha256, encoding, index: sourceIndex };
  return { ...rest, meta: readMeta(meta), source };
}

/** The document with this id. @throws ZhupiError document-missing */
export function readDocument(db: ProjectDatabase, id: DocumentId): StoredDocument {
  const row = sql<[string], DocumentColumnsRow>(
    db,
    `SELECT ${DOCUMENT_COLUMNS} FROM ${DOCUMENT_TABLES} WHERE d.id = ?`,
  ).get(id);
  if (row === undefined) throw new ZhupiError('document-missing', { id });
  return documentFromRow(row);
}

/** The map from ranges of a document's text to its source. */
export function readSourceMap(db: ProjectDatabase, num: number): readonly SourceRange[] {
  const row = sql<[number], { map: string }>(
    db,
    'SELECT source_map AS map FROM document_text WHERE document_num = ?',
  ).get(num);
  return row === undefined ? [] : decodeSourceMap(row.map);
}

/** Writes title and metadata. */
export function updateDocument(db: WritableDatabase, num: number, title: string, meta: Meta): void {
  changeOne(db, 'UPDATE document SET title = ?, meta = ? WHERE num = ?', title, JSON.stringify(meta), num);
}

/** Where a document stands among those not in the trash: 1-based position, number of all, neighbours. */
export interface Place {
  readonly position: number;
  readonly total: number;
  readonly previous: DocumentId | null;
  readonly next: DocumentId | null;
}

/** The place of the document with this `ord`. */
export function readPlace(db: ProjectDatabase, ord: number): Place {
  const count = (where: string, ...values: readonly number[]) =>
    sql<readonly number[], { n: number }>(
      db,
      `SELECT count(*) AS n FROM document WHERE trashed_at IS NULL${where}`,
    ).get(...values)?.n ?? 0;
  const near = (where: string) =>
    sql<[number], { id: DocumentId }>(
      db,
      `SELECT id FROM document WHERE trashed_at IS NULL AND ord ${where} LIMIT 1`,
    ).get(ord)?.id ?? null;
  return {
    position: count(' AND ord <= ?', ord),
    total: count(''),
    previous: near('< ? ORDER BY ord DESC'),
    next: near('> ? ORDER BY ord'),
  };
}

/** Moves documents to the trash (`at`) or back (null). Gives the number that changed. @throws ZhupiError document-missing */
export function setTrashed(db: WritableDatabase, ids: readonly DocumentId[], at: string | null): number {
  let changed = 0;
  for (const id of ids) {
    if (findDocumentNum(db, id) === undefined) throw new ZhupiError('document-missing', { id });
    changed += sql<[string | null, string, number]>(
      db,
      'UPDATE document SET trashed_at = ? WHERE id = ? AND (trashed_at IS NULL) = ?',
    ).run(at, id, at === null ? 0 : 1).changes;
  }
  return changed;
}

/** The documents in the trash, newest first. */
export function listTrashed(
  db: ProjectDatabase,
): readonly { readonly id: DocumentId; readonly title: string; readonly trashedAt: string }[] {
  return sql<[], { id: DocumentId; title: string; trashedAt: string }>(
    db,
    'SELECT id, title, trashed_at AS trashedAt FROM document WHERE trashed_at IS NOT NULL ORDER BY trashed_at DESC, ord',
  ).all();
}
