/** From the model to what the reader draws: one cached Mark per span and frame, so that unchanged ones stay equal. */

import type { AnnotationState } from '#shared/model/annotation-set.ts';
import { type Frame, frameKind } from '#shared/model/frame.ts';
import { isFrameId, type TargetId } from '#shared/model/ids.ts';
import type { Language } from '#shared/model/settings.ts';
import { fragmentsText, type Span } from '#shared/model/span.ts';
import { findFrameLabel, findLabel, type Layer, type Tagset } from '#shared/model/tagset.ts';
import type { Mark } from '../../reader/reader.ts';
import { local } from '../../state/use-text.ts';

/** Makes the marks of a state; keep one maker for a tagset and language. */
export type MarkMaker = (state: AnnotationState) => readonly Mark[];

const UNKNOWN = { color: 9, line: 'wavy' } as const;

/** A maker with its cache: a span or frame object that did not change gives the very same Mark. */
export function createMarkMaker(tagset: Tagset, language: Language): MarkMaker {
  const spans = new WeakMap<Span, Mark>();
  const frames = new WeakMap<Frame, Mark>();
  return (state) => {
    const marks: Mark[] = [];
    for (const span of state.spans.values())
      marks.push(cached(spans, span, () => toMark(tagset, language, state, span, 'entity')));
    for (const frame of state.frames.values())
      marks.push(cached(frames, frame, () => toMark(tagset, language, state, frame, frameKind(frame.id))));
    return marks;
  };
}

/** The label's name in the language, or the technical name where the tagset does not know it. */
export function labelName(tagset: Tagset, layer: Layer, label: string, language: Language): string {
  const definition = findLabel(tagset, layer, label);
  return definition === undefined ? label : local(definition.title, language);
}

/** The name of a label whose layer is not said, as in the fillers of a role; `*` is every label. */
export function anyLabelName(tagset: Tagset, label: string, language: Language): string {
  for (const layer of ['entity', 'event', 'directive'] as const) {
    const definition = findLabel(tagset, layer, label);
    if (definition !== undefined) return local(definition.title, language);
  }
  return label;
}

/** The role's name in the language. */
export function roleName(tagset: Tagset, frame: Frame, role: string, language: Language): string {
  const definition = findFrameLabel(tagset, frameKind(frame.id), frame.label)?.roles.find(
    (entry) => entry.name === role,
  );
  return definition === undefined ? role : local(definition.title, language);
}

/** A mark's text for lists: one line, long ones cut in the middle. */
export function markText(state: AnnotationState, id: TargetId, limit = 40): string {
  const mark = isFrameId(id) ? state.frames.get(id) : state.spans.get(id);
  if (mark === undefined) return '';
  return shorten(fragmentsText(state.text, mark.fragments).replace(/\s+/g, ' '), limit);
}

/** The text with its middle cut out where it is longer than `limit` characters. */
export function shorten(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const head = Math.ceil((limit - 1) * 0.6);
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - (limit - 1 - head)).join('')}`;
}

function toMark(
  tagset: Tagset,
  language: Language,
  state: AnnotationState,
  mark: Span | Frame,
  layer: 'entity' | 'event' | 'directive',
): Mark {
  const definition = findLabel(tagset, layer, mark.label) ?? UNKNOWN;
  const name = labelName(tagset, layer, mark.label, language);
  const text = shorten(fragmentsText(state.text, mark.fragments), 40);
  const count = 'arguments' in mark ? mark.arguments.length : undefined;
  return {
    id: mark.id,
    style: { hue: definition.color, line: definition.line, layer },
    chip: name,
    description: `${name} ${text}`,
    fragments: mark.fragments,
    ...(count === undefined ? {} : { count }),
  };
}

function cached<K extends object>(cache: WeakMap<K, Mark>, key: K, make: () => Mark): Mark {
  const found = cache.get(key);
  if (found !== undefined) return found;
  const mark = make();
  cache.set(key, mark);
  return mark;
}
