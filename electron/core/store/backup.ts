/** Online copies of a project, verified after writing, and their way back. */
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ZhupiError } from '#shared/api/errors.ts';
import type { RunningJob } from '../job-registry.ts';
import { checkFile } from './check-file.ts';
import { putInPlace } from './create.ts';
import type { ProjectDatabase } from './database.ts';
import { targetError } from './errors.ts';
import { closeProjectFile, openForJob, readProjectHeader } from './open.ts';
import { countDocuments } from './stats.ts';

/** What a copy holds. */
export interface CopyReport {
  readonly bytes: number;
  readonly documents: number;
}

/** Pages copied at a time; between two steps the app answers. */
const STEP = 200;

/**
 * Copies an open project to a file, while it may be worked on, and verifies the copy. An existing file is replaced only by
 * a verified copy. @throws ZhupiError cancelled, backup-unverified, target-missing, target-not-writable, disk-full
 */
export async function backupProject(db: ProjectDatabase, target: string, job: RunningJob): Promise<CopyReport> {
  return make(target, async (passing) => {
    job.check();
    await db.backup(passing, {
      progress: ({ totalPages, remainingPages }) => {
        job.check();
        job.progress(totalPages - remainingPages, totalPages, 'copy');
        return STEP;
      },
    });
    job.check();
    const report = verify(passing, target);
    renameSync(passing, target);
    return report;
  });
}

/** Puts a verified copy of a backup at a free place. @throws ZhupiError project-exists, backup-unverified, and as openProjectFile */
export async function restoreProject(backup: string, target: string, job: RunningJob): Promise<CopyReport> {
  readProjectHeader(backup);
  if (existsSync(target)) throw new ZhupiError('project-exists', { file: target });
  return make(target, (passing) => {
    job.progress(0, 1, 'copy');
    copyFileSync(backup, passing);
    const report = verify(passing, backup);
    job.check();
    putInPlace(passing, target);
    job.progress(1, 1, 'copy');
    return report;
  });
}

async function make(target: string, work: (passing: string) => CopyReport | Promise<CopyReport>): Promise<CopyReport> {
  const passing = `${target}.new`;
  const clear = () => {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${passing}${ending}`, { force: true });
  };
  try {
    if (!existsSync(dirname(target))) throw new ZhupiError('target-missing', { folder: dirname(target) });
    clear();
    return await work(passing);
  } catch (error) {
    throw targetError(error, target, dirname(target));
  } finally {
    clear();
  }
}

/** Checks a whole copy and leaves it as a single, synced file. */
function verify(file: string, named: string): CopyReport {
  let documents: number;
  try {
    const db = openForJob(file, 'write');
    try {
      const [problem] = checkFile(db);
      if (problem !== undefined) throw new ZhupiError('backup-unverified', { file: named, reason: problem });
      documents = countDocuments(db);
    } finally {
      closeProjectFile(db);
    }
  } catch (error) {
    if (error instanceof ZhupiError && error.code.startsWith('project-'))
      throw new ZhupiError('backup-unverified', { file: named, reason: error.code }, { cause: error });
    throw error;
  }
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return { bytes: statSync(file).size, documents };
}
