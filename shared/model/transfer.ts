/** What goes in and out: import and export requests and reports. */
import { z } from 'zod';
import { OffsetUnit } from '../text/offsets.ts';
import { Status } from './document.ts';
import { EncodingName } from './encoding.ts';
import { PageAdjustments, PageReading } from './page.ts';

/** How a text file is cut: by the newspaper reader, or not at all. */
export const SplitMode = z.enum(['auto', 'none']);

/** One file to be brought in, with what the person decided about it. */
export const ImportFile = z
  .object({
    file: z.string(),
    format: z.string().default('auto'),
    encoding: z.union([z.literal('auto'), EncodingName]).default('auto'),
    split: SplitMode.default('auto'),
    adjustments: PageAdjustments.optional(),
  })
  .readonly();
export type ImportFile = z.infer<typeof ImportFile>;

/** A finding of a reader: where, and what was done about it. `line` is 1-based, null for the file as a whole. */
export const ImportWarning = z.object({ file: z.string(), line: z.int().nullable(), message: z.string() }).readonly();
export type ImportWarning = z.infer<typeof ImportWarning>;

/** What an import did (or, as a dry run, would do). `spans` are entity mentions, `frames` events and directives. */
export const ImportReport = z
  .object({
    added: z.int(),
    duplicates: z.int(),
    refused: z.array(z.object({ file: z.string(), reason: z.string() })).readonly(),
    spans: z.int(),
    frames: z.int(),
    relations: z.int(),
    warnings: z.array(ImportWarning).readonly(),
    documents: z
      .array(z.object({ id: z.string(), title: z.string(), characters: z.int(), file: z.string() }))
      .readonly(),
  })
  .readonly();
export type ImportReport = z.infer<typeof ImportReport>;

/** One candidate encoding with the start of the text as it would read. */
export const EncodingCandidate = z.object({ encoding: EncodingName, score: z.number(), sample: z.string() }).readonly();

/** A file before it is stored: text formats show their split, others their counts. */
export const ImportPreview = z
  .object({
    name: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    format: z.string(),
    encoding: EncodingName.nullable(),
    hasBom: z.boolean(),
    undecodable: z.int(),
    candidates: z.array(EncodingCandidate).readonly(),
    /** The decoded text, cut to 2,000,000 code units for the page. */
    text: z.string(),
    isCut: z.boolean(),
    reading: PageReading.nullable(),
    /** The file was brought in before: the documents that came from it. */
    duplicateOf: z.array(z.object({ id: z.string(), title: z.string() })).readonly(),
    documents: z.int(),
    spans: z.int(),
    frames: z.int(),
    relations: z.int(),
    unknownLabels: z.array(z.string()).readonly(),
    warnings: z.array(ImportWarning).readonly(),
  })
  .readonly();
export type ImportPreview = z.infer<typeof ImportPreview>;

/** Which documents and marks are taken away. Empty lists mean all. */
export const ExportFilter = z
  .object({
    status: z.array(Status).readonly().default([]),
    annotator: z.string().nullable().default(null),
    labels: z.array(z.string()).readonly().default([]),
    documents: z.array(z.string()).readonly().default([]),
  })
  .readonly();
export type ExportFilter = z.infer<typeof ExportFilter>;

/** Whole percentages for training, development and test parts; they add up to 100. */
export const CorpusSplit = z.object({ train: z.int(), dev: z.int(), test: z.int(), seed: z.int() }).readonly();
export type CorpusSplit = z.infer<typeof CorpusSplit>;

/** An export as asked for. */
export const ExportRequest = z
  .object({
    format: z.string().default('jsonl'),
    filter: ExportFilter.prefault({}),
    offsetUnit: OffsetUnit.default('codepoint'),
    split: CorpusSplit.nullable().default(null),
    options: z.record(z.string(), z.string()).readonly().default({}),
  })
  .readonly();
export type ExportRequest = z.infer<typeof ExportRequest>;

/** Numbers of what an export holds. */
export const ExportCounts = z
  .object({ documents: z.int(), spans: z.int(), events: z.int(), directives: z.int(), relations: z.int() })
  .readonly();
export type ExportCounts = z.infer<typeof ExportCounts>;

/** What a target format cannot hold: how many of which kind, with an example. */
export const ExportLoss = z.object({ kind: z.string(), count: z.int(), example: z.string() }).readonly();
export type ExportLoss = z.infer<typeof ExportLoss>;

/** What an export wrote. */
export const ExportReport = z
  .object({
    counts: ExportCounts,
    files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })).readonly(),
    losses: z.array(ExportLoss).readonly(),
  })
  .readonly();
export type ExportReport = z.infer<typeof ExportReport>;

/** A format of the registry and what it can carry. */
export const FormatInfo = z
  .object({
    name: z.string(),
    title: z.string(),
    extensions: z.array(z.string()).readonly(),
    reads: z.boolean(),
    writes: z.boolean(),
    carries: z.array(z.string()).readonly(),
    options: z.array(z.object({ name: z.string(), values: z.string(), fallback: z.string() })).readonly(),
  })
  .readonly();
export type FormatInfo = z.infer<typeof FormatInfo>;
