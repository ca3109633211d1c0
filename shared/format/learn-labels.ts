/** Which labels, roles and attributes a stream of documents uses, and a tagset that has them all. */
import type { Attributes, AttributeValue } from '../model/attributes.ts';
import { frameKind } from '../model/frame.ts';
import {
  type AttributeDefinition,
  type EntityLabel,
  type FrameLabel,
  findFrameLabel,
  findLabel,
  LAYER_KEY,
  type Layer,
  type LocalText,
  type RelationLabel,
  type RoleDefinition,
  type Tagset,
} from '../model/tagset.ts';
import type { CorpusDocument } from './format.ts';

interface Use {
  /** Attribute name -> the kinds of value seen, with an example. */
  readonly attributes: Map<string, AttributeValue>;
  /** Role (of a relation: `from` and `to`) -> labels that fill it. */
  readonly roles: Map<string, Set<string>>;
}

/** What was used so far. */
export interface LabelUses {
  readonly layers: Readonly<Record<Layer, Map<string, Use>>>;
  readonly documentLabels: Set<string>;
}

/** Nothing was used yet. */
export function noUses(): LabelUses {
  return {
    layers: { entity: new Map(), event: new Map(), directive: new Map(), relation: new Map() },
    documentLabels: new Set(),
  };
}

/** Adds what a document uses. */
export function addUses(uses: LabelUses, document: CorpusDocument): void {
  const labels = new Map<string, string>();
  for (const mark of [...document.spans, ...document.frames]) labels.set(mark.id, mark.label);
  for (const label of document.labels) uses.documentLabels.add(label);
  for (const span of document.spans) use(uses, 'entity', span.label, span.attributes);
  for (const frame of document.frames) {
    const entry = use(uses, frameKind(frame.id), frame.label, frame.attributes);
    for (const { role, target } of frame.arguments) fill(entry, role, labels.get(target));
  }
  for (const relation of document.relations) {
    const entry = use(uses, 'relation', relation.label, relation.attributes);
    fill(entry, 'from', labels.get(relation.from));
    fill(entry, 'to', labels.get(relation.to));
  }
}

/** Labels that the tagset does not have, in a fixed order. */
export function unknownLabels(uses: LabelUses, tagset: Tagset): readonly string[] {
  const out = new Set<string>();
  for (const layer of LAYERS)
    for (const label of uses.layers[layer].keys()) if (findLabel(tagset, layer, label) === undefined) out.add(label);
  for (const label of uses.documentLabels)
    if (!tagset.documentLabels.some((entry) => entry.label === label)) out.add(label);
  return [...out].sort();
}

/** Roles and attributes of known labels (`Signing.party`) that the tagset does not have, in a fixed order. */
export function unknownParts(uses: LabelUses, tagset: Tagset): readonly string[] {
  const out = new Set<string>();
  for (const layer of LAYERS)
    for (const [label, { attributes, roles }] of uses.layers[layer]) {
      const known = findLabel(tagset, layer, label);
      if (known === undefined) continue;
      for (const name of attributes.keys())
        if (!known.attributes.some((entry) => entry.name === name)) out.add(`${label}.${name}`);
      if ('roles' in known)
        for (const role of roles.keys())
          if (!known.roles.some((entry) => entry.name === role)) out.add(`${label}.${role}`);
    }
  return [...out].sort();
}

/**
 * The tagset with everything that was used. What it lacks is taken from `hint` (the tagset that came with the files) where
 * that has it; otherwise a label gets the next colour, no key, its name as title, and the roles and fillers that were seen.
 * A tagset that lacks nothing comes back as it is; a changed one has the next version number.
 */
export function learnLabels(uses: LabelUses, tagset: Tagset, hint: Tagset | null): Tagset {
  const out: { -readonly [K in keyof Tagset]: Tagset[K] } = { ...tagset };
  const keys = new Set(LAYERS.flatMap((layer) => tagset[LAYER_KEY[layer]].map((entry) => entry.key)));
  const freeKey = <T extends { readonly key: string | null }>(entry: T): T => {
    const isFree = entry.key !== null && !keys.has(entry.key);
    if (isFree) keys.add(entry.key);
    return isFree ? entry : { ...entry, key: null };
  };
  const grow = <T extends EntityLabel | FrameLabel | RelationLabel>(
    layer: Layer,
    list: readonly T[],
    make: (label: string, use: Use, color: number) => T,
    extend: (entry: T, use: Use, hinted: T | undefined) => T,
  ): readonly T[] => {
    const grown = list.map((entry) => {
      const seen = uses.layers[layer].get(entry.label);
      // The layer decides which kind of label the hint has.
      return seen === undefined ? entry : extend(entry, seen, hinted(hint, layer, entry.label) as T | undefined);
    });
    for (const [label, seen] of [...uses.layers[layer]].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (list.some((entry) => entry.label === label)) continue;
      const given = hinted(hint, layer, label) as T | undefined;
      const fresh = make(label, seen, (grown.length % COLORS) + 1);
      grown.push(given === undefined ? fresh : freeKey(extend(given, seen, undefined)));
    }
    return grown;
  };
  out.entities = grow('entity', tagset.entities, freshEntity, withAttributes);
  out.events = grow('event', tagset.events, freshFrame, withRoles);
  out.directives = grow('directive', tagset.directives, freshFrame, withRoles);
  out.relations = grow('relation', tagset.relations, freshRelation, withAttributes);
  out.documentLabels = [
    ...tagset.documentLabels,
    ...[...uses.documentLabels]
      .filter((label) => !tagset.documentLabels.some((entry) => entry.label === label))
      .sort()
      .map(
        (label) =>
          hint?.documentLabels.find((entry) => entry.label === label) ?? { label, title: same(label), key: null },
      ),
  ];
  const whole = withKnownFillers(out);
  return JSON.stringify(whole) === JSON.stringify(tagset) ? tagset : { ...whole, version: tagset.version + 1 };
}

