import { describe, expect, it } from 'vitest';
import { Tagset } from '#shared/model/tagset.ts';
import { countUnder, findFaults, isReservedKey, shapeRule } from './faults.ts';

const title = { en: 'A', zh: '甲' };
const GOOD = Tagset.parse({
  format: 'zhupi.tagset/1',
  name: 'test',
  title,
  version: 1,
  entities: [
    { label: 'PER', title, key: 'p', color: 1 },
    { label: 'ORG', title, key: 'o', color: 2 },
  ],
  events: [{ label: 'Visit', title, color: 3, roles: [{ name: 'host', title, fillers: ['PER'] }] }],
  directives: [],
  relations: [],
  documentLabels: [],
});

describe('findFaults', () => {
  it('finds nothing in a good tagset', () => {
    expect([...findFaults(GOOD)]).toEqual([]);
  });

  it('names the place and the rule of a clash, an empty title and a bad name', () => {
    const [first, second] = GOOD.entities;
    if (first === undefined || second === undefined) throw new Error('no labels');
    const broken: Tagset = {
      ...GOOD,
      entities: [
        { ...first, label: 'two words' },
        { ...second, key: 'p', title: { en: '', zh: '乙' } },
      ],
    };
    expect(Object.fromEntries(findFaults(broken))).toEqual({
      'entities/0/label': { rule: 'name-form', value: '' },
      'entities/1/title/en': { rule: 'title-empty', value: '' },
      'entities/1/key': { rule: 'key-twice', value: 'p' },
      'events/0/roles/0/fillers/0': { rule: 'filler-unknown', value: 'PER' },
    });
  });
});

describe('countUnder', () => {
  it('counts the faults of a part and not of its namesakes', () => {
    const fault = { rule: 'shape', value: '' };
    const faults = new Map([
      ['entities/1/key', fault],
      ['entities/1', fault],
      ['entities/10/key', fault],
    ]);
    expect(countUnder(faults, 'entities/1')).toBe(2);
  });
});

describe('isReservedKey', () => {
  it('knows the digits of the roles and the keys of commands', () => {
    expect(isReservedKey('3')).toBe(true);
    expect(isReservedKey('?')).toBe(true);
    expect(isReservedKey('p')).toBe(false);
  });
});

describe('shapeRule', () => {
  it('tells the rule by the last part of the place', () => {
    expect(shapeRule(['entities', '0', 'color'])).toBe('color-range');
    expect(shapeRule(['events', 0, 'roles', 1, 'fillers'])).toBe('fillers-empty');
    expect(shapeRule(['title', 'zh'])).toBe('title-empty');
    expect(shapeRule(['entities', '0', 'shade'])).toBe('shape');
  });
});
