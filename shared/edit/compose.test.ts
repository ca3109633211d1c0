import { describe, expect, it } from 'vitest';
import tagsetJson from '../../resources/tagsets/news-zh.json' with { type: 'json' };
import { type AnnotationState, emptyState } from '../model/annotation-set.ts';
import type { Frame } from '../model/frame.ts';
import { FrameId, SpanId } from '../model/ids.ts';
import { Tagset } from '../model/tagset.ts';
import { applyEdit } from './apply-edit.ts';
import {
  composeBoundary,
  composeFill,
  composeFillFromRange,
  composeMark,
  composeRelabel,
  type LastNumbers,
} from './compose.ts';
import type { Edit } from './edit.ts';

const tagset = Tagset.parse(tagsetJson);
const NONE: LastNumbers = { T: 0, E: 0, D: 0, R: 0 };
//            0123456789012345678
const TEXT = '区长陈远检查了青禾学校，提出整改意见。';

function apply(state: AnnotationState, edit: Edit): AnnotationState {
  return applyEdit(state, edit, tagset).state;
}

/** A state with PER 陈远 (T1), FAC 青禾学校 (T2) and the event 检查 (E1) without arguments. */
function sample(): AnnotationState {
  let state = emptyState(TEXT);
  for (const [label, start, end] of [
    ['PER', 2, 4],
    ['FAC', 7, 11],
  ] as const)
    state = apply(state, composeMark(state, NONE, 'entity', label, [[start, end]]).edit);
  return apply(state, composeMark(state, NONE, 'event', 'Inspection', [[4, 6]]).edit);
}

