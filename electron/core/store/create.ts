/** Making a new project file: built beside its place under a passing name, then put there in one step, never over another. */
import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ZhupiError } from '#shared/api/errors.ts';
import type { Tagset } from '#shared/model/tagset.ts';
import { DEFAULT_ANNOTATOR, ensureAnnotator } from './annotators.ts';
import { inTransaction } from './database.ts';
import { systemCode, targetError } from './errors.ts';
import { closeProjectFile, createDatabaseFile } from './open.ts';
import { writeValue } from './project.ts';
import { writeTagset } from './tagsets.ts';

/** What a new project starts with. */
export interface NewProject {
  readonly id: string;
  readonly name: string;
  readonly tagset: Tagset;
  readonly createdAt: string;
  readonly isSample: boolean;
}

/**
 * Makes a project file. Afterwards it is there whole, or not at all.
 * @throws ZhupiError project-exists, target-missing, target-not-writable, disk-full, disk-error
 */
export function createProjectFile(file: string, project: NewProject): void {
  if (existsSync(file)) throw new ZhupiError('project-exists', { file });
  const passing = `${file}.${project.id}.new`;
  try {
    if (!existsSync(dirname(file))) throw new ZhupiError('target-missing', { folder: dirname(file) });
    const db = createDatabaseFile(passing);
    try {
      inTransaction(db, () => {
        writeValue(db, 'id', project.id);
        writeValue(db, 'name', project.name);
        writeValue(db, 'createdAt', project.createdAt);
        writeValue(db, 'annotator', DEFAULT_ANNOTATOR);
        if (project.isSample) writeValue(db, 'sample', '1');
        ensureAnnotator(db, DEFAULT_ANNOTATOR);
        writeTagset(db, project.tagset, project.createdAt);
      });
    } finally {
      closeProjectFile(db);
    }
    putInPlace(passing, file);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY')
      throw new ZhupiError('target-not-writable', { file, reason: code }, { cause: error });
    throw targetError(error, file, dirname(file));
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${passing}${ending}`, { force: true });
  }
}

/** Moves a file to a name that must be free. A hard link cannot overwrite; where there are none, a rename after a look. */
export function putInPlace(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (systemCode(error) === 'EEXIST' || existsSync(to)) throw new ZhupiError('project-exists', { file: to });
    renameSync(from, to);
  }
}
