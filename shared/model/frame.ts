/** A frame: an event or a policy directive, an anchor in the text with typed arguments. */
import { z } from 'zod';
import { Attributes } from './attributes.ts';
import { FrameId, TargetId } from './ids.ts';
import { Fragments, Provenance } from './span.ts';

/** One filled role. The same role may be filled several times by different targets. */
export const Argument = z.object({ role: z.string().min(1), target: TargetId }).readonly();
export type Argument = z.infer<typeof Argument>;

/** The two kinds of frame: an event's anchor is its trigger, a directive's anchor its clause. */
export const FrameKind = z.enum(['event', 'directive']);
export type FrameKind = z.infer<typeof FrameKind>;

/** An event or a directive. Ids of events begin with `E`, of directives with `D`. */
export const Frame = z
  .object({
    id: FrameId,
    label: z.string().min(1),
    fragments: Fragments,
    arguments: z.array(Argument).readonly().default([]),
    attributes: Attributes.default({}),
    note: z.string().nullable().default(null),
    provenance: Provenance.default('manual'),
  })
  .readonly();
export type Frame = z.infer<typeof Frame>;

/** Which kind of frame an id belongs to. */
export function frameKind(id: string): FrameKind {
  return id.startsWith('E') ? 'event' : 'directive';
}
