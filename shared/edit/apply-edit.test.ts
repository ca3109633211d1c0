import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../api/errors.ts';
import { ZhupiError } from '../api/errors.ts';
import { type AnnotationState, emptyState } from '../model/annotation-set.ts';
import { FrameId, RelationId, SpanId, TargetId } from '../model/ids.ts';
import { Tagset } from '../model/tagset.ts';
import { isGraphemeBoundary } from '../text/graphemes.ts';
import { applyEdit, nextMarkId } from './apply-edit.ts';
import { batch, Edit, type SimpleEdit } from './edit.ts';

const TAGSET = Tagset.parse(
  JSON.parse(readFileSync(new URL('../../resources/tagsets/news-zh.json', import.meta.url), 'utf8')),
);

// Astral ideographs, an emoji family of several code points, a combining mark and a variation selector.
const TEXT = '云溪县县长林见山𠮷到柳湾镇👨‍👩‍👧检查e\u0301防汛🀄\ufe0f工作。\n会议强调，要守土有责。';
const BOUNDARIES = Array.from({ length: TEXT.length + 1 }, (_, i) => i).filter((i) => isGraphemeBoundary(TEXT, i));

const START = emptyState(TEXT, '检查', { date: '2024-07-01' });

/** Marks of every kind that point at one another: an event in a directive in a directive, relations at both ends. */
const RICH = [
  { kind: 'span.add', span: { id: 'T1', label: 'PER', fragments: [[5, 8]] } },
  {
    kind: 'span.add',
    span: {
      id: 'T2',
      label: 'LOC',
      fragments: [
        [0, 2],
        [11, 14],
      ],
    },
  },
  { kind: 'span.add', span: { id: 'T3', label: 'PER', fragments: [[6, 8]] } },
  {
    kind: 'frame.add',
    frame: {
      id: 'E1',
      label: 'Inspection',
      fragments: [[2, 4]],
      arguments: [
        { role: 'agent', target: 'T1' },
        { role: 'place', target: 'T2' },
        { role: 'companion', target: 'T1' },
      ],
    },
  },
  {
    kind: 'frame.add',
    frame: { id: 'D1', label: 'requirement', fragments: [[0, 5]], arguments: [{ role: 'issuer', target: 'T1' }] },
  },
  {
    kind: 'frame.add',
    frame: { id: 'D2', label: 'requirement', fragments: [[0, 6]], arguments: [{ role: 'relays', target: 'D1' }] },
  },
  { kind: 'argument.add', frame: 'D1', role: 'issuer', target: 'E1' },
  { kind: 'relation.add', relation: { id: 'R1', label: 'same_as', from: 'T1', to: 'T3' } },
  { kind: 'relation.add', relation: { id: 'R2', label: 'same_as', from: 'E1', to: 'D2' } },
].reduce<AnnotationState>((state, edit) => applyEdit(state, Edit.parse(edit), null).state, START);

/** A state as plain values that do not depend on the order of maps. */
function plain(state: AnnotationState): unknown {
  const sorted = <T extends { readonly id: string }>(map: ReadonlyMap<string, T>) =>
    [...map.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { ...state, spans: sorted(state.spans), frames: sorted(state.frames), relations: sorted(state.relations) };
}

const number = fc.integer({ min: 1, max: 4 });
const spanId = number.map((n) => SpanId.parse(`T${n}`));
const frameId = fc.tuple(fc.constantFrom('E', 'D'), number).map(([letter, n]) => FrameId.parse(`${letter}${n}`));
const relationId = number.map((n) => RelationId.parse(`R${n}`));
const targetId = fc.oneof(spanId, frameId).map((id) => TargetId.parse(id));
const label = fc.constantFrom('PER', 'LOC', 'Inspection', 'requirement');
const role = fc.constantFrom('agent', 'place', 'subevent');
const note = fc.constantFrom(null, '备注', '𠮷');
const attributes = fc.constantFrom<Record<string, string>>({}, { mention: 'name' }, { force: 'must', topic: '防汛' });
const provenance = fc.constantFrom('manual', 'propagated', 'accepted', 'imported');
/** One to three pieces, sorted and apart, on character boundaries; sometimes broken, so that refusals are met too. */
const fragments = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.integer({ min: 1, max: 3 }).chain((n) =>
      fc
        .uniqueArray(fc.constantFrom(...BOUNDARIES), { minLength: 2 * n, maxLength: 2 * n })
        .map((offsets) => offsets.toSorted((a, b) => a - b))
        .map((offsets) =>
          Array.from({ length: n }, (_, i): [number, number] => [offsets[2 * i] ?? 0, offsets[2 * i + 1] ?? 0]),
        ),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<[number, number][]>([[7, 8]], [[5, 3]], [[0, 9999]]) },
);

