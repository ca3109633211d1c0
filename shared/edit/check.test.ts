import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AnnotationSnapshot, type AnnotationState, stateFromSnapshot } from '../model/annotation-set.ts';
import { Tagset } from '../model/tagset.ts';
import { checkState } from './check.ts';

const BUILT_IN = Tagset.parse(
  JSON.parse(readFileSync(new URL('../../resources/tagsets/news-zh.json', import.meta.url), 'utf8')),
);
const TEXT = '云溪县县长林见山𠮷到柳湾镇';
const state = (parts: object): AnnotationState =>
  stateFromSnapshot(
    AnnotationSnapshot.parse({
      text: TEXT,
      title: '',
      meta: {},
      status: 'todo',
      labels: [],
      note: null,
      spans: [],
      frames: [],
      relations: [],
      ...parts,
    }),
  );
const found = (parts: object, tagset = BUILT_IN) =>
  checkState(state(parts), tagset).map(({ mark, code, severity }) => `${mark} ${code} ${severity}`);
const span = (id: string, label: string, fragments: readonly (readonly [number, number])[], more: object = {}) => ({
  id,
  label,
  fragments,
  ...more,
});
const frame = (id: string, label: string, roles: readonly (readonly [string, string])[]) => ({
  id,
  label,
  fragments: [[0, 3]],
  arguments: roles.map(([role, target]) => ({ role, target })),
});

describe('checkState', () => {
  it('finds nothing in a sound set', () => {
    const spans = [
      span('T1', 'PER', [[5, 8]], { attributes: { mention: 'name' } }),
      span('T2', 'LOC', [
        [0, 1],
        [2, 3],
      ]),
    ];
    const frames = [
      frame('E1', 'Inspection', [
        ['agent', 'T1'],
        ['place', 'T2'],
      ]),
    ];
    const relations = [{ id: 'R1', label: 'same_as', from: 'T1', to: 'T2' }];
    expect(found({ spans, frames, relations, labels: ['economy'] })).toEqual([]);
  });

  it('finds marks outside the text, out of order and inside a character', () => {
    expect(
      found({
        spans: [
          span('T1', 'PER', [[5, 99]]),
          span('T2', 'PER', [
            [5, 6],
            [6, 7],
          ]),
          span('T3', 'PER', [[8, 9]]),
        ],
      }),
    ).toEqual(['T1 edit-offsets error', 'T2 edit-offsets error', 'T3 edit-cuts-character error']);
  });

  it('finds labels, roles and attributes that the tagset does not have, every one of them', () => {
    const spans = [
      span('T1', 'NOPE', [[0, 1]], { attributes: { x: 1 } }),
      span('T2', 'PER', [[0, 1]], { attributes: { mention: 'nick', x: 1 } }),
    ];
    const frames = [
      frame('E1', 'Party', [['host', 'T2']]),
      frame('E2', 'Inspection', [
        ['agent', 'T2'],
        ['guest', 'T2'],
      ]),
    ];
    const relations = [{ id: 'R1', label: 'knows', from: 'T1', to: 'T2' }];
    expect(found({ spans, frames, relations, labels: ['weather'] })).toEqual([
      'T1 edit-label-unknown error',
      'T2 edit-attribute error',
      'T2 edit-attribute error',
      'E1 edit-label-unknown error',
      'E2 edit-role-unknown error',
      'R1 edit-label-unknown error',
      'null edit-label-unknown error',
    ]);
  });

  it('finds fillers that a role does not take, roles filled too often, targets that are gone and circles', () => {
    const spans = [span('T1', 'PER', [[0, 1]]), span('T2', 'LOC', [[1, 2]])];
    const frames = [
      frame('E1', 'Meeting', [
        ['chair', 'T2'],
        ['place', 'T2'],
        ['place', 'T9'],
        ['convener', 'T1'],
      ]),
      frame('D1', 'requirement', [
        ['issuer', 'T1'],
        ['relays', 'D2'],
      ]),
      frame('D2', 'requirement', [
        ['issuer', 'T1'],
        ['relays', 'D1'],
      ]),
    ];
    expect(found({ spans, frames }).filter((line) => line.startsWith('E1'))).toEqual([
      'E1 edit-filler error',
      'E1 edit-argument-taken error',
      'E1 edit-id-missing error',
    ]);
    expect(found({ spans, frames }).filter((line) => line.startsWith('D'))).toEqual([
      'D1 edit-cycle error',
      'D2 edit-cycle error',
    ]);
  });

  it('warns of required roles and attributes that are still open', () => {
    const entities = BUILT_IN.entities.map((entry) =>
      entry.label === 'PER' ? { ...entry, attributes: entry.attributes.map((a) => ({ ...a, required: true })) } : entry,
    );
    const parts = { spans: [span('T1', 'PER', [[0, 1]])], frames: [frame('D1', 'requirement', [])] };
    expect(found(parts, { ...BUILT_IN, entities })).toEqual([
      'T1 check-attribute-missing warning',
      'D1 check-role-open warning',
    ]);
  });
});
