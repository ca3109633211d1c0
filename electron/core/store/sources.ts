/** Sources: the files that documents came from, their bytes kept packed. */
import { ZhupiError } from '#shared/api/errors.ts';
import type { DocumentId, SourceId } from '#shared/model/ids.ts';
import { type Compression, pack, unpack } from './compression.ts';
import { type ProjectDatabase, sql, type WritableDatabase } from './database.ts';

/** A file to be stored. `bytes` null: only its name and hash are known (it came with an exported corpus). */
export interface NewSource {
  readonly id: SourceId;
  readonly file: string;
  /** Of the original bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly encoding: string;
  readonly bytes: Uint8Array | null;
  readonly addedAt: string;
}

/** A stored file without its bytes. `size` in bytes, 0 where the bytes are not known. */
export interface StoredSource {
  readonly id: SourceId;
  readonly file: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly size: number;
}

/**
 * Stores a source and gives its id. Where the same bytes were stored under the same name and encoding, that one's id comes
 * back; bytes that were not known before are filled in.
 */
export function putSource(db: WritableDatabase, source: NewSource): SourceId {
  const old = sql<[string, string, string], { id: SourceId; hasBytes: number }>(
    db,
    'SELECT id, bytes IS NOT NULL AS hasBytes FROM source WHERE sha256 = ? AND file = ? AND encoding = ?',
  ).get(source.sha256, source.file, source.encoding);
  if (old !== undefined && (old.hasBytes === 1 || source.bytes === null)) return old.id;
  const { compression, packed } =
    source.bytes === null ? { compression: 'none' as const, packed: null } : pack(source.bytes);
  const size = source.bytes?.length ?? 0;
  if (old !== undefined) {
    sql<[number, string, Uint8Array | null, string]>(
      db,
      'UPDATE source SET size = ?, compression = ?, bytes = ? WHERE id = ?',
    ).run(size, compression, packed, old.id);
    return old.id;
  }
  sql<[string, string, string, string, number, string, string, Uint8Array | null]>(
    db,
    'INSERT INTO source (id, file, sha256, encoding, size, added_at, compression, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(source.id, source.file, source.sha256, source.encoding, size, source.addedAt, compression, packed);
  return source.id;
}

/** The stored files with this hash. */
export function findSourcesBySha256(db: ProjectDatabase, sha256: string): readonly StoredSource[] {
  return sql<[string], StoredSource>(db, 'SELECT id, file, sha256, encoding, size FROM source WHERE sha256 = ?').all(
    sha256,
  );
}

/** A document by the file that it came from; `characters` are code points. */
export interface SourceDocument {
  readonly id: DocumentId;
  readonly title: string;
  readonly index: number;
  readonly characters: number;
  readonly isTrashed: boolean;
}

/** The documents that came from files with this hash, in order; trashed ones too. Empty: the file was never brought in. */
export function findDocumentsBySha256(db: ProjectDatabase, sha256: string): readonly SourceDocument[] {
  return sql<[string], Omit<SourceDocument, 'isTrashed'> & { isTrashed: number }>(
    db,
    `SELECT d.id, d.title, d.source_index AS "index", d.characters, d.trashed_at IS NOT NULL AS isTrashed
     FROM source s JOIN document d ON d.source_id = s.id WHERE s.sha256 = ? ORDER BY d.ord`,
  )
    .all(sha256)
    .map((row) => ({ ...row, isTrashed: row.isTrashed === 1 }));
}

/** A source with its bytes (null where only the hash is known). @throws ZhupiError not-found, project-damaged */
export function readSource(db: ProjectDatabase, id: SourceId): StoredSource & { readonly bytes: Uint8Array | null } {
  const row = sql<[string], StoredSource & { compression: Compression; bytes: Uint8Array | null }>(
    db,
    'SELECT id, file, sha256, encoding, size, compression, bytes FROM source WHERE id = ?',
  ).get(id);
  if (row === undefined) throw new ZhupiError('not-found', { what: id });
  const { compression, bytes, ...source } = row;
  return { ...source, bytes: bytes === null ? null : unpack(bytes, compression) };
}