const LAYERS = ['entity', 'event', 'directive', 'relation'] as const satisfies readonly Layer[];
const COLORS = 12;

function use(uses: LabelUses, layer: Layer, label: string, attributes: Attributes): Use {
  let entry = uses.layers[layer].get(label);
  if (entry === undefined) {
    entry = { attributes: new Map(), roles: new Map() };
    uses.layers[layer].set(label, entry);
  }
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value !== undefined && !entry.attributes.has(name)) entry.attributes.set(name, value);
  }
  return entry;
}

function fill(entry: Use, role: string, label: string | undefined): void {
  const labels = entry.roles.get(role) ?? new Set<string>();
  entry.roles.set(role, labels);
  if (label !== undefined) labels.add(label);
}

function hinted(
  hint: Tagset | null,
  layer: Layer,
  label: string,
): EntityLabel | FrameLabel | RelationLabel | undefined {
  if (hint === null) return undefined;
  return layer === 'event' || layer === 'directive'
    ? findFrameLabel(hint, layer, label)
    : findLabel(hint, layer, label);
}

function same(name: string): LocalText {
  return { en: name, zh: name };
}

function freshEntity(label: string, seen: Use, color: number): EntityLabel {
  const base = {
    label,
    title: same(label),
    key: null,
    color,
    line: 'solid' as const,
    description: null,
    attributes: [],
  };
  return withAttributes<EntityLabel>(base, seen, undefined);
}

function freshFrame(label: string, seen: Use, color: number): FrameLabel {
  return withRoles({ ...freshEntity(label, seen, color), roles: [] }, seen, undefined);
}

function freshRelation(label: string, seen: Use, color: number): RelationLabel {
  const ends = (name: string) => sorted(seen.roles.get(name) ?? []);
  return { ...freshEntity(label, seen, color), from: ends('from'), to: ends('to'), symmetric: false };
}

function withAttributes<T extends EntityLabel | FrameLabel | RelationLabel>(
  entry: T,
  seen: Use,
  hint: T | undefined,
): T {
  const missing = [...seen.attributes].filter(([name]) => !entry.attributes.some((known) => known.name === name));
  if (missing.length === 0) return entry;
  const fresh = missing.map(
    ([name, value]) => hint?.attributes.find((known) => known.name === name) ?? freshAttribute(name, value),
  );
  return { ...entry, attributes: [...entry.attributes, ...fresh.sort((a, b) => (a.name < b.name ? -1 : 1))] };
}

function freshAttribute(name: string, value: AttributeValue): AttributeDefinition {
  const base = { name, title: same(name), required: false };
  if (typeof value === 'number') return { ...base, type: 'number', values: [] };
  if (typeof value === 'boolean') return { ...base, type: 'boolean', values: [] };
  if (typeof value === 'string') return { ...base, type: 'text', values: [] };
  return { ...base, type: 'choices', values: value.map((text) => ({ value: text, title: same(text) })) };
}

function withRoles(entry: FrameLabel, seen: Use, hint: FrameLabel | undefined): FrameLabel {
  const whole = withAttributes<FrameLabel>(entry, seen, hint);
  const missing = [...seen.roles].filter(([role]) => !whole.roles.some((known) => known.name === role));
  if (missing.length === 0) return whole;
  const fresh = missing.map(
    ([role, labels]) => hint?.roles.find((known) => known.name === role) ?? freshRole(role, labels),
  );
  return { ...whole, roles: [...whole.roles, ...fresh.sort((a, b) => (a.name < b.name ? -1 : 1))] };
}

function freshRole(name: string, labels: ReadonlySet<string>): RoleDefinition {
  return { name, title: same(name), required: false, many: true, fillers: sorted(labels) };
}

function sorted(labels: Iterable<string>): readonly string[] {
  const list = [...labels].sort();
  return list.length === 0 ? ['*'] : list;
}

/** A label from the hint may name fillers that did not come along. */
function withKnownFillers(tagset: Tagset): Tagset {
  const known = new Set([
    '*',
    ...[...tagset.entities, ...tagset.events, ...tagset.directives].map((entry) => entry.label),
  ]);
  const keep = (fillers: readonly string[]) => {
    const list = fillers.filter((label) => known.has(label));
    return list.length === fillers.length ? fillers : list.length === 0 ? ['*'] : list;
  };
  const frames = (list: readonly FrameLabel[]) =>
    list.map((entry) => ({ ...entry, roles: entry.roles.map((role) => ({ ...role, fillers: keep(role.fillers) })) }));
  return {
    ...tagset,
    events: frames(tagset.events),
    directives: frames(tagset.directives),
    relations: tagset.relations.map((entry) => ({ ...entry, from: keep(entry.from), to: keep(entry.to) })),
  };
}