function frame(state: AnnotationState, id = 'E1'): Frame {
  const found = state.frames.get(FrameId.parse(id));
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

describe('composeMark', () => {
  it('gives each layer its own letter and the next number', () => {
    const state = sample();
    expect([...state.spans.keys()]).toEqual(['T1', 'T2']);
    expect([...state.frames.keys()]).toEqual(['E1']);
    expect(composeMark(state, NONE, 'directive', 'requirement', [[12, 18]]).id).toBe('D1');
  });

  it('never gives an id again that was given before, even after the mark was removed', () => {
    expect(composeMark(sample(), { ...NONE, T: 7 }, 'entity', 'PER', [[0, 2]]).id).toBe('T8');
  });
});

describe('composeFill', () => {
  it('fills a role with an allowed mark', () => {
    const state = sample();
    const filling = composeFill(state, tagset, frame(state), 'agent', SpanId.parse('T1'));
    expect(filling?.kind).toBe('edit');
    if (filling?.kind !== 'edit') return;
    expect(frame(apply(state, filling.edit)).arguments).toEqual([{ role: 'agent', target: 'T1' }]);
  });

  it('refuses a filler that the tagset does not allow and says which label it was', () => {
    const state = sample();
    const filling = composeFill(state, tagset, frame(state), 'agent', SpanId.parse('T2'));
    expect(filling).toMatchObject({ kind: 'refused', label: 'FAC', role: { name: 'agent' } });
  });

  it('replaces the filler of a role that takes only one', () => {
    let state = sample();
    state = apply(state, composeMark(state, NONE, 'event', 'Speech', [[12, 14]]).edit);
    state = apply(state, composeMark(state, NONE, 'entity', 'PER', [[0, 4]]).edit);
    for (const target of ['T1', 'T3']) {
      const filling = composeFill(state, tagset, frame(state, 'E2'), 'speaker', SpanId.parse(target));
      if (filling?.kind !== 'edit') throw new Error('not filled');
      state = apply(state, filling.edit);
    }
    expect(frame(state, 'E2').arguments).toEqual([{ role: 'speaker', target: 'T3' }]);
  });
});

describe('composeFillFromRange', () => {
  it('takes the mark that lies exactly there instead of making another', () => {
    const state = sample();
    const filling = composeFillFromRange(state, tagset, NONE, frame(state), 'place', [[7, 11]]);
    expect(filling).toMatchObject({ kind: 'edit', target: 'T2' });
  });

  it('makes a span of the only entity label that the role allows, in the same step', () => {
    const state = sample();
    const filling = composeFillFromRange(state, tagset, NONE, frame(state), 'time', [[0, 2]]);
    if (filling?.kind !== 'edit') throw new Error('not filled');
    const next = apply(state, filling.edit);
    expect(next.spans.get(SpanId.parse('T3'))?.label).toBe('TIME');
    expect(frame(next).arguments).toEqual([{ role: 'time', target: 'T3' }]);
  });

  it('asks for a label where the role allows several', () => {
    const state = sample();
    expect(composeFillFromRange(state, tagset, NONE, frame(state), 'agent', [[0, 2]])).toMatchObject({
      kind: 'needs-label',
    });
    expect(composeFillFromRange(state, tagset, NONE, frame(state), 'agent', [[0, 2]], 'ORG')).toMatchObject({
      kind: 'edit',
      target: 'T3',
    });
    expect(composeFillFromRange(state, tagset, NONE, frame(state), 'agent', [[0, 2]], 'TIME')).toMatchObject({
      kind: 'refused',
      label: 'TIME',
    });
  });
});

describe('composeRelabel', () => {
  it('keeps the arguments that the new label allows and takes off the others, in one step', () => {
    let state = sample();
    for (const [role, target] of [
      ['agent', 'T1'],
      ['place', 'T2'],
    ] as const) {
      const filling = composeFill(state, tagset, frame(state), role, SpanId.parse(target));
      if (filling?.kind === 'edit') state = apply(state, filling.edit);
    }
    const edit = composeRelabel(state, tagset, FrameId.parse('E1'), 'event', 'Visit');
    if (edit === null) throw new Error('no edit');
    const applied = applyEdit(state, edit, tagset);
    expect(frame(applied.state)).toMatchObject({ label: 'Visit', arguments: [{ role: 'place', target: 'T2' }] });
    expect(frame(applyEdit(applied.state, applied.inverse, null).state)).toEqual(frame(state));
  });

  it('drops attributes that the new label does not have', () => {
    let state = sample();
    state = apply(state, { kind: 'span.change', id: SpanId.parse('T1'), set: { attributes: { mention: 'name' } } });
    const edit = composeRelabel(state, tagset, SpanId.parse('T1'), 'entity', 'LOC');
    if (edit === null) throw new Error('no edit');
    expect(apply(state, edit).spans.get(SpanId.parse('T1'))).toMatchObject({ label: 'LOC', attributes: {} });
  });

  it('does not turn a mark of one layer into another', () => {
    expect(composeRelabel(sample(), tagset, SpanId.parse('T1'), 'event', 'Visit')).toBeNull();
  });
});

describe('composeBoundary', () => {
  it('moves by whole characters, over surrogate pairs and combining signs', () => {
    let state = emptyState('在𠮷é村。');
    state = apply(state, composeMark(state, NONE, 'entity', 'LOC', [[1, 3]]).edit);
    const edit = composeBoundary(state, SpanId.parse('T1'), 'end', 1);
    expect(edit).toMatchObject({ set: { fragments: [[1, 4]] } });
    const back = composeBoundary(state, SpanId.parse('T1'), 'start', -1);
    expect(back).toMatchObject({ set: { fragments: [[0, 3]] } });
  });

  it('never leaves an empty mark and stops at the edges of the text', () => {
    const state = sample();
    expect(composeBoundary(state, FrameId.parse('E1'), 'start', 1)).not.toBeNull();
    let one = emptyState('甲乙');
    one = apply(one, composeMark(one, NONE, 'entity', 'PER', [[0, 1]]).edit);
    expect(composeBoundary(one, SpanId.parse('T1'), 'start', -1)).toBeNull();
    expect(composeBoundary(one, SpanId.parse('T1'), 'end', -1)).toBeNull();
  });
});
