/** Builds the edits behind a person's gestures: label a selection, fill a role, change a label, move a boundary. */
import type { AnnotationState } from '../model/annotation-set.ts';
import { type Frame, type FrameKind, frameKind } from '../model/frame.ts';
import { FrameId, isFrameId, SpanId, type TargetId } from '../model/ids.ts';
import { type Fragments, normaliseFragments, type Span, sameFragments } from '../model/span.ts';
import { allowsFiller, findFrameLabel, type Layer, type RoleDefinition, type Tagset } from '../model/tagset.ts';
import { graphemeEnd, graphemeStart } from '../text/graphemes.ts';
import { labelOf, nextMarkId } from './apply-edit.ts';
import { batch, type Edit, type SimpleEdit } from './edit.ts';

/** The highest id numbers ever given, so that a removed mark's id is not given again. */
export type LastNumbers = Readonly<Record<'T' | 'E' | 'D' | 'R', number>>;

/** An edit and the mark it is about (to be selected afterwards). */
export interface Composed {
  readonly edit: Edit;
  readonly id: TargetId;
}

/** A new mark over the fragments: a span of the entity layer, or a frame anchored there. */
export function composeMark(
  state: AnnotationState,
  last: LastNumbers,
  layer: Exclude<Layer, 'relation'>,
  label: string,
  fragments: Fragments,
): Composed {
  if (layer === 'entity') {
    const span = newSpan(SpanId.parse(nextMarkId(state, 'T', last.T)), label, fragments);
    return { edit: { kind: 'span.add', span }, id: span.id };
  }
  const letter = layer === 'event' ? 'E' : 'D';
  const frame: Frame = {
    id: FrameId.parse(nextMarkId(state, letter, last[letter])),
    label,
    fragments,
    arguments: [],
    attributes: {},
    note: null,
    provenance: 'manual',
  };
  return { edit: { kind: 'frame.add', frame }, id: frame.id };
}

/**
 * Changes a mark's label. A frame keeps the arguments that the new label allows and loses the others in the same step.
 * Null where the label belongs to another layer (a trigger cannot become an entity).
 */
export function composeRelabel(
  state: AnnotationState,
  tagset: Tagset,
  id: TargetId,
  layer: Layer,
  label: string,
): Edit | null {
  if (!isFrameId(id)) {
    const span = state.spans.get(id);
    if (span === undefined || layer !== 'entity') return null;
    const known = tagset.entities.find((entry) => entry.label === label)?.attributes.map((a) => a.name) ?? [];
    return { kind: 'span.change', id, set: { label, attributes: keepOnly(span.attributes, known) } };
  }
  const frame = state.frames.get(id);
  if (frame === undefined || layer !== frameKind(id)) return null;
  const definition = findFrameLabel(tagset, frameKind(id), label);
  const unfit: SimpleEdit[] = frame.arguments
    .filter((argument, i) => {
      const role = definition?.roles.find((entry) => entry.name === argument.role);
      const target = labelOf(state, argument.target);
      const isExtra = role?.many === false && frame.arguments.slice(0, i).some((a) => a.role === argument.role);
      return role === undefined || target === undefined || isExtra || !allowsFiller(role.fillers, target);
    })
    .map((argument) => ({ kind: 'argument.remove', frame: id, ...argument }));
  const known = definition?.attributes.map((a) => a.name) ?? [];
  return batch([...unfit, { kind: 'frame.change', id, set: { label, attributes: keepOnly(frame.attributes, known) } }]);
}

/** How a role was filled, or why it was not. */
export type Filling =
  | { readonly kind: 'edit'; readonly edit: Edit; readonly target: TargetId }
  | { readonly kind: 'refused'; readonly role: RoleDefinition; readonly label: string }
  | { readonly kind: 'needs-label'; readonly role: RoleDefinition };

/** Fills a role with an existing mark; a role that takes one filler gives up the old one in the same step. */
export function composeFill(
  state: AnnotationState,
  tagset: Tagset,
  frame: Frame,
  roleName: string,
  target: TargetId,
): Filling | null {
  const role = findRole(tagset, frame, roleName);
  const label = labelOf(state, target);
  if (role === undefined || label === undefined || target === frame.id) return null;
  if (!allowsFiller(role.fillers, label)) return { kind: 'refused', role, label };
  return { kind: 'edit', edit: batch([...freeRole(frame, role), addArgument(frame, role, target)]), target };
}

