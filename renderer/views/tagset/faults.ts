/** What is wrong with a tagset that is being edited, by place, so that it can be said beside the field; pure. */
import { COMMANDS } from '#shared/commands/registry.ts';
import { checkTagset } from '#shared/edit/check-tagset.ts';
import { Tagset } from '#shared/model/tagset.ts';

/** A broken rule; `rule` has a text under `tagset.rule.<rule>`, with a slot `{value}`. */
export interface Fault {
  readonly rule: string;
  readonly value: string;
}

/** Faults by place: keys and indexes joined by `/`, as `events/0/roles/1/name`. The first fault of a place counts. */
export type Faults = ReadonlyMap<string, Fault>;

/** Every fault of the draft; empty where it can be stored. */
export function findFaults(draft: Tagset): Faults {
  const faults = new Map<string, Fault>();
  const add = (path: readonly PropertyKey[], fault: Fault) => {
    const place = path.map(String).join('/');
    if (!faults.has(place)) faults.set(place, fault);
  };
  const parsed = Tagset.safeParse(draft);
  for (const { path } of parsed.error?.issues ?? []) add(path, { rule: shapeRule(path), value: '' });
  for (const { path, rule, value } of checkTagset(draft)) add(path, { rule, value });
  return faults;
}

/** The faults that belong to a part of the tagset, counted. */
export function countUnder(faults: Faults, place: string): number {
  let count = 0;
  for (const key of faults.keys()) if (key === place || key.startsWith(`${place}/`)) count += 1;
  return count;
}

/** Keys that a label cannot be given with, because the reading view uses them already. */
export function isReservedKey(key: string): boolean {
  return /^[1-9]$/.test(key) || COMMANDS.some((command) => (command.keys as readonly string[]).includes(key));
}

/** The rule behind a break of the schema, by the place where it was broken; `shape` where the place does not tell. */
export function shapeRule(path: readonly PropertyKey[]): string {
  const last = String(path.at(-1) ?? '');
  if (last === 'label' || last === 'name') return 'name-form';
  if (last === 'en' || last === 'zh') return 'title-empty';
  if (last === 'key') return 'key-form';
  if (last === 'value') return 'value-empty';
  if (last === 'color') return 'color-range';
  if (last === 'line') return 'line-form';
  if (last === 'type') return 'type-form';
  if (last === 'format') return 'format-mark';
  if (last === 'version') return 'version-form';
  if (last === 'fillers' || last === 'from' || last === 'to') return 'fillers-empty';
  return 'shape';
}
