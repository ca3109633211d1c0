/** What a file format is to the app: a description, a guess from the first bytes, and a codec that streams and never touches a disk. */
import type { AuthorityRecord } from '../model/authority.ts';
import type { Meta, SourceRef, Status } from '../model/document.ts';
import type { Frame } from '../model/frame.ts';
import type { DocumentId } from '../model/ids.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import type { Tagset } from '../model/tagset.ts';
import type { FormatInfo } from '../model/transfer.ts';
import type { OffsetUnit } from '../text/offsets.ts';

/** A document with one annotator's work on it, as formats read and write it. Offsets are UTF-16 code units. */
export interface CorpusDocument {
  /** Null where the format has none: the importer gives one. */
  readonly id: DocumentId | null;
  readonly title: string;
  readonly text: string;
  readonly meta: Meta;
  readonly source: SourceRef | null;
  /** Null where the format does not say. */
  readonly annotator: string | null;
  readonly status: Status;
  readonly labels: readonly string[];
  /** The annotator's note on the whole document. */
  readonly note: string | null;
  readonly spans: readonly Span[];
  readonly frames: readonly Frame[];
  readonly relations: readonly Relation[];
}

/** Something a reader noticed: a warning was dealt with, an error makes the file unfit. `message` is an encoded message. */
export interface Finding {
  readonly kind: 'finding';
  readonly severity: 'warning' | 'error';
  readonly file: string;
  /** 1-based; null for the file as a whole. */
  readonly line: number | null;
  readonly message: string;
}

/** What a reader yields, one after the other. */
export type ReadItem =
  | {
      readonly kind: 'document';
      readonly file: string;
      readonly line: number | null;
      readonly document: CorpusDocument;
    }
  | {
      readonly kind: 'authority';
      readonly file: string;
      readonly line: number | null;
      readonly record: AuthorityRecord;
    }
  | { readonly kind: 'tagset'; readonly file: string; readonly tagset: Tagset }
  | Finding;

/** A file handed to a reader; its contents are fetched when asked for. A format of several files gets several. */
export interface InputFile {
  /** Name relative to what the person chose, with `/`. */
  readonly name: string;
  /** The lines without their ends, decoded as UTF-8, one at a time. @throws ZhupiError file-encoding, file-too-large */
  lines(): Iterable<string>;
  /** The whole contents. @throws ZhupiError file-too-large */
  bytes(): Uint8Array;
}

/** A piece of an output file. Pieces with the same name are joined in the order in which they come. */
export interface OutputPiece {
  /** Null: the corpus file itself; otherwise a name beside it, with `/` for folders. */
  readonly file: string | null;
  readonly data: string | Uint8Array;
}

/** A format's own options (`--option key=value`), and what every format gets. */
export interface ReadOptions {
  readonly options: Readonly<Record<string, string>>;
}

/** What a writer must know besides the documents. */
export interface WriteOptions extends ReadOptions {
  readonly offsetUnit: OffsetUnit;
  readonly tagset: Tagset;
}

/** What a format cannot hold of a document: a kind of loss and an example. */
export interface Loss {
  readonly kind: string;
  readonly example: string;
}

/** Reads and writes a format. Both ways stream: memory stays that of one document. */
export interface Codec {
  read?(files: readonly InputFile[], options: ReadOptions): Iterable<ReadItem>;
  /** Header, documents in the order given, footer. @throws ZhupiError where a mark does not fit its text */
  write?(documents: Iterable<CorpusDocument>, options: WriteOptions): Iterable<OutputPiece>;
  /** What writing this document would lose. Without this function nothing is lost. */
  losses?(document: CorpusDocument): readonly Loss[];
}

/** The beginning of a file: its first bytes, and as text where they are UTF-8. */
export interface FileHead {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string | null;
}

/** A registered format. `page` formats are texts that the readers of pages bring in; the others have a codec. */
export interface Format extends FormatInfo {
  /** How well the beginning of a file fits, from 0 (not at all) to 1 (surely). The name may only decide between equals. */
  sniff(head: FileHead): number;
  /** Null for `page` formats. Loaded when needed, so that listing the formats costs nothing. */
  readonly load: (() => Promise<Codec>) | null;
}