const simple: fc.Arbitrary<SimpleEdit> = fc.oneof(
  fc
    .record({ id: spanId, label, fragments, attributes, entity: fc.constant(null), note, provenance })
    .map((span) => ({ kind: 'span.add', span }) as const),
  fc
    .record({ id: spanId, set: fc.record({ label, fragments, attributes, note, provenance }, { requiredKeys: [] }) })
    .map((change) => ({ kind: 'span.change', ...change }) as const),
  spanId.map((id) => ({ kind: 'span.remove', id }) as const),
  fc
    .record({
      id: frameId,
      label,
      fragments,
      arguments: fc.array(fc.record({ role, target: targetId }), { maxLength: 3 }),
      attributes,
      note,
      provenance,
    })
    .map((frame) => ({ kind: 'frame.add', frame }) as const),
  fc
    .record({ id: frameId, set: fc.record({ label, fragments, attributes, note, provenance }, { requiredKeys: [] }) })
    .map((change) => ({ kind: 'frame.change', ...change }) as const),
  frameId.map((id) => ({ kind: 'frame.remove', id }) as const),
  fc
    .record({ frame: frameId, role, target: targetId }, { requiredKeys: ['frame', 'role', 'target'] })
    .chain((argument) =>
      fc
        .option(fc.nat(4), { nil: undefined })
        .map((at) => ({ kind: 'argument.add', ...argument, ...(at === undefined ? {} : { at }) }) as const),
    ),
  fc
    .record({ frame: frameId, role, target: targetId })
    .map((argument) => ({ kind: 'argument.remove', ...argument }) as const),
  fc
    .record({
      id: relationId,
      label: fc.constant('same_as'),
      from: targetId,
      to: targetId,
      attributes: fc.constant({}),
      note,
      provenance,
    })
    .map((relation) => ({ kind: 'relation.add', relation }) as const),
  fc
    .record({ id: relationId, set: fc.record({ from: targetId, to: targetId, note }, { requiredKeys: [] }) })
    .map((change) => ({ kind: 'relation.change', ...change }) as const),
  relationId.map((id) => ({ kind: 'relation.remove', id }) as const),
  fc
    .record(
      {
        status: fc.constantFrom('todo', 'in_progress', 'done', 'flagged'),
        labels: fc.subarray(['politics', 'economy']),
        note,
      },
      { requiredKeys: [] },
    )
    .map((set) => ({ kind: 'set.change', set }) as const),
  fc
    .record(
      {
        title: fc.constantFrom('', '𠮷县'),
        meta: fc.constantFrom<Record<string, string | string[]>>({}, { date: '2024-07-02', byline: ['甲'] }),
      },
      { requiredKeys: [] },
    )
    .map((set) => ({ kind: 'document.change', set }) as const),
);

/** Applies what can be applied; gives each state with the edit and the result that led on from it. */
function play(edits: readonly Edit[], tagset: Tagset | null, start = RICH) {
  let state = start;
  const steps: {
    readonly before: AnnotationState;
    readonly edit: Edit;
    readonly applied: ReturnType<typeof applyEdit>;
  }[] = [];
  for (const edit of edits) {
    const before = state;
    const frozen = structuredClone(plain(before));
    try {
      const applied = applyEdit(before, edit, tagset);
      steps.push({ before, edit, applied });
      state = applied.state;
    } catch (error) {
      expect(error).toBeInstanceOf(ZhupiError);
    }
    expect(plain(before)).toEqual(frozen);
  }
  return steps;
}

