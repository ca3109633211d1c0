/** The shape of a line of the native JSONL as it is read: stricter than JSON, more tolerant than what is written. */
import { z } from 'zod';
import { Attributes } from '../model/attributes.ts';
import { Meta, SourceRef, Status } from '../model/document.ts';
import { AuthorityId, DocumentId, FrameId, RelationId, SpanId, TargetId } from '../model/ids.ts';
import { OffsetUnit } from '../text/offsets.ts';

const Offset = z.int().nonnegative();
/** Fragments may be left out where the span is one piece. */
const place = {
  start: Offset,
  end: Offset,
  text: z.string().optional(),
  fragments: z
    .array(z.tuple([Offset, Offset]))
    .min(1)
    .optional(),
};
const common = {
  label: z.string().min(1),
  attributes: Attributes.default({}),
  note: z.string().nullable().default(null),
};
const frame = { ...common, arguments: z.array(z.object({ role: z.string().min(1), target: TargetId })).default([]) };
const EventId = FrameId.refine((id) => id.startsWith('E'), { error: 'E…' });
const DirectiveId = FrameId.refine((id) => id.startsWith('D'), { error: 'D…' });

const EntityLine = z.object({ id: SpanId, ...common, ...place, entity: AuthorityId.nullable().default(null) });
const EventLine = z.object({ id: EventId, ...frame, trigger: z.object(place) });
const DirectiveLine = z.object({ id: DirectiveId, ...frame, ...place });
const RelationLine = z.object({ id: RelationId, ...common, from: TargetId, to: TargetId });

/** A document's line. Offsets are in `offset_unit`. */
export const DocumentLine = z.object({
  format: z.literal('zhupi.document/1'),
  id: DocumentId,
  title: z.string().default(''),
  text: z.string(),
  offset_unit: OffsetUnit.default('codepoint'),
  meta: Meta.default({}),
  source: SourceRef.nullable().default(null),
  annotator: z.string().min(1).max(64).nullable().default(null),
  status: Status.default('todo'),
  labels: z.array(z.string()).default([]),
  entities: z.array(EntityLine).default([]),
  events: z.array(EventLine).default([]),
  directives: z.array(DirectiveLine).default([]),
  relations: z.array(RelationLine).default([]),
});
export type DocumentLine = z.infer<typeof DocumentLine>;

/** Where a mark lies, in the line's unit. */
export type PlaceLine = z.infer<ReturnType<typeof z.object<typeof place>>>;

const keysOf = (schema: { readonly shape: object }) => new Set(Object.keys(schema.shape));
const KNOWN = {
  document: keysOf(DocumentLine),
  entities: keysOf(EntityLine),
  events: keysOf(EventLine),
  directives: keysOf(DirectiveLine),
  relations: keysOf(RelationLine),
};

/** Calls `found` with every key of a line that the format does not have, as `key` or `entities.key`. */
export function unknownKeys(value: unknown, found: (key: string) => void): void {
  if (!isRecord(value)) return;
  for (const key of Object.keys(value)) if (!KNOWN.document.has(key)) found(key);
  for (const part of ['entities', 'events', 'directives', 'relations'] as const) {
    const list = value[part];
    if (!Array.isArray(list)) continue;
    for (const mark of list)
      if (isRecord(mark)) for (const key of Object.keys(mark)) if (!KNOWN[part].has(key)) found(`${part}.${key}`);
  }
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
