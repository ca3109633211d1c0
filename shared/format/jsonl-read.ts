/** Reads the native JSONL line by line: documents and authority records, with a finding for all that is not as it should be. */
import type { z } from 'zod';
import { ZhupiError } from '../api/errors.ts';
import { encodeError, encodeMessage, type MessageValues } from '../i18n/message.ts';
import type { TextKey } from '../i18n/text.ts';
import { AuthorityRecord } from '../model/authority.ts';
import type { Meta } from '../model/document.ts';
import type { Frame } from '../model/frame.ts';
import { type Fragments, normaliseFragments } from '../model/span.ts';
import { offsetConverter } from '../text/offsets.ts';
import { anchor, type GivenPlace } from './anchor.ts';
import { checkMarks } from './check-marks.ts';
import type { CorpusDocument, Finding, InputFile, ReadItem } from './format.ts';
import { DocumentLine, isRecord, unknownKeys } from './jsonl-schema.ts';

/** Reads files one after the other. A line that cannot be taken yields an error and reading goes on with the next. */
export function* readJsonl(files: readonly InputFile[]): Generator<ReadItem, void, undefined> {
  for (const file of files) yield* readFile(file);
}

function* readFile(file: InputFile): Generator<ReadItem, void, undefined> {
  const dropped = new Map<string, { readonly line: number; count: number }>();
  let number = 0;
  for (const text of file.lines()) {
    number += 1;
    if (text.trim() !== '') yield* readLine(file.name, number, text, dropped);
  }
  for (const [key, { line, count }] of dropped)
    yield finding('warning', file.name, line, 'import.found.keysDropped', { key, count });
}

type Dropped = Map<string, { readonly line: number; count: number }>;

function* readLine(file: string, line: number, text: string, dropped: Dropped): Generator<ReadItem, void, undefined> {
  const value = parseJson(text);
  if (value === undefined) return yield finding('error', file, line, 'import.found.notJson');
  if (isRecord(value) && value.format === undefined && typeof value.id === 'string' && value.id.startsWith('a_')) {
    const record = AuthorityRecord.safeParse(value);
    if (record.success) yield { kind: 'authority', file, line, record: record.data };
    else yield finding('error', file, line, 'import.found.shape', firstIssue(record.error));
    return;
  }
  const parsed = DocumentLine.safeParse(value);
  if (!parsed.success) return yield finding('error', file, line, 'import.found.shape', firstIssue(parsed.error));
  unknownKeys(value, (key) => {
    const seen = dropped.get(key);
    if (seen === undefined) dropped.set(key, { line, count: 1 });
    else seen.count += 1;
  });
  const findings: Finding[] = [];
  const document = toDocument(parsed.data, (severity, key, values) =>
    findings.push(finding(severity, file, line, key, values)),
  );
  yield* findings;
  if (document !== null) yield { kind: 'document', file, line, document };
}

type Report = (severity: 'warning' | 'error', key: TextKey, values: MessageValues) => void;

/** The document of a line, or null where an error was reported. */
function toDocument(line: DocumentLine, report: Report): CorpusDocument | null {
  const { text } = line;
  const converter = offsetConverter(text, line.offset_unit);
  let isSound = true;
  const place = (id: string, given: GivenPlace): Fragments => {
    const found = anchor(text, converter, given);
    if (found.kind === 'found') {
      if (found.moved) report('warning', 'import.found.quoteMoved', { id, text: given.text ?? '', start: given.start });
      return normaliseFragments(found.fragments);
    }
    isSound = false;
    const { start, end } = given;
    if (found.kind === 'outside') report('error', 'import.found.outside', { id, start, end });
    else report('error', 'import.found.quoteWrong', { id, start, end, found: found.found, expected: given.text ?? '' });
    return [[0, 0]];
  };
  const provenance = 'imported' as const;
  const document: CorpusDocument = {
    id: line.id,
    title: line.title,
    text,
    meta: knownMeta(line.meta),
    source: line.source,
    annotator: line.annotator,
    status: line.status,
    labels: line.labels,
    note: null,
    spans: line.entities.map(({ id, label, attributes, entity, note, ...given }) => ({
      id,
      label,
      fragments: place(id, given),
      attributes,
      entity,
      note,
      provenance,
    })),
    frames: [
      ...line.events.map(
        ({ trigger, ...rest }): Frame => ({ ...rest, fragments: place(rest.id, trigger), provenance }),
      ),
      ...line.directives.map(
        ({ start, end, text: words, fragments, ...rest }): Frame => ({
          ...rest,
          fragments: place(rest.id, { start, end, text: words, fragments }),
          provenance,
        }),
      ),
    ],
    relations: line.relations.map((relation) => ({ ...relation, provenance })),
  };
  if (!isSound) return null;
  try {
    checkMarks(document);
    return document;
  } catch (error) {
    if (!(error instanceof ZhupiError)) throw error;
    report('error', 'import.found.mark', { document: line.id, problem: encodeError(error.toValue()) });
    return null;
  }
}

/** Null stands for absent where the format writes every key. */
function knownMeta(meta: Meta): Meta {
  return Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== null));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Told as a finding with its line.
    return undefined;
  }
}

function firstIssue(error: z.ZodError): MessageValues {
  const [issue] = error.issues;
  return { path: issue?.path.join('.') || '-', rule: issue?.message ?? '' };
}

function finding(
  severity: 'warning' | 'error',
  file: string,
  line: number,
  key: TextKey,
  values: MessageValues = {},
): Finding {
  return { kind: 'finding', severity, file, line, message: encodeMessage(key, values) };
}
