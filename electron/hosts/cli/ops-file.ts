/** Operations from a file: one JSON object a line, its offsets put into the app's own unit, its missing ids given. */
import { z } from 'zod';
import { ZhupiError } from '#shared/api/errors.ts';
import { SimpleEdit } from '#shared/edit/edit.ts';
import { isRecord } from '#shared/format/jsonl-schema.ts';
import { encodeError, encodeMessage } from '#shared/i18n/message.ts';
import { Argument, Frame } from '#shared/model/frame.ts';
import { DocumentId } from '#shared/model/ids.ts';
import { Relation } from '#shared/model/relation.ts';
import { type Fragments, fragmentsText, Span } from '#shared/model/span.ts';
import { findFrameLabel, type Tagset } from '#shared/model/tagset.ts';
import { type OffsetConverter, type OffsetUnit, offsetConverter } from '#shared/text/offsets.ts';

/** A line of the file, parsed as JSON. */
export interface OpsLine {
  /** 1-based. */
  readonly line: number;
  readonly document: DocumentId;
  /** The edits of the line, not yet checked. */
  readonly edits: readonly Readonly<Record<string, unknown>>[];
}

/** An operation as the core takes it; offsets are UTF-16. */
export interface Operation {
  readonly line: number;
  readonly document: DocumentId;
  readonly edit: SimpleEdit;
}

/** What must be known of a document before operations on it can be read. `last`: the highest number ever given, per letter. */
export interface OpsDocument {
  readonly text: string;
  readonly last: Readonly<Record<Letter, number>>;
}

type Letter = 'T' | 'E' | 'D' | 'R';

/**
 * Reads the lines: `{"document":"d_…","edit":{…}}`, or the edit's own keys beside `document`. Blank lines are passed over.
 * @throws ZhupiError ops-line
 */
export function readOpsLines(text: string, file: string): readonly OpsLine[] {
  const out: OpsLine[] = [];
  text
    .replace(/^\ufeff/, '')
    .split('\n')
    .forEach((content, index) => {
      if (content.trim() === '') return;
      const line = index + 1;
      const value = parseJson(content);
      if (!isRecord(value)) throw new ZhupiError('ops-line', { file, line, reason: encodeMessage('cli.ops.notJson') });
      const { document, edit = value, ...rest } = value;
      const id = DocumentId.safeParse(document);
      if (!id.success) throw new ZhupiError('ops-line', { file, line, reason: encodeMessage('cli.ops.noDocument') });
      const own = edit === value ? rest : edit;
      const edits = isRecord(own) && own['kind'] === 'batch' && Array.isArray(own['edits']) ? own['edits'] : [own];
      out.push({ line, document: id.data, edits: edits.map((entry: unknown) => (isRecord(entry) ? entry : {})) });
    });
  if (out.length === 0) throw new ZhupiError('ops-line', { file, line: 1, reason: encodeMessage('cli.ops.empty') });
  return out;
}

/**
 * Turns lines into operations: offsets from `unit` to UTF-16, quotes (`text`) checked against the text, missing ids given
 * (the next free number of their letter; a frame's letter from its label, its id or `kind`).
 * @throws ZhupiError ops-line
 */
export function resolveOps(
  lines: readonly OpsLine[],
  documents: ReadonlyMap<DocumentId, OpsDocument>,
  tagset: Tagset,
  unit: OffsetUnit,
  file: string,
): readonly Operation[] {
  const worked = new Map<DocumentId, Work>();
  const out: Operation[] = [];
  for (const { line, document, edits } of lines) {
    try {
      const known = documents.get(document);
      if (known === undefined) throw new ZhupiError('document-missing', { id: document });
      let work = worked.get(document);
      if (work === undefined) {
        work = { text: known.text, converter: offsetConverter(known.text, unit), last: { ...known.last }, tagset };
        worked.set(document, work);
      }
      for (const edit of edits) out.push({ line, document, edit: resolveEdit(edit, work) });
    } catch (error) {
      if (!(error instanceof ZhupiError) || error.code === 'ops-line') throw error;
      throw new ZhupiError('ops-line', { file, line, reason: reasonOf(error) }, { cause: error });
    }
  }
  return out;
}

/** The reason of an error inside `ops-line`, as an encoded message. */
export function reasonOf(error: Pick<ZhupiError, 'code' | 'details'>): string {
  const { path, reason } = error.details;
  if (error.code === 'bad-input') return encodeMessage('cli.ops.shape', { path: path ?? '', rule: reason ?? '' });
  return encodeError({ code: error.code, details: error.details });
}

interface Work {
  readonly text: string;
  readonly converter: OffsetConverter;
  readonly last: Record<Letter, number>;
  readonly tagset: Tagset;
}

