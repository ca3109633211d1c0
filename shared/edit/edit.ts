/** Edit: every change that can be made to a document or to an annotator's work on it. The one edit path starts here. */
import { z } from 'zod';
import { Attributes } from '../model/attributes.ts';
import { Meta, Status } from '../model/document.ts';
import { Frame } from '../model/frame.ts';
import { AuthorityId, FrameId, RelationId, SpanId, TargetId } from '../model/ids.ts';
import { Relation } from '../model/relation.ts';
import { Fragments, Provenance, Span } from '../model/span.ts';

const SpanChange = z
  .object({
    label: z.string().min(1),
    fragments: Fragments,
    attributes: Attributes,
    entity: AuthorityId.nullable(),
    note: z.string().nullable(),
    provenance: Provenance,
  })
  .partial()
  .strict();

const FrameChange = z
  .object({
    label: z.string().min(1),
    fragments: Fragments,
    attributes: Attributes,
    note: z.string().nullable(),
    provenance: Provenance,
  })
  .partial()
  .strict();

const RelationChange = z
  .object({
    label: z.string().min(1),
    from: TargetId,
    to: TargetId,
    attributes: Attributes,
    note: z.string().nullable(),
    provenance: Provenance,
  })
  .partial()
  .strict();

const SetChange = z
  .object({ status: Status, labels: z.array(z.string()), note: z.string().nullable() })
  .partial()
  .strict();

const DocumentChange = z.object({ title: z.string(), meta: Meta }).partial().strict();

/** The changes that are not made of others. */
export const SimpleEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('span.add'), span: Span }).strict(),
  z.object({ kind: z.literal('span.change'), id: SpanId, set: SpanChange }).strict(),
  z.object({ kind: z.literal('span.remove'), id: SpanId }).strict(),
  z.object({ kind: z.literal('frame.add'), frame: Frame }).strict(),
  z.object({ kind: z.literal('frame.change'), id: FrameId, set: FrameChange }).strict(),
  z.object({ kind: z.literal('frame.remove'), id: FrameId }).strict(),
  z
    .object({
      kind: z.literal('argument.add'),
      frame: FrameId,
      role: z.string().min(1),
      target: TargetId,
      at: z.int().nonnegative().optional(),
    })
    .strict(),
  z.object({ kind: z.literal('argument.remove'), frame: FrameId, role: z.string().min(1), target: TargetId }).strict(),
  z.object({ kind: z.literal('relation.add'), relation: Relation }).strict(),
  z.object({ kind: z.literal('relation.change'), id: RelationId, set: RelationChange }).strict(),
  z.object({ kind: z.literal('relation.remove'), id: RelationId }).strict(),
  z.object({ kind: z.literal('set.change'), set: SetChange }).strict(),
  z.object({ kind: z.literal('document.change'), set: DocumentChange }).strict(),
]);
export type SimpleEdit = z.infer<typeof SimpleEdit>;

/** Several changes that are one step for the person, applied in order, all or none. */
export const BatchEdit = z.object({ kind: z.literal('batch'), edits: z.array(SimpleEdit).min(1) }).strict();

/**
 * A change. `span.remove` and `frame.remove` also take away the arguments and relations that point at the mark.
 * `set` objects carry only the fields that change; `meta` and `attributes` replace the whole map.
 */
export const Edit = z.union([SimpleEdit, BatchEdit]);
export type Edit = z.infer<typeof Edit>;

/** The simple changes of an edit, in order. */
export function simpleEdits(edit: Edit): readonly SimpleEdit[] {
  return edit.kind === 'batch' ? edit.edits : [edit];
}

/** One edit of several; a single change stays itself. */
export function batch(edits: readonly SimpleEdit[]): Edit {
  const [only] = edits;
  return edits.length === 1 && only !== undefined ? only : { kind: 'batch', edits: [...edits] };
}
