/** Writes the native JSONL, `zhupi.document/1`: one document a line, the same bytes for the same contents every time. */
import { ZhupiError } from '../api/errors.ts';
import type { Attributes } from '../model/attributes.ts';
import type { AuthorityRecord } from '../model/authority.ts';
import { META_KEYS, type Meta } from '../model/document.ts';
import type { Argument, Frame } from '../model/frame.ts';
import type { Relation } from '../model/relation.ts';
import { type Fragments, fragmentsText, hull, type Span } from '../model/span.ts';
import { type OffsetConverter, type OffsetUnit, offsetConverter } from '../text/offsets.ts';
import type { CorpusDocument } from './format.ts';

/** The value of `format` in every line. */
export const DOCUMENT_FORMAT = 'zhupi.document/1';

/**
 * A document as a line with its "\n". Lines are put together by hand around `JSON.stringify` of the texts in them: that
 * gives the order of keys and is several times as fast as building objects first.
 * @throws ZhupiError edit-offsets, edit-cuts-character where a mark does not lie on the text
 */
export function documentLine(document: CorpusDocument, unit: OffsetUnit): string {
  const { text, spans, frames, relations } = document;
  const place = makePlace(text, unit);
  const events: Frame[] = [];
  const directives: Frame[] = [];
  for (const frame of frames) (frame.id.charCodeAt(0) === 69 ? events : directives).push(frame);
  let line = `{"format":"${DOCUMENT_FORMAT}","id":${quote(document.id ?? '')},"title":${quote(document.title)}`;
  line += `,"text":${quote(text)},"offset_unit":"${unit}","meta":${metaJson(document.meta)}`;
  line += `,"source":${sourceJson(document)},"annotator":${JSON.stringify(document.annotator)}`;
  line += `,"status":"${document.status}","labels":${JSON.stringify(document.labels)}`;
  line += `,"entities":[${inOrder(spans, (span) => spanJson(span, place))}]`;
  line += `,"events":[${inOrder(events, (event) => eventJson(event, place))}]`;
  line += `,"directives":[${inOrder(directives, (directive) => directiveJson(directive, place))}]`;
  line += `,"relations":[${relationsJson(relations)}]}\n`;
  return line;
}

/** An authority record as a line of `authority.jsonl` with its "\n". */
export function authorityLine(record: AuthorityRecord): string {
  const external = sortedKeys(record.external).map((key) => `${quote(key)}:${quote(record.external[key] ?? '')}`);
  return (
    `{"id":${quote(record.id)},"label":${quote(record.label)},"name":${quote(record.name)}` +
    `,"aliases":${JSON.stringify(record.aliases)},"external":{${external.join(',')}},"note":${JSON.stringify(record.note)}}\n`
  );
}

/** `"start":…,"end":…,"text":…,"fragments":…` of fragments. */
type Place = (fragments: Fragments) => string;

function makePlace(text: string, unit: OffsetUnit): Place {
  const converter = offsetConverter(text, unit);
  const check = makeCheck(text, unit, converter);
  return (fragments) => {
    const [first] = fragments;
    if (fragments.length === 1 && first !== undefined) {
      const start = converter.toUnit(first[0]);
      const end = converter.toUnit(first[1]);
      check(first, start, end);
      return `"start":${start},"end":${end},"text":${quote(text.slice(first[0], first[1]))},"fragments":[[${start},${end}]]`;
    }
    const pieces = fragments.map((fragment) => {
      const start = converter.toUnit(fragment[0]);
      const end = converter.toUnit(fragment[1]);
      check(fragment, start, end);
      return `[${start},${end}]`;
    });
    const [start, end] = hull(fragments);
    const quoted = quote(fragmentsText(text, fragments));
    return `"start":${converter.toUnit(start)},"end":${converter.toUnit(end)},"text":${quoted},"fragments":[${pieces.join(',')}]`;
  };
}

/** The promise of the format, tested before it is made: the text sliced in the unit is the text of the fragment. */
function makeCheck(text: string, unit: OffsetUnit, converter: OffsetConverter) {
  const characters = unit === 'codepoint' && ASTRAL.test(text) ? [...text] : null;
  return (fragment: readonly [number, number], start: number, end: number): void => {
    const [from, to] = fragment;
    const isInside = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to && to <= text.length;
    const isSame =
      isInside &&
      (characters === null
        ? converter.toUtf16(start) === from && converter.toUtf16(end) === to
        : characters.slice(start, end).join('') === text.slice(from, to));
    if (!isSame)
      throw new ZhupiError('edit-offsets', { fragments: `[${from},${to}]`, offset: '', length: text.length });
  };
}

