/** applyEdit: the pure heart of the app. Renderer and core both call it; undo is the inverse that it returns. */
import { assertNever, ZhupiError } from '../api/errors.ts';
import type { AnnotationState } from '../model/annotation-set.ts';
import type { Argument, Frame } from '../model/frame.ts';
import { type FrameId, isFrameId, isSpanId, type RelationId, type SpanId, type TargetId } from '../model/ids.ts';
import type { Relation } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import type { Tagset } from '../model/tagset.ts';
import { batch, type Edit, type SimpleEdit, simpleEdits } from './edit.ts';
import {
  checkArgument,
  checkDocumentLabels,
  checkFragments,
  checkFrameLabel,
  checkRelation,
  checkSpanLabel,
  refuseCycle,
} from './rules.ts';

/** What an edit touched, so that a store or a drawing changes no more than that. */
export interface Touched {
  readonly marks: ReadonlySet<SpanId | FrameId | RelationId>;
  readonly set: boolean;
  readonly document: boolean;
}

/** The result of an edit. `inverse` applied to `state` gives back the state before. */
export interface Applied {
  readonly state: AnnotationState;
  readonly inverse: Edit;
  readonly touched: Touched;
}

interface Draft {
  text: string;
  title: AnnotationState['title'];
  meta: AnnotationState['meta'];
  status: AnnotationState['status'];
  labels: AnnotationState['labels'];
  note: AnnotationState['note'];
  spans: Map<SpanId, Span>;
  frames: Map<FrameId, Frame>;
  relations: Map<RelationId, Relation>;
}

interface Work {
  readonly draft: Draft;
  /** Rules of the tagset; null where only the structure is checked (undo, imports). */
  readonly tagset: Tagset | null;
  readonly undo: SimpleEdit[];
  readonly marks: Set<SpanId | FrameId | RelationId>;
  set: boolean;
  document: boolean;
}

/**
 * Applies an edit to a state, all or none.
 * With a tagset, labels, roles, fillers and attributes must be allowed by it; with null only the structure is checked,
 * so that an inverse always applies to the state it was made for. `onStep` hears the index of each simple change before it
 * is made, so that a caller can tell which one failed.
 * @throws ZhupiError with an `edit-…` code; `state` is never changed.
 */
export function applyEdit(
  state: AnnotationState,
  edit: Edit,
  tagset: Tagset | null,
  onStep: (index: number) => void = () => undefined,
): Applied {
  const work: Work = {
    draft: {
      ...state,
      spans: new Map(state.spans),
      frames: new Map(state.frames),
      relations: new Map(state.relations),
    },
    tagset,
    undo: [],
    marks: new Set(),
    set: false,
    document: false,
  };
  for (const [index, simple] of simpleEdits(edit).entries()) {
    onStep(index);
    applySimple(work, simple);
  }
  return {
    state: work.draft,
    inverse: batch(work.undo.toReversed()),
    touched: { marks: work.marks, set: work.set, document: work.document },
  };
}

