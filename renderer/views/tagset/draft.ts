/** Changes to a tagset that is being edited, one function a gesture; pure. Nothing is stored here. */
import type {
  AttributeDefinition,
  DocumentLabel,
  EntityLabel,
  FrameLabel,
  LocalText,
  RelationLabel,
  RoleDefinition,
  Tagset,
} from '#shared/model/tagset.ts';

/** The lists of a tagset that hold labels. */
export const LABEL_LISTS = ['entities', 'events', 'directives', 'relations', 'documentLabels'] as const;
export type LabelList = (typeof LABEL_LISTS)[number];

/** Any label. */
export type AnyLabel = EntityLabel | FrameLabel | RelationLabel | DocumentLabel;

/** Where a label stands. */
export interface LabelPlace {
  readonly list: LabelList;
  readonly index: number;
}

/** The label at a place, or undefined. */
export function labelAt(tagset: Tagset, { list, index }: LabelPlace): AnyLabel | undefined {
  return tagset[list][index];
}

/** Changes parts of a label. Where its name changes, roles and relations that name it follow. */
export function changeLabel(tagset: Tagset, place: LabelPlace, change: Partial<AnyLabel> & object): Tagset {
  const before = labelAt(tagset, place);
  if (before === undefined) return tagset;
  const after = { ...before, ...change };
  const changed = withList(tagset, place.list, replaceAt(tagset[place.list], place.index, after));
  const isNamed = after.label !== before.label && place.list !== 'relations' && place.list !== 'documentLabels';
  return isNamed
    ? mapFillers(changed, (names) => names.map((name) => (name === before.label ? after.label : name)))
    : changed;
}

/** Adds a label at the end of a list, named so that no other label has its name; `title` is what it is called at first. */
export function addLabel(tagset: Tagset, list: LabelList, title: LocalText): Tagset {
  const label = freeName(new Set(LABEL_LISTS.flatMap((other) => tagset[other].map((entry) => entry.label))), 'label');
  const base = { label, title, key: null };
  if (list === 'documentLabels') return { ...tagset, documentLabels: [...tagset.documentLabels, base] };
  const looks = { ...base, color: nextColor(tagset), line: 'solid' as const, description: null, attributes: [] };
  if (list === 'entities') return { ...tagset, entities: [...tagset.entities, looks] };
  if (list === 'relations')
    return { ...tagset, relations: [...tagset.relations, { ...looks, from: ['*'], to: ['*'], symmetric: false }] };
  return withList(tagset, list, [...tagset[list], { ...looks, roles: [] }]);
}

/** Takes a label out; what named it as a filler no longer does, and allows all where nothing else is left. */
export function removeLabel(tagset: Tagset, place: LabelPlace): Tagset {
  const gone = labelAt(tagset, place);
  if (gone === undefined) return tagset;
  const without = withList(tagset, place.list, removeAt(tagset[place.list], place.index));
  if (place.list === 'relations' || place.list === 'documentLabels') return without;
  return mapFillers(without, (names) => {
    const rest = names.filter((name) => name !== gone.label);
    return rest.length === 0 ? ['*'] : rest;
  });
}

/** Moves a label by so many places inside its list. */
export function moveLabel(tagset: Tagset, { list, index }: LabelPlace, by: number): Tagset {
  return withList(tagset, list, moveAt(tagset[list], index, by));
}

/** A new list of roles for a frame label. A role's digit in the editor is its place. */
export function changeRoles(
  tagset: Tagset,
  place: LabelPlace,
  change: (roles: readonly RoleDefinition[]) => readonly RoleDefinition[],
): Tagset {
  const label = labelAt(tagset, place);
  return label !== undefined && 'roles' in label ? changeLabel(tagset, place, { roles: change(label.roles) }) : tagset;
}

/** A new list of attributes for a label that may have them. */
export function changeAttributes(
  tagset: Tagset,
  place: LabelPlace,
  change: (attributes: readonly AttributeDefinition[]) => readonly AttributeDefinition[],
): Tagset {
  const label = labelAt(tagset, place);
  return label !== undefined && 'attributes' in label
    ? changeLabel(tagset, place, { attributes: change(label.attributes) })
    : tagset;
}

/** A role that may be filled by anything, with a name the others do not have. */
export function newRole(roles: readonly RoleDefinition[], title: LocalText): RoleDefinition {
  return {
    name: freeName(new Set(roles.map((role) => role.name)), 'role'),
    title,
    required: false,
    many: false,
    fillers: ['*'],
  };
}

/** A text attribute with a name the others do not have. */
export function newAttribute(attributes: readonly AttributeDefinition[], title: LocalText): AttributeDefinition {
  const name = freeName(new Set(attributes.map((attribute) => attribute.name)), 'attribute');
  return { name, title, type: 'text', values: [], required: false };
}

/** A filler ticked or unticked. "All" and single labels shut each other out; the last one unticked leaves "all". */
export function toggleFiller(fillers: readonly string[], name: string): readonly string[] {
  if (name === '*') return ['*'];
  const single = fillers.filter((filler) => filler !== '*');
  const next = single.includes(name) ? single.filter((filler) => filler !== name) : [...single, name];
  return next.length === 0 ? ['*'] : next;
}

/** The list with one entry in another's place. */
export function replaceAt<T>(list: readonly T[], index: number, entry: T): readonly T[] {
  return list.map((other, at) => (at === index ? entry : other));
}

/** The list without one entry. */
export function removeAt<T>(list: readonly T[], index: number): readonly T[] {
  return list.filter((_, at) => at !== index);
}

/** The list with one entry moved; as it is where there is no such place. */
export function moveAt<T>(list: readonly T[], index: number, by: number): readonly T[] {
  const to = index + by;
  const entry = list[index];
  if (entry === undefined || to < 0 || to >= list.length) return list;
  return removeAt(list, index).toSpliced(to, 0, entry);
}

/** The tagset as it is stored: its number goes up by one where a stored tagset of the same number was changed. */
export function withNextVersion(draft: Tagset, stored: Tagset): Tagset {
  return draft.name === stored.name && draft.version === stored.version
    ? { ...draft, version: stored.version + 1 }
    : draft;
}

function withList(tagset: Tagset, list: LabelList, labels: readonly AnyLabel[]): Tagset {
  return { ...tagset, [list]: labels } as Tagset;
}

function mapFillers(tagset: Tagset, map: (names: readonly string[]) => readonly string[]): Tagset {
  const frames = (labels: readonly FrameLabel[]) =>
    labels.map((label) => ({ ...label, roles: label.roles.map((role) => ({ ...role, fillers: map(role.fillers) })) }));
  return {
    ...tagset,
    events: frames(tagset.events),
    directives: frames(tagset.directives),
    relations: tagset.relations.map((label) => ({ ...label, from: map(label.from), to: map(label.to) })),
  };
}

function freeName(taken: ReadonlySet<string>, base: string): string {
  for (let number = 1; ; number += 1) if (!taken.has(`${base}${number}`)) return `${base}${number}`;
}

/** The colour that the fewest labels have. */
function nextColor(tagset: Tagset): number {
  const uses = new Array<number>(12).fill(0);
  for (const list of ['entities', 'events', 'directives', 'relations'] as const)
    for (const { color } of tagset[list]) uses[color - 1] = (uses[color - 1] ?? 0) + 1;
  return uses.indexOf(Math.min(...uses)) + 1;
}
