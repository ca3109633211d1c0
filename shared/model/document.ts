/** A document: one article, its metadata and where it came from. */
import { z } from 'zod';
import { DocumentId, SourceId } from './ids.ts';

/** How far the annotator is with a document. */
export const Status = z.enum(['todo', 'in_progress', 'done', 'flagged']);
export type Status = z.infer<typeof Status>;

/** A metadata value as JSON keeps it. */
export const MetaValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
export type MetaValue = z.infer<typeof MetaValue>;

/** The five metadata keys every document has on export, in this order; further keys follow, sorted. */
export const META_KEYS = ['publication', 'date', 'page', 'byline', 'url'] as const;

/** Metadata: `publication`, `date` (ISO 8601), `page`, `byline`, `url`, and any further key. */
export const Meta = z.record(z.string(), MetaValue);
export type Meta = Readonly<Record<string, MetaValue>>;

/** Which file, and which article of it, a document came from. */
export const SourceRef = z
  .object({ file: z.string(), sha256: z.string(), encoding: z.string(), index: z.int().nonnegative() })
  .readonly();
export type SourceRef = z.infer<typeof SourceRef>;

/** A stretch of the document's text and the stretch of the decoded source it came from (UTF-16 code units both). */
export const SourceRange = z.tuple([z.int(), z.int(), z.int(), z.int()]).readonly();
export type SourceRange = z.infer<typeof SourceRange>;

/** A stored article. `text` never changes silently: every offset refers to it. */
export const Document = z
  .object({
    id: DocumentId,
    title: z.string(),
    text: z.string(),
    meta: Meta,
    source: SourceRef.nullable(),
    sourceId: SourceId.nullable(),
  })
  .readonly();
export type Document = z.infer<typeof Document>;

/** One row of the library list. */
export const DocumentRow = z
  .object({
    id: DocumentId,
    title: z.string(),
    characters: z.int(),
    status: Status,
    date: z.string().nullable(),
    publication: z.string().nullable(),
    file: z.string().nullable(),
    labels: z.array(z.string()).readonly(),
    spans: z.int(),
    events: z.int(),
    directives: z.int(),
    relations: z.int(),
  })
  .readonly();
export type DocumentRow = z.infer<typeof DocumentRow>;