/**
 * Fills a role with a selection: a mark that already lies exactly there and is allowed, or a new span.
 * Without `label` a new span is made only where the role allows a single entity label.
 */
export function composeFillFromRange(
  state: AnnotationState,
  tagset: Tagset,
  last: LastNumbers,
  frame: Frame,
  roleName: string,
  fragments: Fragments,
  label: string | null = null,
): Filling | null {
  const role = findRole(tagset, frame, roleName);
  if (role === undefined) return null;
  const there = marksExactlyAt(state, fragments).filter(
    (mark) =>
      mark.id !== frame.id && allowsFiller(role.fillers, mark.label) && (label === null || mark.label === label),
  );
  const [existing] = there;
  if (existing !== undefined) return composeFill(state, tagset, frame, roleName, existing.id);
  const wanted = label ?? soleEntityFiller(tagset, role);
  if (wanted === null) return { kind: 'needs-label', role };
  if (!allowsFiller(role.fillers, wanted)) return { kind: 'refused', role, label: wanted };
  const span = newSpan(SpanId.parse(nextMarkId(state, 'T', last.T)), wanted, fragments);
  const edits: SimpleEdit[] = [{ kind: 'span.add', span }, ...freeRole(frame, role), addArgument(frame, role, span.id)];
  return { kind: 'edit', edit: batch(edits), target: span.id };
}

/** Moves one boundary of a mark by a grapheme; null where it cannot move (text's end, or nothing would be left). */
export function composeBoundary(
  state: AnnotationState,
  id: TargetId,
  side: 'start' | 'end',
  direction: -1 | 1,
): Edit | null {
  const mark = isFrameId(id) ? state.frames.get(id) : state.spans.get(id);
  if (mark === undefined) return null;
  const pieces = mark.fragments.map(([start, end]): [number, number] => [start, end]);
  const piece = side === 'start' ? pieces[0] : pieces[pieces.length - 1];
  if (piece === undefined) return null;
  const index = side === 'start' ? 0 : 1;
  piece[index] = step(state.text, piece[index], direction);
  const fragments = normaliseFragments(pieces);
  if (piece[0] >= piece[1] || sameFragments(fragments, mark.fragments)) return null;
  return composeFragments(id, fragments);
}

/** Gives a mark other fragments. */
export function composeFragments(id: TargetId, fragments: Fragments): Edit {
  return isFrameId(id)
    ? { kind: 'frame.change', id, set: { fragments } }
    : { kind: 'span.change', id, set: { fragments } };
}

/** Every span and frame whose fragments are exactly these. */
export function marksExactlyAt(state: AnnotationState, fragments: Fragments): readonly (Span | Frame)[] {
  const all: (Span | Frame)[] = [...state.spans.values(), ...state.frames.values()];
  return all.filter((mark) => sameFragments(mark.fragments, fragments));
}

/** The label layer's kind for a frame. */
export function layerOf(id: TargetId): 'entity' | FrameKind {
  return isFrameId(id) ? frameKind(id) : 'entity';
}

function findRole(tagset: Tagset, frame: Frame, name: string): RoleDefinition | undefined {
  return findFrameLabel(tagset, frameKind(frame.id), frame.label)?.roles.find((role) => role.name === name);
}

function freeRole(frame: Frame, role: RoleDefinition): SimpleEdit[] {
  if (role.many) return [];
  return frame.arguments
    .filter((argument) => argument.role === role.name)
    .map((argument) => ({ kind: 'argument.remove', frame: frame.id, ...argument }));
}

function addArgument(frame: Frame, role: RoleDefinition, target: TargetId): SimpleEdit {
  return { kind: 'argument.add', frame: frame.id, role: role.name, target };
}

function soleEntityFiller(tagset: Tagset, role: RoleDefinition): string | null {
  const entities = role.fillers.filter((filler) => tagset.entities.some((entry) => entry.label === filler));
  const [only] = entities;
  return entities.length === 1 && only !== undefined ? only : null;
}

function newSpan(id: SpanId, label: string, fragments: Fragments): Span {
  return { id, label, fragments, attributes: {}, entity: null, note: null, provenance: 'manual' };
}

function keepOnly<T>(record: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
}

function step(text: string, offset: number, direction: -1 | 1): number {
  return direction < 0
    ? graphemeStart(text, Math.max(0, offset - 1))
    : graphemeEnd(text, Math.min(text.length, offset + 1));
}
