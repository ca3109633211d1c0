/** Attribute values of marks: small JSON values keyed by the attribute's name. */
import { z } from 'zod';

/** One attribute's value: text, number, yes/no, or several texts. */
export const AttributeValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
export type AttributeValue = z.infer<typeof AttributeValue>;

/** All attributes of one mark; keys are sorted on export. */
export const Attributes = z.record(z.string(), AttributeValue);
export type Attributes = Readonly<Record<string, AttributeValue>>;