function applySimple(work: Work, edit: SimpleEdit): void {
  const { draft, tagset } = work;
  switch (edit.kind) {
    case 'span.add':
      refuseTaken(draft.spans.has(edit.span.id), edit.span.id);
      checkFragments(draft.text, edit.span.fragments);
      checkSpanLabel(tagset, edit.span.label, edit.span.attributes);
      putSpan(work, edit.span);
      return;
    case 'span.change': {
      const span = { ...need(draft.spans.get(edit.id), edit.id), ...defined(edit.set) } as Span;
      if (edit.set.fragments !== undefined) checkFragments(draft.text, span.fragments);
      if (edit.set.label !== undefined || edit.set.attributes !== undefined)
        checkSpanLabel(tagset, span.label, span.attributes);
      putSpan(work, span);
      return;
    }
    case 'span.remove':
      removeSpan(work, edit.id);
      return;
    case 'frame.add':
      addFrame(work, edit.frame);
      return;
    case 'frame.change': {
      const frame = { ...need(draft.frames.get(edit.id), edit.id), ...defined(edit.set) } as Frame;
      if (edit.set.fragments !== undefined) checkFragments(draft.text, frame.fragments);
      if (edit.set.label !== undefined || edit.set.attributes !== undefined) checkFrameLabel(tagset, frame);
      if (edit.set.label !== undefined)
        for (const argument of frame.arguments) checkArgument(draft, tagset, frame, argument);
      putFrame(work, frame);
      return;
    }
    case 'frame.remove':
      removeFrame(work, edit.id);
      return;
    case 'argument.add':
      addArgument(work, edit.frame, { role: edit.role, target: edit.target }, edit.at);
      return;
    case 'argument.remove':
      removeArgument(work, edit.frame, edit.role, edit.target);
      return;
    case 'relation.add':
      refuseTaken(draft.relations.has(edit.relation.id), edit.relation.id);
      checkRelation(draft, tagset, edit.relation);
      putRelation(work, edit.relation);
      return;
    case 'relation.change': {
      const relation = { ...need(draft.relations.get(edit.id), edit.id), ...defined(edit.set) } as Relation;
      checkRelation(draft, tagset, relation);
      putRelation(work, relation);
      return;
    }
    case 'relation.remove':
      removeRelation(work, edit.id);
      return;
    case 'set.change': {
      if (edit.set.labels !== undefined) checkDocumentLabels(tagset, edit.set.labels);
      work.undo.push({
        kind: 'set.change',
        set: before({ status: draft.status, labels: [...draft.labels], note: draft.note }, edit.set),
      });
      Object.assign(draft, defined(edit.set));
      work.set = true;
      return;
    }
    case 'document.change': {
      work.undo.push({ kind: 'document.change', set: before({ title: draft.title, meta: draft.meta }, edit.set) });
      Object.assign(draft, defined(edit.set));
      work.document = true;
      return;
    }
    default:
      assertNever(edit);
  }
}

function putSpan(work: Work, span: Span): void {
  const old = work.draft.spans.get(span.id);
  work.undo.push(
    old === undefined
      ? { kind: 'span.remove', id: span.id }
      : { kind: 'span.change', id: span.id, set: changed(old, span, SPAN_FIELDS) },
  );
  work.draft.spans.set(span.id, span);
  work.marks.add(span.id);
}

function putFrame(work: Work, frame: Frame): void {
  const old = need(work.draft.frames.get(frame.id), frame.id);
  work.undo.push({ kind: 'frame.change', id: frame.id, set: changed(old, frame, FRAME_FIELDS) });
  work.draft.frames.set(frame.id, frame);
  work.marks.add(frame.id);
}

function putRelation(work: Work, relation: Relation): void {
  const old = work.draft.relations.get(relation.id);
  work.undo.push(
    old === undefined
      ? { kind: 'relation.remove', id: relation.id }
      : { kind: 'relation.change', id: relation.id, set: changed(old, relation, RELATION_FIELDS) },
  );
  work.draft.relations.set(relation.id, relation);
  work.marks.add(relation.id);
}

function addFrame(work: Work, frame: Frame): void {
  const { draft, tagset } = work;
  refuseTaken(draft.frames.has(frame.id), frame.id);
  checkFragments(draft.text, frame.fragments);
  checkFrameLabel(tagset, frame);
  draft.frames.set(frame.id, { ...frame, arguments: [] });
  for (const argument of frame.arguments) placeArgument(work, frame.id, argument, undefined);
  work.undo.push({ kind: 'frame.remove', id: frame.id });
  work.marks.add(frame.id);
}

function removeSpan(work: Work, id: SpanId): void {
  const span = need(work.draft.spans.get(id), id);
  detach(work, id);
  work.undo.push({ kind: 'span.add', span });
  work.draft.spans.delete(id);
  work.marks.add(id);
}

function removeFrame(work: Work, id: FrameId): void {
  const frame = need(work.draft.frames.get(id), id);
  detach(work, id);
  work.undo.push({ kind: 'frame.add', frame });
  work.draft.frames.delete(id);
  work.marks.add(id);
}

