/** One instance per data folder: a lock file with the holder's process id, and a folder in which later starts leave their data. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How often the holder looks for what later starts left, in milliseconds. */
const INTERVAL = 40;

/** What a later start leaves. */
export interface LaterStart {
  readonly argv: string[];
  readonly folder: string;
  readonly data: unknown;
}

/** Takes the lock of a folder, synchronously as in Electron; false where another living process has it, which is then told. */
export function takeLock(userData: string, start: LaterStart, onLater: (start: LaterStart) => void): boolean {
  const lock = join(userData, 'stand-in.lock');
  const inbox = join(userData, 'stand-in.later');
  mkdirSync(inbox, { recursive: true });
  if (!writeLock(lock)) {
    const file = join(inbox, `${Date.now()}-${process.pid}.json`);
    writeFileSync(`${file}.new`, JSON.stringify(start));
    renameSync(`${file}.new`, file);
    return false;
  }
  process.once('exit', () => rmSync(lock, { force: true }));
  setInterval(() => {
    for (const name of readdirSync(inbox).sort()) {
      if (!name.endsWith('.json')) continue;
      const later = JSON.parse(readFileSync(join(inbox, name), 'utf8')) as LaterStart;
      rmSync(join(inbox, name));
      onLater(later);
    }
  }, INTERVAL).unref();
  return true;
}

function writeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isAlive(Number(readFileSync(lock, 'utf8')))) return false;
    // Whoever had it was killed.
    writeFileSync(lock, String(process.pid));
    return true;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
