/** The one translation of what SQLite and the file system report into errors that a person can be told about. */
import { basename } from 'node:path';
import { ZhupiError } from '#shared/api/errors.ts';

/** The code of a Node or SQLite error, or undefined. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** An error of SQLite or the file system about `file` as a ZhupiError; anything else comes back as it is. */
export function storeError(error: unknown, file: string): unknown {
  if (error instanceof ZhupiError) return error;
  const code = systemCode(error);
  if (code === undefined) return error;
  const reason = code;
  const is = (...prefixes: readonly string[]) =>
    prefixes.some((prefix) => code === prefix || code.startsWith(`${prefix}_`));
  if (is('SQLITE_FULL', 'ENOSPC', 'EDQUOT')) return new ZhupiError('disk-full', { file }, { cause: error });
  if (is('SQLITE_BUSY', 'SQLITE_LOCKED')) return new ZhupiError('project-busy', { file }, { cause: error });
  if (is('SQLITE_READONLY')) return new ZhupiError('project-read-only', { file }, { cause: error });
  if (is('SQLITE_CORRUPT')) return new ZhupiError('project-damaged', { file, reason }, { cause: error });
  if (is('SQLITE_NOTADB')) return new ZhupiError('project-not-zhupi', { file }, { cause: error });
  if (is('SQLITE_IOERR', 'SQLITE_CANTOPEN', 'SQLITE_PROTOCOL', 'EIO', 'ENODEV', 'ENXIO'))
    return new ZhupiError('disk-error', { file, reason }, { cause: error });
  return error;
}

/** Like storeError, for a file that was to be written. */
export function targetError(error: unknown, file: string, folder: string): unknown {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new ZhupiError('target-missing', { folder }, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EISDIR')
    return new ZhupiError('target-not-writable', { file, reason: code }, { cause: error });
  return storeError(error, file);
}

/** Like storeError, for a file that was to be read. */
export function sourceError(error: unknown, file: string): unknown {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new ZhupiError('file-missing', { file: basename(file) }, { cause: error });
  if (code?.startsWith('E') === true)
    return new ZhupiError('file-unreadable', { file: basename(file), reason: code }, { cause: error });
  return storeError(error, file);
}
