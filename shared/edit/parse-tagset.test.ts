import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Tagset } from '../model/tagset.ts';
import { checkTagset } from './check-tagset.ts';
import { parseTagsetText } from './parse-tagset.ts';

const BUILT_IN = readFileSync(new URL('../../resources/tagsets/news-zh.json', import.meta.url), 'utf8');
const title = { en: 'x', zh: '某' };
const entity = (label: string, more: object = {}) => ({ label, title, color: 1, ...more });
const frame = (label: string, roles: readonly object[], more: object = {}) => ({
  label,
  title,
  color: 1,
  roles,
  ...more,
});
const role = (name: string, fillers: readonly string[]) => ({ name, title, fillers });
const attribute = (name: string, type: string, values: readonly string[] = []) => ({
  name,
  title,
  type,
  values: values.map((value) => ({ value, title })),
});
const tagset = (parts: object) => ({
  format: 'zhupi.tagset/1',
  name: 'small',
  title,
  version: 1,
  entities: [],
  events: [],
  directives: [],
  relations: [],
  documentLabels: [],
  ...parts,
});
const rules = (parts: object) =>
  checkTagset(Tagset.parse(tagset(parts))).map(({ rule, path, value }) => [rule, path.join('.'), value]);

describe('checkTagset', () => {
  it('finds nothing wrong with the built-in tagset', () => {
    expect(checkTagset(Tagset.parse(JSON.parse(BUILT_IN)))).toEqual([]);
  });

  it('wants labels unique in their layer, keys unique over the three layers that have them', () => {
    expect(
      rules({
        entities: [entity('A'), entity('A')],
        documentLabels: [
          { label: 'z', title },
          { label: 'z', title },
        ],
      }),
    ).toEqual([
      ['label-twice', 'entities.1.label', 'A'],
      ['label-twice', 'documentLabels.1.label', 'z'],
    ]);
    const events = [frame('B', [], { key: 'p' }), frame('A', [], { key: 'P' })];
    expect(rules({ entities: [entity('A', { key: 'p' })], events })).toEqual([['key-twice', 'events.0.key', 'p']]);
  });

  it('wants fillers and ends of relations that exist', () => {
    expect(
      rules({
        entities: [entity('A')],
        events: [frame('B', [role('r', ['A', 'B', '*', 'Z'])])],
        directives: [frame('C', [role('r', ['C', 'same'])])],
        relations: [{ ...entity('same'), from: ['A', 'Y'], to: ['*'] }],
      }),
    ).toEqual([
      ['filler-unknown', 'events.0.roles.0.fillers.3', 'Z'],
      ['filler-unknown', 'directives.0.roles.0.fillers.1', 'same'],
      ['filler-unknown', 'relations.0.from.1', 'Y'],
    ]);
  });

  it('wants roles, attributes and values named once, and values exactly where there is a choice', () => {
    const attributes = [
      attribute('a', 'choice'),
      attribute('b', 'text', ['v']),
      attribute('b', 'choices', ['v', 'w', 'v']),
    ];
    expect(
      rules({ entities: [entity('A', { attributes })], events: [frame('B', [role('r', ['*']), role('r', ['*'])])] }),
    ).toEqual([
      ['choice-without-values', 'entities.0.attributes.0', 'a'],
      ['values-without-choice', 'entities.0.attributes.1.values', 'b'],
      ['attribute-twice', 'entities.0.attributes.2.name', 'b'],
      ['value-twice', 'entities.0.attributes.2.values.2.value', 'v'],
      ['role-twice', 'events.0.roles.1.name', 'r'],
    ]);
  });
});

describe('parseTagsetText', () => {
  const text = (parts: object) => JSON.stringify(tagset(parts), null, 2);

  it('reads the built-in tagset', () => {
    expect(parseTagsetText(BUILT_IN)).toEqual({ tagset: Tagset.parse(JSON.parse(BUILT_IN)), findings: [] });
  });

  it('names the line and column of a broken rule', () => {
    const source = text({ entities: [entity('A'), entity('A')] });
    const line = source.split('\n').findLastIndex((row) => row.includes('"label": "A"')) + 1;
    expect(parseTagsetText(source)).toEqual({
      tagset: null,
      findings: [{ line, column: 16, path: 'entities[1].label', rule: 'label-twice', message: 'A' }],
    });
  });

  it('names the line of text that is not JSON', () => {
    expect(parseTagsetText('{\n  "format": "zhupi.tagset/1"\n  "name": "x"\n}')).toEqual({
      tagset: null,
      findings: [{ line: 3, column: 3, path: '', rule: 'json', message: '“,” “}”' }],
    });
  });

  it('gives every break of the schema in the order of the text, unknown and missing keys among them', () => {
    const source = text({
      entities: [
        { ...entity('A B'), colour: 'red' },
        { label: 'C', title },
      ],
    });
    const { findings } = parseTagsetText(source);
    const at = (piece: string) => source.slice(0, source.indexOf(piece)).split('\n').length;
    expect(findings.map(({ path, rule, line }) => [path, rule, line])).toEqual([
      ['entities[0].label', 'shape', at('"A B"')],
      ['entities[0].colour', 'shape', at('"colour"')],
      ['entities[1].color', 'shape', at('"label": "C"') - 1],
    ]);
  });

  it('refuses a key that stands twice', () => {
    const source = text({}).replace('"version": 1', '"version": 1,\n  "version": 2');
    expect(parseTagsetText(source)).toMatchObject({
      tagset: null,
      findings: [{ rule: 'key-doubled', path: 'version', column: 3 }],
    });
  });
});
