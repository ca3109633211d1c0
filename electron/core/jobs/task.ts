/** Tasks: long work as plain values that can cross into a worker thread, and what each gives back. */

import type { z } from 'zod';
import type { EncodingName } from '#shared/model/encoding.ts';
import type { PageAdjustments } from '#shared/model/page.ts';
import type {
  ExportCounts,
  ExportLoss,
  ExportReport,
  ExportRequest,
  ImportPreview,
  ImportReport,
} from '#shared/model/transfer.ts';
import type { Ids } from '../ports.ts';

/** A file or folder to be brought in. `format` may be `auto`. */
export interface ImportSource {
  readonly path: string;
  readonly format: string;
  readonly encoding: 'auto' | EncodingName;
  readonly split: 'auto' | 'none';
  readonly adjustments: PageAdjustments | null;
}

/** Brings files into a project, all of them or none. */
export interface ImportTask {
  readonly kind: 'import';
  /** Path of the project file. */
  readonly project: string;
  readonly files: readonly ImportSource[];
  /** Null: as the files say, otherwise the project's current one. */
  readonly annotator: string | null;
  readonly addLabels: boolean;
  readonly isDryRun: boolean;
  /** The moment that is written on what is added; ISO 8601 UTC. */
  readonly now: string;
}

/** Looks at one file without storing it. */
export interface ImportPreviewTask {
  readonly kind: 'import-preview';
  readonly project: string;
  readonly file: ImportSource;
}

/** Writes a corpus. `target`: path of a file or folder. */
export interface ExportTask {
  readonly kind: 'export';
  readonly project: string;
  readonly target: string;
  readonly request: ExportRequest;
  /** The app's version, for the manifest. */
  readonly version: string;
}

/** Counts what an export would hold. */
export interface ExportPreviewTask {
  readonly kind: 'export-preview';
  readonly project: string;
  readonly request: ExportRequest;
}

/** What a preview of an export tells. `first`: the beginning of what would be written. */
export interface ExportPreview {
  readonly counts: z.infer<typeof ExportCounts>;
  readonly first: string;
  readonly losses: readonly ExportLoss[];
}

/** Every task with its result. */
export interface TaskResults {
  readonly import: ImportReport;
  readonly 'import-preview': ImportPreview;
  readonly export: ExportReport;
  readonly 'export-preview': ExportPreview;
}

/** The tasks. */
export type Task = ImportTask | ImportPreviewTask | ExportTask | ExportPreviewTask;

/** What a running task is given. All calls are cheap and may come often. */
export interface TaskTools {
  readonly ids: Ids;
  progress(done: number, total: number | null, phase: string): void;
  /** @throws ZhupiError cancelled */
  check(): void;
}
