/** checkTagset: the rules between the parts of a tagset, which its schema cannot say. */
import type { AttributeDefinition, RoleDefinition, Tagset } from '../model/tagset.ts';

/** A place in a JSON value: keys and indexes from the outside in. */
export type JsonPath = readonly (string | number)[];

/** The rules. Each has a text under `tagset.rule.<rule>` with a slot `{value}`. */
export type TagsetRule =
  | 'label-twice'
  | 'key-twice'
  | 'filler-unknown'
  | 'choice-without-values'
  | 'values-without-choice'
  | 'value-twice'
  | 'role-twice'
  | 'attribute-twice';

/** A broken rule: where, and the name that breaks it. */
export interface TagsetFinding {
  readonly path: JsonPath;
  readonly rule: TagsetRule;
  readonly value: string;
}

/** All broken rules, rule by rule; empty for a good one. */
export function checkTagset(tagset: Tagset): readonly TagsetFinding[] {
  const findings: TagsetFinding[] = [];
  const add = (rule: TagsetRule, value: string, ...path: JsonPath) => findings.push({ path, rule, value });
  const known = new Set<string>(
    [...tagset.entities, ...tagset.events, ...tagset.directives].map((entry) => entry.label),
  );
  const keys = new Set<string>();

  for (const layer of ['entities', 'events', 'directives', 'relations', 'documentLabels'] as const)
    tagset[layer].forEach(({ label }, i, all: readonly { readonly label: string }[]) => {
      if (all.findIndex((other) => other.label === label) < i) add('label-twice', label, layer, i, 'label');
    });
  for (const layer of ['entities', 'events', 'directives'] as const)
    tagset[layer].forEach(({ key }, i) => {
      if (key === null) return;
      if (keys.has(key)) add('key-twice', key, layer, i, 'key');
      keys.add(key);
    });
  for (const layer of ['entities', 'events', 'directives', 'relations'] as const)
    tagset[layer].forEach(({ attributes }, i) => {
      checkAttributeList(attributes, add, layer, i, 'attributes');
    });
  for (const layer of ['events', 'directives'] as const)
    tagset[layer].forEach(({ roles }, i) => {
      checkRoles(roles, known, add, layer, i, 'roles');
    });
  tagset.relations.forEach((relation, i) => {
    for (const side of ['from', 'to'] as const) checkFillers(relation[side], known, add, 'relations', i, side);
  });
  return findings;
}

type Add = (rule: TagsetRule, value: string, ...path: JsonPath) => void;

function checkAttributeList(attributes: readonly AttributeDefinition[], add: Add, ...path: JsonPath): void {
  attributes.forEach(({ name, type, values }, i) => {
    const isChoice = type === 'choice' || type === 'choices';
    if (attributes.findIndex((other) => other.name === name) < i) add('attribute-twice', name, ...path, i, 'name');
    if (isChoice && values.length === 0) add('choice-without-values', name, ...path, i);
    if (!isChoice && values.length > 0) add('values-without-choice', name, ...path, i, 'values');
    values.forEach(({ value }, v) => {
      if (values.findIndex((other) => other.value === value) < v)
        add('value-twice', value, ...path, i, 'values', v, 'value');
    });
  });
}

function checkRoles(roles: readonly RoleDefinition[], known: ReadonlySet<string>, add: Add, ...path: JsonPath): void {
  roles.forEach(({ name, fillers }, i) => {
    if (roles.findIndex((other) => other.name === name) < i) add('role-twice', name, ...path, i, 'name');
    checkFillers(fillers, known, add, ...path, i, 'fillers');
  });
}

function checkFillers(fillers: readonly string[], known: ReadonlySet<string>, add: Add, ...path: JsonPath): void {
  fillers.forEach((filler, i) => {
    if (filler !== '*' && !known.has(filler)) add('filler-unknown', filler, ...path, i);
  });
}
