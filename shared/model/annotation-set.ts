/** One annotator's work on one document: the state that every edit changes. */
import { z } from 'zod';
import { Meta, Status } from './document.ts';
import { Frame } from './frame.ts';
import type { FrameId, RelationId, SpanId } from './ids.ts';
import { Relation } from './relation.ts';
import { Span } from './span.ts';

/**
 * The state an Edit is applied to. `text` is fixed; everything else is changed by edits only.
 * Maps keep insertion order, which carries no meaning: readers sort.
 */
export interface AnnotationState {
  readonly text: string;
  readonly title: string;
  readonly meta: Meta;
  readonly status: Status;
  readonly labels: readonly string[];
  readonly note: string | null;
  readonly spans: ReadonlyMap<SpanId, Span>;
  readonly frames: ReadonlyMap<FrameId, Frame>;
  readonly relations: ReadonlyMap<RelationId, Relation>;
}

/** The same as plain JSON, as it crosses a boundary. */
export const AnnotationSnapshot = z
  .object({
    text: z.string(),
    title: z.string(),
    meta: Meta,
    status: Status,
    labels: z.array(z.string()).readonly(),
    note: z.string().nullable(),
    spans: z.array(Span).readonly(),
    frames: z.array(Frame).readonly(),
    relations: z.array(Relation).readonly(),
  })
  .readonly();
export type AnnotationSnapshot = z.infer<typeof AnnotationSnapshot>;

/** Snapshot -> state. */
export function stateFromSnapshot(snapshot: AnnotationSnapshot): AnnotationState {
  return {
    ...snapshot,
    spans: new Map(snapshot.spans.map((span) => [span.id, span])),
    frames: new Map(snapshot.frames.map((frame) => [frame.id, frame])),
    relations: new Map(snapshot.relations.map((relation) => [relation.id, relation])),
  };
}

/** State -> snapshot, in the state's own order. */
export function snapshotFromState(state: AnnotationState): AnnotationSnapshot {
  return {
    ...state,
    spans: [...state.spans.values()],
    frames: [...state.frames.values()],
    relations: [...state.relations.values()],
  };
}

/** A state without marks on the given text. */
export function emptyState(text: string, title = '', meta: Meta = {}): AnnotationState {
  return {
    text,
    title,
    meta,
    status: 'todo',
    labels: [],
    note: null,
    spans: new Map(),
    frames: new Map(),
    relations: new Map(),
  };
}
