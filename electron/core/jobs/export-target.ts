/** Where an export goes: the folder and names of its files, checked before anything is written. */
import { type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, join, sep } from 'node:path';
import { ZhupiError } from '#shared/api/errors.ts';
import type { Format } from '#shared/format/format.ts';
import { systemCode } from '../store/errors.ts';

/** The place of an export. */
export interface ExportTarget {
  readonly folder: string;
  /** True where the folder is to be made; the one above it exists. */
  readonly isNew: boolean;
  /** The corpus file's name without and with its ending. */
  readonly stem: string;
  readonly extension: string;
}

/**
 * A path with an ending is the corpus file itself; an existing folder, a path that ends with a separator or one without an
 * ending is a folder for `corpus.<ending>`. Only the last part of a folder may be missing.
 * @throws ZhupiError target-missing, target-not-writable
 */
export function exportTarget(path: string, format: Format): ExportTarget {
  const found = look(path);
  const isFolder = found?.isDirectory() === true || path.endsWith(sep) || path.endsWith('/') || extname(path) === '';
  if (!isFolder) {
    const folder = dirname(path);
    const stats = look(folder);
    if (stats === undefined) throw new ZhupiError('target-missing', { folder });
    if (!stats.isDirectory()) throw new ZhupiError('target-not-writable', { file: path, reason: 'ENOTDIR' });
    refuseReadOnly(folder, stats);
    if (found !== undefined) refuseReadOnly(path, found);
    return { folder, isNew: false, stem: basename(path, extname(path)), extension: extname(path) };
  }
  const folder = path.replace(/[/\\]+$/, '') || path;
  const corpus = { stem: 'corpus', extension: `.${format.extensions[0] ?? 'txt'}` };
  if (found !== undefined) {
    if (!found.isDirectory()) throw new ZhupiError('target-not-writable', { file: path, reason: 'ENOTDIR' });
    refuseReadOnly(folder, found);
    return { folder, isNew: false, ...corpus };
  }
  const parent = look(dirname(folder));
  if (parent?.isDirectory() !== true) throw new ZhupiError('target-missing', { folder: dirname(folder) });
  refuseReadOnly(dirname(folder), parent);
  return { folder, isNew: true, ...corpus };
}

/** The path of a file of the export. `part`: of a split. */
export function corpusPath({ folder, stem, extension }: ExportTarget, part: string | null): string {
  return join(folder, part === null ? `${stem}${extension}` : `${stem}.${part}${extension}`);
}

/** What is written beside the corpus must not take its name. @throws ZhupiError target-not-writable */
export function refuseCompanionName(target: ExportTarget, companions: readonly string[]): void {
  const path = corpusPath(target, null);
  if (companions.includes(basename(path)))
    throw new ZhupiError('target-not-writable', { file: path, reason: basename(path) });
}

function look(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOTDIR') return undefined;
    throw new ZhupiError('target-not-writable', { file: path, reason: code ?? '' }, { cause: error });
  }
}

/** Marked read-only counts also for a person who could write anyway. */
function refuseReadOnly(path: string, stats: Stats): void {
  if ((stats.mode & 0o222) === 0) throw new ZhupiError('target-not-writable', { file: path, reason: 'EACCES' });
}
