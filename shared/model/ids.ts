/** Branded ids of every record. Long-lived records have `<letter>_<26 characters>`; marks are numbered within their set. */
import { z } from 'zod';

const ulid = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9A-Za-z_-]{1,64}$`));

/** A document's id, stable across exports, imports and merges: `d_…`. */
export const DocumentId = ulid('d').brand<'DocumentId'>();
export type DocumentId = z.infer<typeof DocumentId>;

/** An imported file's id: `s_…`. */
export const SourceId = ulid('s').brand<'SourceId'>();
export type SourceId = z.infer<typeof SourceId>;

/** An authority record's id: `a_…`. */
export const AuthorityId = ulid('a').brand<'AuthorityId'>();
export type AuthorityId = z.infer<typeof AuthorityId>;

/** A span's id, unique in its document: `T` + number. */
export const SpanId = z
  .string()
  .regex(/^T[1-9]\d{0,8}$/)
  .brand<'SpanId'>();
export type SpanId = z.infer<typeof SpanId>;

/** A frame's id, unique in its document: `E` (event) or `D` (directive) + number. */
export const FrameId = z
  .string()
  .regex(/^[ED][1-9]\d{0,8}$/)
  .brand<'FrameId'>();
export type FrameId = z.infer<typeof FrameId>;

/** A relation's id, unique in its document: `R` + number. */
export const RelationId = z
  .string()
  .regex(/^R[1-9]\d{0,8}$/)
  .brand<'RelationId'>();
export type RelationId = z.infer<typeof RelationId>;

/** What a role or relation may point at: a span or a frame. */
export const TargetId = z.union([SpanId, FrameId]);
export type TargetId = z.infer<typeof TargetId>;

/** Any mark of a document. */
export type MarkId = SpanId | FrameId | RelationId;

/** The letter that an id of this kind begins with. */
export type MarkLetter = 'T' | 'E' | 'D' | 'R';

/** The number part of a mark's id. */
export function markNumber(id: MarkId): number {
  return Number(id.slice(1));
}

/** True for the id of a span (`T…`). */
export function isSpanId(id: string): id is SpanId {
  return id.startsWith('T');
}

/** True for the id of a frame (`E…` or `D…`). */
export function isFrameId(id: string): id is FrameId {
  return id.startsWith('E') || id.startsWith('D');
}

/** True for the id of a relation (`R…`). */
export function isRelationId(id: string): id is RelationId {
  return id.startsWith('R');
}
