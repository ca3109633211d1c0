/** Finding what is there already when documents are brought in. */
import type { DocumentId } from '#shared/model/ids.ts';
import { type ProjectDatabase, sql, sqlRaw } from './database.ts';
import { findDocumentNum } from './documents.ts';

/** Gives a connection that reads or writes a whole project a larger page cache: 64 MB instead of 2. */
export function widenCache(db: ProjectDatabase): void {
  db.pragma('cache_size = -65536');
}

/** A stored document, trashed or not. */
export interface FoundDocument {
  readonly num: number;
  readonly id: DocumentId;
  readonly title: string;
  readonly text: string;
  /** 1 in the trash, otherwise 0. */
  readonly isTrashed: number;
}

const SELECT = `SELECT d.num, d.id, d.title, t.text, d.trashed_at IS NOT NULL AS isTrashed
  FROM document d JOIN document_text t ON t.document_num = d.num`;

/** The document with this id. Cheap where there is none. */
export function findDocumentById(db: ProjectDatabase, id: DocumentId): FoundDocument | undefined {
  const num = findDocumentNum(db, id);
  return num === undefined ? undefined : findDocumentByNum(db, num);
}

/** The document with this number. */
export function findDocumentByNum(db: ProjectDatabase, num: number): FoundDocument | undefined {
  return sql<[number], FoundDocument>(db, `${SELECT} WHERE d.num = ?`).get(num);
}

/** The documents that came from this place of a file with this hash, those in the trash last. */
export function findDocumentsBySource(db: ProjectDatabase, sha256: string, index: number): readonly FoundDocument[] {
  return sql<[string, number], FoundDocument>(
    db,
    `${SELECT} JOIN source s ON s.id = d.source_id WHERE s.sha256 = ? AND d.source_index = ? ORDER BY d.trashed_at IS NOT NULL, d.num`,
  ).all(sha256, index);
}

/** The highest document number; 0 in an empty project. Documents added later have higher ones. */
export function lastDocumentNum(db: ProjectDatabase): number {
  return sql<[], { num: number | null }>(db, 'SELECT max(num) AS num FROM document').get()?.num ?? 0;
}

/** Calls `each` with every document's number and text, those in the trash last. */
export function eachText(db: ProjectDatabase, each: (num: number, text: string) => void): void {
  for (const [num, text] of sqlRaw<[], [number, string]>(
    db,
    `SELECT d.num, t.text FROM document d JOIN document_text t ON t.document_num = d.num
     ORDER BY d.trashed_at IS NOT NULL, d.num`,
  ).iterate())
    each(num, text);
}

/** True where any annotator has begun anywhere. */
export function hasSets(db: ProjectDatabase): boolean {
  return sql(db, 'SELECT 1 FROM annotation_set LIMIT 1').get() !== undefined;
}
