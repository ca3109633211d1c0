/** What the person asks to be exported, as the dialog holds it; pure. */
import type { Status } from '#shared/model/document.ts';
import type { CorpusSplit, ExportRequest, FormatInfo } from '#shared/model/transfer.ts';
import type { OffsetUnit } from '#shared/text/offsets.ts';

/** The choices of the dialog. Empty lists mean all. Percentages are kept as typed; null where it is no number. */
export interface ExportDraft {
  readonly format: string;
  readonly status: readonly Status[];
  readonly annotator: string | null;
  readonly labels: readonly string[];
  readonly offsetUnit: OffsetUnit;
  readonly isSplit: boolean;
  readonly train: number | null;
  readonly dev: number | null;
  readonly test: number | null;
  readonly seed: number | null;
  readonly options: Readonly<Record<string, string>>;
}

/** Everything, as JSONL, in one part. */
export const NEW_EXPORT: ExportDraft = {
  format: 'jsonl',
  status: [],
  annotator: null,
  labels: [],
  offsetUnit: 'codepoint',
  isSplit: false,
  train: 80,
  dev: 10,
  test: 10,
  seed: 1,
  options: {},
};

/** What is wrong with the parts: null where they are right or not asked for. */
export type SplitFault = 'sum' | 'range' | 'seed' | null;

/** Parts are whole percentages from 0 to 100 that add up to 100; the seed is a whole number. */
export function splitFault(draft: ExportDraft): SplitFault {
  if (!draft.isSplit) return null;
  const parts = [draft.train, draft.dev, draft.test];
  const isWhole = (part: number | null): part is number =>
    part !== null && Number.isInteger(part) && part >= 0 && part <= 100;
  if (!parts.every(isWhole)) return 'range';
  if (parts.reduce((sum, part) => sum + part, 0) !== 100) return 'sum';
  return draft.seed !== null && Number.isInteger(draft.seed) ? null : 'seed';
}

/** The request for the core; null while the parts are wrong. */
export function toRequest(draft: ExportDraft): ExportRequest | null {
  if (splitFault(draft) !== null) return null;
  return {
    format: draft.format,
    filter: { status: draft.status, annotator: draft.annotator, labels: draft.labels, documents: [] },
    offsetUnit: draft.offsetUnit,
    split: draft.isSplit ? corpusSplit(draft) : null,
    options: draft.options,
  };
}

function corpusSplit({ train, dev, test, seed }: ExportDraft): CorpusSplit {
  return { train: train ?? 0, dev: dev ?? 0, test: test ?? 0, seed: seed ?? 0 };
}

/** In a list: taken out where it is in, put in where it is not. */
export function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

/** A file name for the project and format, without characters that a file system refuses. */
export function suggestedName(project: string, format: FormatInfo | undefined): string {
  const base = project
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100);
  const extension = format?.extensions[0] ?? 'jsonl';
  return `${base === '' ? 'corpus' : base}.${extension}`;
}

/** The first record as it is shown: JSON with indents, anything else as it is, cut to `most` UTF-16 code units. */
export function prettyRecord(record: string, most = 20_000): string {
  const pretty = indented(record);
  return pretty.length <= most ? pretty : `${pretty.slice(0, most)}\n…`;
}

function indented(record: string): string {
  try {
    return JSON.stringify(JSON.parse(record), null, 2);
  } catch {
    // Not JSON: other formats are shown as they are.
    return record;
  }
}

/** Bytes in a unit that fits: 1024 to the next. */
export function showBytes(bytes: number, language: string): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value.toLocaleString(language, { maximumFractionDigits: unit === 0 ? 0 : 1 })} ${units[unit]}`;
}
