import { describe, expect, it } from 'vitest';
import { Tagset } from '#shared/model/tagset.ts';
import {
  addLabel,
  changeAttributes,
  changeLabel,
  changeRoles,
  moveAt,
  moveLabel,
  newAttribute,
  newRole,
  removeLabel,
  toggleFiller,
  withNextVersion,
} from './draft.ts';

const title = { en: 'New', zh: '新' };
const TAGSET = Tagset.parse({
  format: 'zhupi.tagset/1',
  name: 'test',
  title,
  version: 3,
  entities: [
    { label: 'PER', title, key: 'p', color: 1 },
    { label: 'ORG', title, key: 'o', color: 2 },
  ],
  events: [
    {
      label: 'Visit',
      title,
      color: 3,
      roles: [
        { name: 'visitor', title, fillers: ['PER', 'ORG'] },
        { name: 'host', title, fillers: ['PER'] },
      ],
    },
  ],
  directives: [],
  relations: [{ label: 'part_of', title, color: 4, from: ['ORG'], to: ['ORG'] }],
  documentLabels: [{ label: 'politics', title }],
});

describe('changeLabel', () => {
  it('changes one label and leaves the others', () => {
    const changed = changeLabel(TAGSET, { list: 'entities', index: 1 }, { key: 'g' });
    expect(changed.entities.map(({ key }) => key)).toEqual(['p', 'g']);
    expect(changed.events).toBe(TAGSET.events);
  });

  it('lets roles and relations follow a new name', () => {
    const changed = changeLabel(TAGSET, { list: 'entities', index: 1 }, { label: 'BODY' });
    expect(changed.events[0]?.roles.map(({ fillers }) => fillers)).toEqual([['PER', 'BODY'], ['PER']]);
    expect(changed.relations[0]).toMatchObject({ from: ['BODY'], to: ['BODY'] });
  });

  it('gives the same tagset back for a place that does not exist', () => {
    expect(changeLabel(TAGSET, { list: 'entities', index: 9 }, { key: 'g' })).toBe(TAGSET);
  });
});

describe('addLabel', () => {
  it('adds a valid label with a free name and the least used colour to every list', () => {
    const added = (['entities', 'events', 'directives', 'relations', 'documentLabels'] as const).reduce(
      (tagset, list) => addLabel(tagset, list, title),
      TAGSET,
    );
    expect(Tagset.safeParse(added).success).toBe(true);
    expect(added.entities.at(-1)).toMatchObject({ label: 'label1', color: 5 });
    expect(added.events.at(-1)).toMatchObject({ label: 'label2', roles: [], color: 6 });
    expect(added.relations.at(-1)).toMatchObject({ label: 'label4', from: ['*'], to: ['*'] });
    expect(added.documentLabels.at(-1)).toEqual({ label: 'label5', title, key: null });
  });
});

describe('removeLabel', () => {
  it('takes it out of the fillers, and allows all where none is left', () => {
    const without = removeLabel(TAGSET, { list: 'entities', index: 0 });
    expect(without.entities.map(({ label }) => label)).toEqual(['ORG']);
    expect(without.events[0]?.roles.map(({ fillers }) => fillers)).toEqual([['ORG'], ['*']]);
  });
});

describe('moveLabel and moveAt', () => {
  it('move inside the list and never beyond its ends', () => {
    expect(moveLabel(TAGSET, { list: 'entities', index: 1 }, -1).entities.map(({ label }) => label)).toEqual([
      'ORG',
      'PER',
    ]);
    expect(moveAt(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moveAt(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});

describe('changeRoles and changeAttributes', () => {
  it('add a role and an attribute with free names', () => {
    const place = { list: 'events', index: 0 } as const;
    const once = changeRoles(TAGSET, place, (roles) => [...roles, newRole(roles, title)]);
    const twice = changeAttributes(once, place, (attributes) => [...attributes, newAttribute(attributes, title)]);
    expect(twice.events[0]?.roles.map(({ name }) => name)).toEqual(['visitor', 'host', 'role1']);
    expect(twice.events[0]?.attributes).toEqual([
      { name: 'attribute1', title, type: 'text', values: [], required: false },
    ]);
    expect(Tagset.safeParse(twice).success).toBe(true);
  });

  it('leave a label alone that can have none', () => {
    const place = { list: 'documentLabels', index: 0 } as const;
    expect(changeRoles(TAGSET, place, () => [])).toBe(TAGSET);
    expect(changeAttributes(TAGSET, place, () => [])).toBe(TAGSET);
  });
});

describe('toggleFiller', () => {
  it('keeps all and single labels apart, and never leaves none', () => {
    expect(toggleFiller(['*'], 'PER')).toEqual(['PER']);
    expect(toggleFiller(['PER'], 'ORG')).toEqual(['PER', 'ORG']);
    expect(toggleFiller(['PER'], 'PER')).toEqual(['*']);
    expect(toggleFiller(['PER', 'ORG'], '*')).toEqual(['*']);
  });
});

describe('withNextVersion', () => {
  it('counts a change of the stored tagset, and leaves another tagset its own number', () => {
    expect(withNextVersion({ ...TAGSET, entities: [] }, TAGSET).version).toBe(4);
    expect(withNextVersion({ ...TAGSET, version: 9 }, TAGSET).version).toBe(9);
    expect(withNextVersion({ ...TAGSET, name: 'other' }, TAGSET).version).toBe(3);
  });
});