/** What an operation adds, with no other keys: a misspelt one must not vanish. */
const ADDED = z.object({
  span: Span.unwrap().strict().optional(),
  frame: Frame.unwrap()
    .extend({ arguments: z.array(Argument.unwrap().strict()).default([]) })
    .strict()
    .optional(),
  relation: Relation.unwrap().strict().optional(),
});

function resolveEdit(edit: Readonly<Record<string, unknown>>, work: Work): SimpleEdit {
  const filled = fillIn(edit, work);
  const isAdding = ['span.add', 'frame.add', 'relation.add'].includes(String(edit['kind']));
  const added = isAdding ? ADDED.safeParse(filled) : null;
  const parsed = SimpleEdit.safeParse(filled);
  if (parsed.success && added?.success !== false) return parsed.data;
  const [issue] = parsed.error?.issues ?? added?.error?.issues ?? [];
  throw new ZhupiError('bad-input', { path: issue?.path.join('.') || 'edit', reason: issue?.message ?? '' });
}

function fillIn(edit: Readonly<Record<string, unknown>>, work: Work): unknown {
  const { span, frame, relation, set } = edit;
  switch (edit['kind']) {
    case 'span.add':
      return isRecord(span) ? { ...edit, span: withId(withPlace(span, work), () => 'T', work) } : edit;
    case 'frame.add': {
      if (!isRecord(frame)) return edit;
      const { kind, ...rest } = withPlace(frame, work);
      return { ...edit, frame: withId(rest, () => frameLetter(kind, rest['label'], work.tagset), work) };
    }
    case 'relation.add':
      return isRecord(relation) ? { ...edit, relation: withId(relation, () => 'R', work) } : edit;
    case 'span.change':
    case 'frame.change':
      return isRecord(set) ? { ...edit, set: withPlace(set, work) } : edit;
    default:
      return edit;
  }
}

/** With `fragments` in UTF-16, from `fragments` or from `start` and `end`; `text` is checked and left out. */
function withPlace(mark: Readonly<Record<string, unknown>>, work: Work): Readonly<Record<string, unknown>> {
  const { start, end, text, fragments, ...rest } = mark;
  const pieces: unknown = fragments ?? (start === undefined ? undefined : [[start, end]]);
  if (!isPairs(pieces)) return pieces === undefined ? rest : { ...rest, fragments: pieces };
  const own: Fragments = pieces.map(([from, to]) => [work.converter.toUtf16(from), work.converter.toUtf16(to)]);
  if (typeof text === 'string') {
    const found = fragmentsText(work.text, own);
    const [first] = pieces;
    const last = pieces.at(-1);
    if (found !== text)
      throw new ZhupiError('edit-text-mismatch', {
        start: first?.[0] ?? 0,
        end: last?.[1] ?? 0,
        found,
        expected: text,
      });
  }
  return { ...rest, fragments: own };
}

function isPairs(value: unknown): value is readonly (readonly [number, number])[] {
  return (
    Array.isArray(value) &&
    value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every((n) => typeof n === 'number'))
  );
}

/** With an id: its own, which then counts as given, or the next free one. */
function withId(
  mark: Readonly<Record<string, unknown>>,
  letterOf: () => Letter,
  work: Work,
): Readonly<Record<string, unknown>> {
  const { id } = mark;
  if (typeof id === 'string') {
    const [, letter, number] = /^([TEDR])([1-9]\d{0,8})$/.exec(id) ?? [];
    if (isLetter(letter)) work.last[letter] = Math.max(work.last[letter], Number(number));
    return mark;
  }
  const letter = letterOf();
  work.last[letter] += 1;
  return { ...mark, id: `${letter}${work.last[letter]}` };
}

function isLetter(value: string | undefined): value is Letter {
  return value === 'T' || value === 'E' || value === 'D' || value === 'R';
}

function frameLetter(kind: unknown, label: unknown, tagset: Tagset): 'E' | 'D' {
  if (kind === 'event') return 'E';
  if (kind === 'directive') return 'D';
  const name = typeof label === 'string' ? label : '';
  const isEvent = findFrameLabel(tagset, 'event', name) !== undefined;
  const isDirective = findFrameLabel(tagset, 'directive', name) !== undefined;
  if (isEvent === isDirective) {
    if (!isEvent) throw new ZhupiError('edit-label-unknown', { label: name, layer: 'event' });
    throw new ZhupiError('bad-input', { path: 'frame', reason: encodeMessage('cli.ops.frameKind', { label: name }) });
  }
  return isEvent ? 'E' : 'D';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Told with its line by the caller.
    return undefined;
  }
}
