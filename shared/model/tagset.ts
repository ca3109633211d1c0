/** The tagset: which labels, roles and attributes a project uses. Data, not code: `format: zhupi.tagset/1`. */
import { z } from 'zod';

/** A text in the languages of the app. `zh` stands for zh-CN. */
export const LocalText = z.object({ en: z.string().min(1), zh: z.string().min(1) }).readonly();
export type LocalText = z.infer<typeof LocalText>;

/** The four layers. */
export const Layer = z.enum(['entity', 'event', 'directive', 'relation']);
export type Layer = z.infer<typeof Layer>;

/** The ways an underline can look, so that colour is never the only sign. */
export const LineStyle = z.enum(['solid', 'dashed', 'dotted', 'double', 'wavy']);
export type LineStyle = z.infer<typeof LineStyle>;

/** A label's, role's or attribute's technical name: what is stored and exported. No blanks, no control characters. */
export const Name = z.string().regex(/^[^\s\p{C}|;:]{1,64}$/u);

/** A key that a person presses: one printable character, upper case meaning Shift. */
export const Key = z.string().regex(/^[\p{L}\p{N}\p{P}\p{S}]$/u);

/** An attribute that marks of a label may carry. */
export const AttributeDefinition = z
  .object({
    name: Name,
    title: LocalText,
    type: z.enum(['choice', 'choices', 'text', 'number', 'date', 'boolean']),
    values: z
      .array(z.object({ value: z.string().min(1), title: LocalText }).strict())
      .readonly()
      .default([]),
    required: z.boolean().default(false),
  })
  .strict()
  .readonly();
export type AttributeDefinition = z.infer<typeof AttributeDefinition>;

/** A role of an event or directive label. `fillers` names labels of any layer; `*` allows every label. */
export const RoleDefinition = z
  .object({
    name: Name,
    title: LocalText,
    required: z.boolean().default(false),
    many: z.boolean().default(false),
    fillers: z.array(z.string().min(1)).min(1).readonly(),
  })
  .strict()
  .readonly();
export type RoleDefinition = z.infer<typeof RoleDefinition>;

const common = {
  label: Name,
  title: LocalText,
  key: Key.nullable().default(null),
  color: z.int().min(1).max(12),
  line: LineStyle.default('solid'),
  description: LocalText.nullable().default(null),
  attributes: z.array(AttributeDefinition).readonly().default([]),
};

/** An entity label. */
export const EntityLabel = z.object(common).strict().readonly();
export type EntityLabel = z.infer<typeof EntityLabel>;

/** An event or directive label with its roles; a role's digit in the editor is its place in the list. */
export const FrameLabel = z
  .object({ ...common, roles: z.array(RoleDefinition).readonly().default([]) })
  .strict()
  .readonly();
export type FrameLabel = z.infer<typeof FrameLabel>;

/** A relation label with what it may join; `*` allows every label. */
export const RelationLabel = z
  .object({
    ...common,
    from: z.array(z.string().min(1)).min(1).readonly(),
    to: z.array(z.string().min(1)).min(1).readonly(),
    symmetric: z.boolean().default(false),
  })
  .strict()
  .readonly();
export type RelationLabel = z.infer<typeof RelationLabel>;

/** A label for the whole document. */
export const DocumentLabel = z
  .object({ label: Name, title: LocalText, key: Key.nullable().default(null) })
  .strict()
  .readonly();
export type DocumentLabel = z.infer<typeof DocumentLabel>;

/** A whole tagset. Shape only: `checkTagset` (shared/edit/check-tagset.ts) adds the rules between parts. */
export const Tagset = z
  .object({
    format: z.literal('zhupi.tagset/1'),
    name: Name,
    title: LocalText,
    version: z.int().positive(),
    entities: z.array(EntityLabel).readonly(),
    events: z.array(FrameLabel).readonly(),
    directives: z.array(FrameLabel).readonly(),
    relations: z.array(RelationLabel).readonly(),
    documentLabels: z.array(DocumentLabel).readonly(),
  })
  .strict()
  .readonly();
export type Tagset = z.infer<typeof Tagset>;

/** The part of a tagset that holds a layer's labels. */
export const LAYER_KEY = {
  entity: 'entities',
  event: 'events',
  directive: 'directives',
  relation: 'relations',
} as const satisfies Record<Layer, keyof Tagset>;

/** The frame label's definition, or undefined where the tagset does not have it. */
export function findFrameLabel(tagset: Tagset, kind: 'event' | 'directive', label: string): FrameLabel | undefined {
  return tagset[LAYER_KEY[kind]].find((entry) => entry.label === label);
}

/** The label's definition in a layer, or undefined. */
export function findLabel(
  tagset: Tagset,
  layer: Layer,
  label: string,
): EntityLabel | FrameLabel | RelationLabel | undefined {
  return tagset[LAYER_KEY[layer]].find((entry) => entry.label === label);
}

/** True where `label` is allowed by a list of fillers (`*` allows all). */
export function allowsFiller(fillers: readonly string[], label: string): boolean {
  return fillers.includes('*') || fillers.includes(label);
}
