/** A tagset from JSON text: the tagset, or every finding with its line. */
import type { FileFinding } from '../api/contract.ts';
import { Tagset } from '../model/tagset.ts';
import { checkTagset, type JsonPath } from './check-tagset.ts';
import { readJson } from './json-places.ts';

/** What a text holds: a tagset and no findings, or null and at least one. */
export interface TagsetReading {
  readonly tagset: Tagset | null;
  readonly findings: readonly FileFinding[];
}

/**
 * Reads a tagset. `rule` of a finding: `json` (not JSON; `message` says what was expected), `key-doubled` (a key twice in one
 * object), `shape` (breaks the schema; `message` in English), or a TagsetRule (`message`: the name that breaks it).
 */
export function parseTagsetText(text: string): TagsetReading {
  const reading = readJson(text);
  if (reading.kind === 'broken')
    return { tagset: null, findings: [{ ...reading.place, path: '', rule: 'json', message: reading.expected }] };
  const find = (path: JsonPath, rule: string, message: string): FileFinding => ({
    ...reading.place(path),
    path: pathText(path),
    rule,
    message,
  });
  const doubled = reading.doubles.map((path) => find(path, 'key-doubled', String(path.at(-1) ?? '')));
  const parsed = Tagset.safeParse(reading.value);
  if (!parsed.success) {
    const shape = parsed.error.issues.map((issue) => {
      const own = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
      const path = issue.code === 'unrecognized_keys' ? [...own, issue.keys[0] ?? ''] : own;
      return find(path, 'shape', issue.message);
    });
    return { tagset: null, findings: inOrder([...doubled, ...shape]) };
  }
  const broken = checkTagset(parsed.data).map(({ path, rule, value }) => find(path, rule, value));
  const findings = inOrder([...doubled, ...broken]);
  return { tagset: findings.length === 0 ? parsed.data : null, findings };
}

/** `events[2].roles[0].name` */
function pathText(path: JsonPath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

function inOrder(findings: readonly FileFinding[]): readonly FileFinding[] {
  return findings.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