const ASTRAL = /[\ud800-\udbff]/;

function spanJson(span: Span, place: Place): string {
  const { entity, note } = span;
  return (
    `{"id":"${span.id}","label":${quoteName(span.label)},${place(span.fragments)},"attributes":${attributesJson(span.attributes)}` +
    `,"entity":${entity === null ? 'null' : quote(entity)},"note":${note === null ? 'null' : quote(note)}}`
  );
}

function eventJson(frame: Frame, place: Place): string {
  return `{"id":"${frame.id}","label":${quoteName(frame.label)},"trigger":{${place(frame.fragments)}},${frameRest(frame)}}`;
}

function directiveJson(frame: Frame, place: Place): string {
  return `{"id":"${frame.id}","label":${quoteName(frame.label)},${place(frame.fragments)},${frameRest(frame)}}`;
}

function frameRest(frame: Frame): string {
  const list = frame.arguments
    .toSorted(compareArguments)
    .map((argument) => `{"role":${quoteName(argument.role)},"target":"${argument.target}"}`);
  return `"arguments":[${list.join(',')}],"attributes":${attributesJson(frame.attributes)},"note":${JSON.stringify(frame.note)}`;
}

function relationsJson(relations: readonly Relation[]): string {
  return relations
    .toSorted(compareRelations)
    .map(
      (relation) =>
        `{"id":"${relation.id}","label":${quoteName(relation.label)},"from":"${relation.from}","to":"${relation.to}"` +
        `,"attributes":${attributesJson(relation.attributes)},"note":${JSON.stringify(relation.note)}}`,
    )
    .join(',');
}

/** Marks by (start, end, id); ids compare as texts, as any other tool would sort them: T10 comes before T2. */
function inOrder<T extends Span | Frame>(marks: readonly T[], write: (mark: T) => string): string {
  return marks.toSorted(compareMarks).map(write).join(',');
}

function compareMarks(a: Span | Frame, b: Span | Frame): number {
  const start = (a.fragments[0]?.[0] ?? 0) - (b.fragments[0]?.[0] ?? 0);
  if (start !== 0) return start;
  const end = hull(a.fragments)[1] - hull(b.fragments)[1];
  return end !== 0 ? end : compareTexts(a.id, b.id);
}

function compareArguments(a: Argument, b: Argument): number {
  return compareTexts(a.role, b.role) || compareTexts(a.target, b.target);
}

function compareRelations(a: Relation, b: Relation): number {
  return (
    compareTexts(a.from, b.from) ||
    compareTexts(a.to, b.to) ||
    compareTexts(a.label, b.label) ||
    compareTexts(a.id, b.id)
  );
}

/** By UTF-16 code units: the same on every machine. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function metaJson(meta: Meta): string {
  const parts: string[] = META_KEYS.map((key) => `"${key}":${JSON.stringify(meta[key] ?? null)}`);
  for (const key of sortedKeys(meta))
    if (!(META_KEYS as readonly string[]).includes(key))
      parts.push(`${quote(key)}:${JSON.stringify(meta[key] ?? null)}`);
  return `{${parts.join(',')}}`;
}

function attributesJson(attributes: Attributes): string {
  const keys = sortedKeys(attributes);
  if (keys.length === 0) return '{}';
  return `{${keys.map((key) => `${quote(key)}:${JSON.stringify(attributes[key])}`).join(',')}}`;
}

function sourceJson({ source }: CorpusDocument): string {
  if (source === null) return 'null';
  const { file, sha256, encoding, index } = source;
  return `{"file":${quote(file)},"sha256":${quote(sha256)},"encoding":${quote(encoding)},"index":${index}}`;
}

/** Own keys in UTF-16 order. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  return keys.length > 1 ? keys.sort() : keys;
}

function quote(text: string): string {
  return JSON.stringify(text);
}

const names = new Map<string, string>();

/** Labels and roles come again and again: quoted once. */
function quoteName(name: string): string {
  let quoted = names.get(name);
  if (quoted === undefined) {
    if (names.size > 4096) names.clear();
    quoted = JSON.stringify(name);
    names.set(name, quoted);
  }
  return quoted;
}
