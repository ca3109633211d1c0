/** The documents of an export as formats take them: chosen by the filter, one after the other, counted as they pass. */
import { ZhupiError } from '#shared/api/errors.ts';
import type { Codec, CorpusDocument } from '#shared/format/format.ts';
import { DocumentId } from '#shared/model/ids.ts';
import type { ExportLoss, ExportRequest } from '#shared/model/transfer.ts';
import { currentAnnotator, needAnnotator } from '../store/annotators.ts';
import type { ProjectDatabase } from '../store/database.ts';
import { findDocumentNum } from '../store/documents.ts';
import { type Pair, streamPairs } from '../store/set-stream.ts';

/** Marks by label, per kind; `documents` are labels of whole documents. */
export interface LabelCounts {
  readonly entities: Map<string, number>;
  readonly events: Map<string, number>;
  readonly directives: Map<string, number>;
  readonly relations: Map<string, number>;
  readonly documents: Map<string, number>;
}

/** What passed so far. `documents` counts lines: a document with two annotators' marks counts twice. */
export interface Tally {
  documents: number;
  spans: number;
  events: number;
  directives: number;
  relations: number;
  readonly labels: LabelCounts;
  readonly losses: Map<string, { count: number; readonly example: string }>;
}

/** Nothing passed yet. */
export function emptyTally(): Tally {
  const labels = {
    entities: new Map(),
    events: new Map(),
    directives: new Map(),
    relations: new Map(),
    documents: new Map(),
  };
  return { documents: 0, spans: 0, events: 0, directives: 0, relations: 0, labels, losses: new Map() };
}

/** @throws ZhupiError annotator-missing, document-missing, bad-input for a filter or split that cannot be */
export function checkRequest(db: ProjectDatabase, { filter, split }: ExportRequest): void {
  if (filter.annotator !== null) needAnnotator(db, filter.annotator);
  for (const id of filter.documents)
    if (!DocumentId.safeParse(id).success || findDocumentNum(db, DocumentId.parse(id)) === undefined)
      throw new ZhupiError('document-missing', { id });
  if (split === null) return;
  const { train, dev, test } = split;
  if (train < 0 || dev < 0 || test < 0 || train + dev + test !== 100)
    throw new ZhupiError('bad-input', { path: 'split', reason: `${train}/${dev}/${test}` });
}

/**
 * The documents that a request asks for, in the project's order. Without an annotator every annotator's work is given, and a
 * document that nobody has marked once. With `labels`, marks of other labels are left out, and what points to them.
 * `ids`: only these documents of them.
 */
export function* streamCorpus(
  db: ProjectDatabase,
  { filter }: ExportRequest,
  ids: readonly string[] | null,
): Generator<CorpusDocument, void, undefined> {
  if (ids?.length === 0) return;
  const { status, annotator, documents } = filter;
  const wanted =
    annotator === null
      ? ({ kind: 'all', fallback: currentAnnotator(db) } as const)
      : ({ kind: 'one', name: annotator } as const);
  for (const pair of streamPairs(db, { status, annotator: wanted, documents: ids ?? documents }))
    yield corpusDocument(pair, filter.labels);
}

/** A pair as formats take it. `labels` empty: all marks. */
export function corpusDocument(pair: Pair, labels: readonly string[]): CorpusDocument {
  const { document, annotator, status, note } = pair;
  const { id, title, text, meta, source } = document;
  const base = { id, title, text, meta, source, annotator, status, labels: pair.labels, note };
  if (labels.length === 0) return { ...base, spans: pair.spans, frames: pair.frames, relations: pair.relations };
  const spans = pair.spans.filter((span) => labels.includes(span.label));
  const kept = pair.frames.filter((frame) => labels.includes(frame.label));
  const ends = new Set<string>([...spans, ...kept].map((mark) => mark.id));
  const frames = kept.map((frame) => ({
    ...frame,
    arguments: frame.arguments.filter(({ target }) => ends.has(target)),
  }));
  const relations = pair.relations.filter(
    ({ label, from, to }) => labels.includes(label) && ends.has(from) && ends.has(to),
  );
  return { ...base, spans, frames, relations };
}

/** Passes documents on and counts them in every tally. */
export function* counted(
  documents: Iterable<CorpusDocument>,
  tallies: readonly Tally[],
  codec: Codec,
): Generator<CorpusDocument, void, undefined> {
  for (const document of documents) {
    for (const tally of tallies) count(tally, document, codec);
    yield document;
  }
}

function count(tally: Tally, document: CorpusDocument, codec: Codec): void {
  const { labels } = tally;
  tally.documents += 1;
  tally.spans += document.spans.length;
  tally.relations += document.relations.length;
  for (const label of document.labels) bump(labels.documents, label);
  for (const span of document.spans) bump(labels.entities, span.label);
  for (const relation of document.relations) bump(labels.relations, relation.label);
  for (const frame of document.frames) {
    const isEvent = frame.id.startsWith('E');
    if (isEvent) tally.events += 1;
    else tally.directives += 1;
    bump(isEvent ? labels.events : labels.directives, frame.label);
  }
  for (const { kind, example } of codec.losses?.(document) ?? []) {
    const loss = tally.losses.get(kind);
    if (loss === undefined) tally.losses.set(kind, { count: 1, example });
    else loss.count += 1;
  }
}

function bump(counts: Map<string, number>, label: string): void {
  counts.set(label, (counts.get(label) ?? 0) + 1);
}

/** The numbers of a tally. */
export function countsOf({ documents, spans, events, directives, relations }: Tally) {
  return { documents, spans, events, directives, relations };
}

/** The losses of a tally. */
export function lossesOf({ losses }: Tally): readonly ExportLoss[] {
  return [...losses].map(([kind, { count, example }]) => ({ kind, count, example }));
}
