/** The rules a single mark must satisfy: offsets, labels, roles, fillers, attributes. Each throws what is wrong. */
import { ZhupiError } from '../api/errors.ts';
import type { AnnotationState } from '../model/annotation-set.ts';
import type { Attributes, AttributeValue } from '../model/attributes.ts';
import { type Argument, type Frame, frameKind } from '../model/frame.ts';
import { type FrameId, isFrameId, type TargetId } from '../model/ids.ts';
import type { Relation } from '../model/relation.ts';
import { type Fragments, normaliseFragments, sameFragments } from '../model/span.ts';
import { type AttributeDefinition, allowsFiller, findFrameLabel, findLabel, type Tagset } from '../model/tagset.ts';
import { isGraphemeBoundary } from '../text/graphemes.ts';

type Marks = Pick<AnnotationState, 'spans' | 'frames'>;

/** Fragments must be sorted, apart, inside the text (UTF-16) and never cut a character. */
export function checkFragments(text: string, fragments: Fragments): void {
  const [first] = fragments;
  if (first === undefined || !sameFragments(fragments, normaliseFragments(fragments)))
    throw new ZhupiError('edit-offsets', { fragments: JSON.stringify(fragments), length: text.length });
  for (const [start, end] of fragments) {
    if (start < 0 || end > text.length)
      throw new ZhupiError('edit-offsets', { fragments: JSON.stringify(fragments), length: text.length });
    for (const offset of [start, end])
      if (!isGraphemeBoundary(text, offset)) throw new ZhupiError('edit-cuts-character', { offset });
  }
}

/** The label must be an entity label, its attributes defined for it. */
export function checkSpanLabel(tagset: Tagset | null, label: string, attributes: Attributes): void {
  if (tagset === null) return;
  const definition = findLabel(tagset, 'entity', label);
  if (definition === undefined) throw new ZhupiError('edit-label-unknown', { label, layer: 'entity' });
  checkAttributes(definition.attributes, attributes, label);
}

/** The label must be one of the frame's kind, its attributes defined for it. */
export function checkFrameLabel(tagset: Tagset | null, frame: Frame): void {
  if (tagset === null) return;
  const kind = frameKind(frame.id);
  const definition = findFrameLabel(tagset, kind, frame.label);
  if (definition === undefined) throw new ZhupiError('edit-label-unknown', { label: frame.label, layer: kind });
  checkAttributes(definition.attributes, frame.attributes, frame.label);
}

/** The target must exist; with a tagset the role must be known, free, and allow the target's label. */
export function checkArgument(state: Marks, tagset: Tagset | null, frame: Frame, argument: Argument): void {
  const label = targetLabel(state, argument.target);
  if (label === undefined) throw new ZhupiError('edit-id-missing', { id: argument.target });
  if (tagset === null) return;
  const role = findFrameLabel(tagset, frameKind(frame.id), frame.label)?.roles.find((r) => r.name === argument.role);
  if (role === undefined) throw new ZhupiError('edit-role-unknown', { label: frame.label, role: argument.role });
  if (!allowsFiller(role.fillers, label))
    throw new ZhupiError('edit-filler', { role: role.name, label, allowed: role.fillers.join(', ') });
  const others = frame.arguments.filter((a) => a.role === argument.role && a.target !== argument.target);
  if (!role.many && others.length > 0)
    throw new ZhupiError('edit-argument-taken', { id: frame.id, role: role.name, target: others[0]?.target ?? '' });
}

/** Both ends must exist and differ; with a tagset the label must be known and join these labels. */
export function checkRelation(state: Marks, tagset: Tagset | null, relation: Relation): void {
  const from = targetLabel(state, relation.from);
  const to = targetLabel(state, relation.to);
  if (from === undefined) throw new ZhupiError('edit-id-missing', { id: relation.from });
  if (to === undefined) throw new ZhupiError('edit-id-missing', { id: relation.to });
  if (relation.from === relation.to) throw new ZhupiError('edit-cycle', { id: relation.from });
  if (tagset === null) return;
  const definition = tagset.relations.find((entry) => entry.label === relation.label);
  if (definition === undefined)
    throw new ZhupiError('edit-label-unknown', { label: relation.label, layer: 'relation' });
  checkAttributes(definition.attributes, relation.attributes, relation.label);
  const fits = (a: string, b: string) => allowsFiller(definition.from, a) && allowsFiller(definition.to, b);
  if (!fits(from, to) && !(definition.symmetric && fits(to, from)))
    throw new ZhupiError('edit-filler', {
      role: relation.label,
      label: `${from} → ${to}`,
      allowed: `${definition.from.join(', ')} → ${definition.to.join(', ')}`,
    });
}

/** Every label of the document must be in the tagset. */
export function checkDocumentLabels(tagset: Tagset | null, labels: readonly string[]): void {
  const unknown =
    tagset === null ? undefined : labels.find((label) => !tagset.documentLabels.some((entry) => entry.label === label));
  if (unknown !== undefined) throw new ZhupiError('edit-label-unknown', { label: unknown, layer: 'document' });
}

/** A frame must not be, through its arguments, a part of itself. */
export function refuseCycle(state: Marks, frame: FrameId, target: TargetId): void {
  const seen = new Set<string>();
  const open: string[] = [target];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === frame) throw new ZhupiError('edit-cycle', { id: frame });
    if (seen.has(id) || !isFrameId(id)) continue;
    seen.add(id);
    for (const argument of state.frames.get(id)?.arguments ?? []) open.push(argument.target);
  }
}

/** Every attribute must be defined and of its type. */
export function checkAttributes(
  definitions: readonly AttributeDefinition[],
  attributes: Attributes,
  label: string,
): void {
  for (const [name, value] of Object.entries(attributes)) {
    const definition = definitions.find((entry) => entry.name === name);
    if (definition === undefined || !fitsType(definition, value))
      throw new ZhupiError('edit-attribute', { label, attribute: name, value: JSON.stringify(value) });
  }
}

/** An ISO 8601 / EDTF-like date, month, year, quarter or interval. */
const DATE = /^(\d{4}([-Q/]|$)|\.\.|P\d)[\dA-Z:./~?%,{}[\]+-]*$/;

function fitsType(definition: AttributeDefinition, value: AttributeValue): boolean {
  const known = (text: string) => definition.values.some((entry) => entry.value === text);
  switch (definition.type) {
    case 'choice':
      return typeof value === 'string' && known(value);
    case 'choices':
      return Array.isArray(value) && value.every(known);
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'date':
      return typeof value === 'string' && DATE.test(value);
    case 'boolean':
      return typeof value === 'boolean';
  }
}

function targetLabel(state: Marks, id: TargetId): string | undefined {
  return isFrameId(id) ? state.frames.get(id)?.label : state.spans.get(id)?.label;
}