describe('applyEdit', () => {
  it('is taken back by its inverse, whatever the edit was, and never changes the state it was given', () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(simple, { minLength: 1, maxLength: 30 }), fc.constantFrom(null, TAGSET), (edits, tagset) => {
        for (const { before, edit, applied } of play(edits, tagset)) {
          kinds.set(edit.kind, (kinds.get(edit.kind) ?? 0) + 1);
          expect(plain(applyEdit(applied.state, applied.inverse, null).state)).toEqual(plain(before));
          expect(Edit.parse(JSON.parse(JSON.stringify(applied.inverse)))).toEqual(applied.inverse);
        }
      }),
      { numRuns: 600, seed: 20250101 },
    );
    expect([...kinds.keys()].toSorted()).toEqual([
      'argument.add',
      'argument.remove',
      'document.change',
      'frame.add',
      'frame.change',
      'frame.remove',
      'relation.add',
      'relation.change',
      'relation.remove',
      'set.change',
      'span.add',
      'span.change',
      'span.remove',
    ]);
  });

  it('is taken back as a whole by the inverses in reverse, and by the inverse of the same edits as one batch', () => {
    fc.assert(
      fc.property(fc.array(simple, { minLength: 1, maxLength: 30 }), (edits) => {
        const steps = play(edits, null);
        let state = steps.at(-1)?.applied.state ?? RICH;
        const end = state;
        for (const { applied } of steps.toReversed()) state = applyEdit(state, applied.inverse, null).state;
        expect(plain(state)).toEqual(plain(RICH));
        if (steps.length === 0) return;
        const whole = applyEdit(RICH, batch(edits.filter((edit) => steps.some((step) => step.edit === edit))), null);
        expect(plain(whole.state)).toEqual(plain(end));
        expect(plain(applyEdit(whole.state, whole.inverse, null).state)).toEqual(plain(RICH));
      }),
      { numRuns: 300, seed: 20250102 },
    );
  });

  it('is redone by the inverse of its inverse', () => {
    fc.assert(
      fc.property(fc.array(simple, { minLength: 1, maxLength: 20 }), (edits) => {
        for (const { applied } of play(edits, null)) {
          const back = applyEdit(applied.state, applied.inverse, null);
          expect(plain(applyEdit(back.state, back.inverse, null).state)).toEqual(plain(applied.state));
        }
      }),
      { numRuns: 200, seed: 20250103 },
    );
  });

  it('names everything it touched: what it does not name is the same as before', () => {
    fc.assert(
      fc.property(fc.array(simple, { minLength: 1, maxLength: 20 }), (edits) => {
        for (const { before, applied } of play(edits, null)) {
          const { state, touched } = applied;
          for (const kind of ['spans', 'frames', 'relations'] as const) {
            const [old, next] = [
              before[kind] as ReadonlyMap<string, unknown>,
              state[kind] as ReadonlyMap<string, unknown>,
            ];
            for (const id of new Set([...old.keys(), ...next.keys()]))
              if (!(touched.marks as ReadonlySet<string>).has(id)) expect(next.get(id)).toBe(old.get(id));
          }
          if (!touched.document) expect([state.title, state.meta]).toEqual([before.title, before.meta]);
          if (!touched.set)
            expect([state.status, state.labels, state.note]).toEqual([before.status, before.labels, before.note]);
        }
      }),
      { numRuns: 200, seed: 20250104 },
    );
  });

  it('leaves nothing that points at a mark that is gone', () => {
    fc.assert(
      fc.property(fc.array(simple, { minLength: 1, maxLength: 30 }), (edits) => {
        const { spans, frames, relations } = play(edits, null).at(-1)?.applied.state ?? RICH;
        const has = (id: string) =>
          (spans as ReadonlyMap<string, unknown>).has(id) || (frames as ReadonlyMap<string, unknown>).has(id);
        for (const frame of frames.values()) for (const { target } of frame.arguments) expect(has(target)).toBe(true);
        for (const { from, to } of relations.values()) expect([has(from), has(to)]).toEqual([true, true]);
      }),
      { numRuns: 200, seed: 20250105 },
    );
  });

  const span = (id: string, name: string, start: number, end: number, more: object = {}) =>
    Edit.parse({ kind: 'span.add', span: { id, label: name, fragments: [[start, end]], ...more } });
  const frame = (id: string, name: string, start: number, end: number, roles: readonly object[] = []) =>
    Edit.parse({ kind: 'frame.add', frame: { id, label: name, fragments: [[start, end]], arguments: roles } });
  const all = (...edits: readonly unknown[]) =>
    edits.reduce<AnnotationState>((state, edit) => applyEdit(state, Edit.parse(edit), TAGSET).state, START);
  const refusal = (state: AnnotationState, edit: unknown): ErrorCode | 'none' => {
    try {
      applyEdit(state, Edit.parse(edit), TAGSET);
      return 'none';
    } catch (error) {
      return error instanceof ZhupiError ? error.code : 'internal';
    }
  };

  it('refuses what the rules forbid, each with its own code', () => {
    const state = all(
      span('T1', 'PER', 5, 8),
      span('T2', 'LOC', 11, 14),
      frame('E1', 'Speech', 2, 4),
      frame('E2', 'Meeting', 0, 2, [{ role: 'place', target: 'T2' }]),
    );
    expect(refusal(state, span('T3', 'PER', 8, 9))).toBe('edit-cuts-character');
    expect(refusal(state, span('T3', 'PER', 14, 16))).toBe('edit-cuts-character');
    expect(refusal(state, span('T3', 'PER', 0, TEXT.length + 1))).toBe('edit-offsets');
    expect(
      refusal(state, {
        kind: 'span.add',
        span: {
          id: 'T3',
          label: 'PER',
          fragments: [
            [5, 8],
            [2, 4],
          ],
        },
      }),
    ).toBe('edit-offsets');
    expect(
      refusal(state, {
        kind: 'span.add',
        span: {
          id: 'T3',
          label: 'PER',
          fragments: [
            [2, 4],
            [4, 6],
          ],
        },
      }),
    ).toBe('edit-offsets');
    expect(refusal(state, span('T1', 'PER', 0, 2))).toBe('edit-id-taken');
    expect(refusal(state, span('T3', 'Meeting', 0, 2))).toBe('edit-label-unknown');
    expect(refusal(state, span('T3', 'PER', 0, 2, { attributes: { mention: 'nickname' } }))).toBe('edit-attribute');
    expect(refusal(state, { kind: 'span.change', id: 'T9', set: { note: 'x' } })).toBe('edit-id-missing');
    expect(refusal(state, frame('E3', 'requirement', 0, 2))).toBe('edit-label-unknown');
    expect(refusal(state, { kind: 'argument.add', frame: 'E2', role: 'nobody', target: 'T1' })).toBe(
      'edit-role-unknown',
    );
    expect(refusal(state, { kind: 'argument.add', frame: 'E2', role: 'chair', target: 'T2' })).toBe('edit-filler');
    expect(refusal(state, { kind: 'argument.add', frame: 'E2', role: 'place', target: 'T2' })).toBe(
      'edit-argument-taken',
    );
    expect(refusal(state, { kind: 'argument.add', frame: 'E2', role: 'place', target: 'T8' })).toBe('edit-id-missing');
    expect(refusal(state, { kind: 'argument.remove', frame: 'E2', role: 'chair', target: 'T1' })).toBe(
      'edit-argument-missing',
    );
    expect(refusal(state, { kind: 'set.change', set: { labels: ['politics', 'weather'] } })).toBe('edit-label-unknown');
    expect(refusal(state, { kind: 'set.change', set: { labels: ['politics'] } })).toBe('none');
    const relation = { id: 'R1', label: 'holds_title', from: 'T2', to: 'T1' };
    expect(refusal(state, { kind: 'relation.add', relation })).toBe('edit-filler');
    expect(refusal(state, { kind: 'relation.add', relation: { ...relation, from: 'T1' } })).toBe('edit-cycle');
  });

  it('refuses a frame that is part of itself through other frames', () => {
    const relay = (frameName: string, target: string) => ({
      kind: 'argument.add',
      frame: frameName,
      role: 'relays',
      target,
    });
    const state = all(
      frame('D1', 'requirement', 0, 2),
      frame('D2', 'requirement', 2, 4),
      frame('D3', 'requirement', 4, 5),
      relay('D1', 'D2'),
      relay('D2', 'D3'),
    );
    expect(refusal(state, relay('D3', 'D1'))).toBe('edit-cycle');
    expect(refusal(state, relay('D3', 'D3'))).toBe('edit-cycle');
  });

  it('puts arguments back where they stood', () => {
    const roles = ['T1', 'T2', 'T3'].map((target) => ({ role: 'companion', target }));
    const state = all(
      span('T1', 'PER', 0, 1),
      span('T2', 'PER', 1, 2),
      span('T3', 'PER', 2, 3),
      frame('E1', 'Inspection', 3, 5, roles),
    );
    const { state: without, inverse } = applyEdit(state, { kind: 'span.remove', id: SpanId.parse('T2') }, TAGSET);
    expect(without.frames.get(FrameId.parse('E1'))?.arguments.map((a) => a.target)).toEqual(['T1', 'T3']);
    const back = applyEdit(without, inverse, null).state;
    expect(back.frames.get(FrameId.parse('E1'))?.arguments).toEqual(roles);
  });

  it('tells which change of a batch is at work, so that a failure can be placed', () => {
    const seen: number[] = [];
    const edits = [span('T1', 'PER', 0, 1), span('T1', 'PER', 1, 2), span('T2', 'PER', 2, 3)];
    expect(() => applyEdit(START, Edit.parse({ kind: 'batch', edits }), TAGSET, (index) => seen.push(index))).toThrow(
      'edit-id-taken',
    );
    expect(seen).toEqual([0, 1]);
  });
});

describe('nextMarkId', () => {
  it('goes on from the highest number there is, or ever was', () => {
    const { state } = applyEdit(
      START,
      {
        kind: 'span.add',
        span: {
          id: SpanId.parse('T4'),
          label: 'x',
          fragments: [[0, 1]],
          attributes: {},
          entity: null,
          note: null,
          provenance: 'manual',
        },
      },
      null,
    );
    expect([
      nextMarkId(state, 'T'),
      nextMarkId(state, 'T', 9),
      nextMarkId(state, 'E'),
      nextMarkId(state, 'R', 2),
    ]).toEqual(['T5', 'T10', 'E1', 'R3']);
  });
});
