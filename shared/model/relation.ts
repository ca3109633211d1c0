/** A labelled, directed link between two marks of one document. */
import { z } from 'zod';
import { Attributes } from './attributes.ts';
import { RelationId, TargetId } from './ids.ts';
import { Provenance } from './span.ts';

/** A relation; whether its label is symmetric is the tagset's business. */
export const Relation = z
  .object({
    id: RelationId,
    label: z.string().min(1),
    from: TargetId,
    to: TargetId,
    attributes: Attributes.default({}),
    note: z.string().nullable().default(null),
    provenance: Provenance.default('manual'),
  })
  .readonly();
export type Relation = z.infer<typeof Relation>;
