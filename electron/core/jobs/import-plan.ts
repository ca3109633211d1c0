/** Before an import: which files there are (folders opened, companions found) and what each of them is. */
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ZhupiError } from '#shared/api/errors.ts';
import { parseTagsetText } from '#shared/edit/parse-tagset.ts';
import type { Codec, Format } from '#shared/format/format.ts';
import { findFormat, sniffFormat } from '#shared/format/registry.ts';
import { encodeError } from '#shared/i18n/message.ts';
import type { Tagset } from '#shared/model/tagset.ts';
import { sourceError } from '../store/errors.ts';
import { type DiskFile, diskFile } from './disk-file.ts';
import type { ImportSource } from './task.ts';

/** A file that is ready to be read. `codec` null: a text for the readers of pages. */
export interface PlannedFile {
  readonly source: ImportSource;
  readonly file: DiskFile;
  readonly format: Format;
  readonly codec: Codec | null;
}

/** A file that cannot be taken; `reason` is an encoded message. */
export interface Refused {
  readonly file: string;
  readonly reason: string;
}

/** What is to be done. */
export interface ImportPlan {
  readonly files: readonly PlannedFile[];
  readonly refused: readonly Refused[];
  /** Authority files that lie beside a corpus. */
  readonly authority: readonly DiskFile[];
  /** The tagset that lies beside a corpus, if any. */
  readonly tagset: Tagset | null;
}

const AUTHORITY = 'authority.jsonl';
const TAGSET = 'tagset.json';

/** Looks at every file. Files that cannot be taken are listed, not thrown. @throws ZhupiError format-unknown, format-write-only */
export async function planImport(sources: readonly ImportSource[]): Promise<ImportPlan> {
  const files: PlannedFile[] = [];
  const refused: Refused[] = [];
  for (const source of sources) {
    try {
      for (const path of openFolder(source.path)) files.push(await planFile({ ...source, path }));
    } catch (error) {
      if (!(error instanceof ZhupiError) || error.code.startsWith('format-')) throw error;
      refused.push(refusal(error, basename(source.path)));
    }
  }
  const folders = [...new Set(files.filter(({ codec }) => codec !== null).map(({ file }) => dirname(file.path)))];
  const given = new Set(files.map(({ file }) => file.path));
  const authority = folders
    .map((folder) => join(folder, AUTHORITY))
    .filter((path) => !given.has(path) && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0)
    .map((path) => diskFile(path, AUTHORITY));
  return { files, refused, authority, tagset: readTagset(folders) };
}

/** An error as the reason of a refusal; errors that name no file get this one. */
export function refusal(error: ZhupiError, file: string): Refused {
  return { file, reason: encodeError({ code: error.code, details: { file, ...error.details } }) };
}

/** Looks at one file. @throws ZhupiError */
export async function planFile(source: ImportSource): Promise<PlannedFile> {
  const file = diskFile(source.path, basename(source.path));
  const format = source.format === 'auto' ? sniffFormat(file.head()) : findFormat(source.format);
  if (!format.reads) throw new ZhupiError('format-write-only', { format: format.name });
  return { source, file, format, codec: format.load === null ? null : await format.load() };
}

/** A file itself, or the corpus files and texts of a folder, by name. */
function openFolder(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path)
      .filter((name) => /\.(jsonl|ndjson|txt)$/i.test(name) && name !== AUTHORITY && !name.startsWith('.'))
      .sort();
    if (names.length === 0) throw new ZhupiError('file-empty', { file: basename(path) });
    return names.map((name) => join(path, name));
  } catch (error) {
    throw sourceError(error, path);
  }
}

/** A broken tagset beside a corpus is no reason to refuse the corpus: it only helps to take labels in. */
function readTagset(folders: readonly string[]): Tagset | null {
  for (const folder of folders) {
    const path = join(folder, TAGSET);
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) continue;
    const { tagset } = parseTagsetText(new TextDecoder().decode(diskFile(path, TAGSET).bytes()));
    if (tagset !== null) return tagset;
  }
  return null;
}
