/** The structure that marks from a file must have before a project takes them in; the tagset's rules are another matter. */
import { ZhupiError } from '../api/errors.ts';
import { checkFragments, refuseCycle } from '../edit/rules.ts';
import type { Frame } from '../model/frame.ts';
import type { FrameId, SpanId } from '../model/ids.ts';
import { isFrameId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { CorpusDocument } from './format.ts';

/**
 * Checks ids, ranges, arguments and relations of one document.
 * @throws ZhupiError edit-offsets, edit-cuts-character, edit-id-taken, edit-id-missing, edit-argument-taken, edit-cycle
 */
export function checkMarks({ text, spans, frames, relations }: CorpusDocument): void {
  const state = { spans: new Map<SpanId, Span>(), frames: new Map<FrameId, Frame>() };
  for (const span of spans) {
    if (state.spans.has(span.id)) throw new ZhupiError('edit-id-taken', { id: span.id });
    checkFragments(text, span.fragments);
    state.spans.set(span.id, span);
  }
  for (const frame of frames) {
    if (state.frames.has(frame.id)) throw new ZhupiError('edit-id-taken', { id: frame.id });
    checkFragments(text, frame.fragments);
    state.frames.set(frame.id, frame);
  }
  const need = (id: SpanId | FrameId) => {
    if (!(isFrameId(id) ? state.frames.has(id) : state.spans.has(id))) throw new ZhupiError('edit-id-missing', { id });
  };
  for (const frame of frames) {
    const seen = new Set<string>();
    for (const { role, target } of frame.arguments) {
      need(target);
      if (seen.has(`${role} ${target}`)) throw new ZhupiError('edit-argument-taken', { id: frame.id, role, target });
      seen.add(`${role} ${target}`);
      if (isFrameId(target)) refuseCycle(state, frame.id, target);
    }
  }
  const ids = new Set<string>();
  for (const { id, from, to } of relations) {
    if (ids.has(id)) throw new ZhupiError('edit-id-taken', { id });
    ids.add(id);
    need(from);
    need(to);
    if (from === to) throw new ZhupiError('edit-cycle', { id: from });
  }
}