function removeRelation(work: Work, id: RelationId): void {
  work.undo.push({ kind: 'relation.add', relation: need(work.draft.relations.get(id), id) });
  work.draft.relations.delete(id);
  work.marks.add(id);
}

/** Takes away everything that points at a mark. */
function detach(work: Work, id: TargetId): void {
  for (const relation of [...work.draft.relations.values()])
    if (relation.from === id || relation.to === id) removeRelation(work, relation.id);
  for (const frame of [...work.draft.frames.values()])
    for (const argument of frame.arguments)
      if (argument.target === id) removeArgument(work, frame.id, argument.role, id);
}

function addArgument(work: Work, id: FrameId, argument: Argument, at: number | undefined): void {
  placeArgument(work, id, argument, at);
  work.undo.push({ kind: 'argument.remove', frame: id, ...argument });
}

function placeArgument(work: Work, id: FrameId, argument: Argument, at: number | undefined): void {
  const { draft, tagset } = work;
  const frame = need(draft.frames.get(id), id);
  if (frame.arguments.some((a) => a.role === argument.role && a.target === argument.target))
    throw new ZhupiError('edit-argument-taken', { id, role: argument.role, target: argument.target });
  checkArgument(draft, tagset, frame, argument);
  refuseCycle(draft, id, argument.target);
  const list = [...frame.arguments];
  list.splice(Math.min(at ?? list.length, list.length), 0, argument);
  draft.frames.set(id, { ...frame, arguments: list });
  work.marks.add(id);
}

function removeArgument(work: Work, id: FrameId, role: string, target: TargetId): void {
  const frame = need(work.draft.frames.get(id), id);
  const at = frame.arguments.findIndex((a) => a.role === role && a.target === target);
  if (at < 0) throw new ZhupiError('edit-argument-missing', { id, role, target });
  work.undo.push({ kind: 'argument.add', frame: id, role, target, at });
  work.draft.frames.set(id, { ...frame, arguments: frame.arguments.toSpliced(at, 1) });
  work.marks.add(id);
}

const SPAN_FIELDS = ['label', 'fragments', 'attributes', 'entity', 'note', 'provenance'] as const;
const FRAME_FIELDS = ['label', 'fragments', 'attributes', 'note', 'provenance'] as const;
const RELATION_FIELDS = ['label', 'from', 'to', 'attributes', 'note', 'provenance'] as const;

/** The old values of the fields that differ. */
function changed<T, K extends keyof T>(old: T, next: T, fields: readonly K[]): Partial<Pick<T, K>> {
  const out: Partial<Pick<T, K>> = {};
  for (const field of fields) if (old[field] !== next[field]) out[field] = old[field];
  return out;
}

/** The old values of the fields that a `set` names. */
function before<T extends object>(old: T, set: { readonly [K in keyof T]?: unknown }): Partial<T> {
  const out: Partial<T> = {};
  for (const key of Object.keys(defined(set)) as (keyof T)[]) out[key] = old[key];
  return out;
}

/** Without keys whose value is undefined. */
function defined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Partial<T>;
}

function need<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new ZhupiError('edit-id-missing', { id });
  return value;
}

function refuseTaken(taken: boolean, id: string): void {
  if (taken) throw new ZhupiError('edit-id-taken', { id });
}

/** The label of a mark that a role or relation may point at, or undefined. */
export function labelOf(state: Pick<AnnotationState, 'spans' | 'frames'>, id: TargetId): string | undefined {
  if (isSpanId(id)) return state.spans.get(id)?.label;
  return isFrameId(id) ? state.frames.get(id)?.label : undefined;
}

/** The lowest free id of a kind, never at or below `floor` (the highest number ever given in this set). */
export function nextMarkId(state: AnnotationState, letter: 'T' | 'E' | 'D' | 'R', floor = 0): string {
  let highest = floor;
  const maps = letter === 'T' ? state.spans : letter === 'R' ? state.relations : state.frames;
  for (const id of maps.keys()) if (id.startsWith(letter)) highest = Math.max(highest, Number(id.slice(1)));
  return `${letter}${highest + 1}`;
}
