/** Files that appear together and whole: written under passing names, synced, then renamed; or none of them. */
import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ZhupiError } from '#shared/api/errors.ts';
import { systemCode, targetError } from '../store/errors.ts';
import { type Move, putInPlace } from './put-in-place.ts';

/** A file that was written. `bytes`: its length; `sha256` lower-case hexadecimal. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file being written. */
export interface StagedFile {
  write(data: string | Uint8Array): void;
  /** No more is written; the contents go to the disk. */
  end(): WrittenFile;
}

/** Files of one folder on their way. */
export interface StagedFiles {
  /** @throws ZhupiError target-not-writable where a folder or a read-only file has the name */
  open(name: string): StagedFile;
  /** The file of this name is taken away once the others are in their places. */
  remove(name: string): void;
  /** Puts every file in its place, in the order of opening; where that fails, what was there before is there again. */
  commit(): void;
  /** Removes what was written; nothing after `commit`. */
  discard(): void;
}

const BUFFER = 1024 * 1024;
const PASSING = /^\.zhupi-(\d+)-.*\.passing$/;

/** Begins in a folder, which is made where `isNew`. Leftovers of a process that was killed are removed. @throws ZhupiError target-… */
export function stageFiles(folder: string, isNew: boolean): StagedFiles {
  const staged: { readonly passing: string; readonly file: string; abandon(): void }[] = [];
  const stale: string[] = [];
  let isDone = false;
  const besides = (file: string, ending: string) =>
    join(dirname(file), `.zhupi-${process.pid}-${basename(file)}${ending}.passing`);
  const guarded = <T>(file: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw targetError(error, file, folder);
    }
  };
  guarded(folder, () => (isNew ? mkdirSync(folder) : sweep(folder)));
  return {
    open(name) {
      const file = join(folder, name);
      guarded(file, () => refuseClosed(file));
      const passing = besides(file, '');
      const handle = guarded(file, () => openSync(passing, 'w'));
      const writer = makeWriter(handle, name, (work) => guarded(file, work));
      staged.push({ passing, file, abandon: writer.abandon });
      return writer;
    },
    remove(name) {
      stale.push(join(folder, name));
    },
    commit() {
      const moves: Move[] = staged.map(({ passing, file }) => ({ file, passing, aside: besides(file, '.old') }));
      for (const file of stale) moves.push({ file, passing: null, aside: besides(file, '.old') });
      putInPlace(moves, guarded);
      staged.length = 0;
      isDone = true;
      syncFolder(folder);
    },
    discard() {
      for (const { passing, abandon } of staged) {
        abandon();
        rmSync(passing, { force: true });
      }
      if (isNew && !isDone) removeFolder(folder);
      staged.length = 0;
      isDone = true;
    },
  };
}

function refuseClosed(file: string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  const reason = stats?.isDirectory() ? 'EISDIR' : stats !== undefined && (stats.mode & 0o222) === 0 ? 'EACCES' : null;
  if (reason !== null) throw new ZhupiError('target-not-writable', { file, reason });
}

/** A folder that somebody has put something into meanwhile stays. */
function removeFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
  }
}

function makeWriter(handle: number, name: string, guarded: <T>(work: () => T) => T): StagedFile & { abandon(): void } {
  const hash: Hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(BUFFER);
  let used = 0;
  let bytes = 0;
  let isOpen = true;
  const send = (data: Uint8Array) => {
    hash.update(data);
    guarded(() => {
      for (let at = 0; at < data.length; ) at += writeSync(handle, data, at);
    });
    bytes += data.length;
  };
  const flush = () => {
    if (used > 0) send(buffer.subarray(0, used));
    used = 0;
  };
  const close = () => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  return {
    write(data) {
      // No UTF-16 code unit takes more than three bytes of UTF-8.
      const most = data.length * (typeof data === 'string' ? 3 : 1);
      if (used + most > BUFFER) flush();
      if (most > BUFFER) send(typeof data === 'string' ? Buffer.from(data, 'utf8') : data);
      else if (typeof data === 'string') used += buffer.write(data, used, 'utf8');
      else {
        buffer.set(data, used);
        used += data.length;
      }
    },
    end() {
      flush();
      guarded(() => fsyncSync(handle));
      close();
      return { name, bytes, sha256: hash.digest('hex') };
    },
    abandon: close,
  };
}

function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = PASSING.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** The new names go to the disk too. Not every system can sync a folder (Windows); then the names follow later. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (systemCode(error) === undefined) throw new ZhupiError('internal', { where: 'sync' }, { cause: error });
  }
}
