/** Where settings and projects live on each platform, and the short-lived folder of this process. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Folders } from '#core/ports.ts';
import { appRoot } from './app-root.ts';

/**
 * The usual folders of this machine; nothing is made. `temporary` is the system's.
 * The environment variables ZHUPI_STATE_DIR and ZHUPI_PROJECTS_DIR come first.
 */
export function defaultFolders(): Folders {
  const { ZHUPI_STATE_DIR: state, ZHUPI_PROJECTS_DIR: projects } = process.env;
  return {
    projects: projects ? resolve(projects) : join(documentsFolder(), 'Zhupi'),
    state: state ? resolve(state) : stateFolder(),
    resources: join(appRoot().folder, 'resources'),
    temporary: tmpdir(),
  };
}

function stateFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Zhupi');
  if (process.platform === 'win32') return join(process.env.APPDATA || join(homedir(), 'AppData', 'Roaming'), 'Zhupi');
  return join(process.env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'zhupi');
}

/** The person's folder for documents; on Linux its name is in user-dirs.dirs and may be in any language. */
function documentsFolder(): string {
  const fallback = join(homedir(), 'Documents');
  if (process.platform === 'darwin' || process.platform === 'win32') return fallback;
  const file = join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'user-dirs.dirs');
  const named = existsSync(file) ? /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  if (named !== undefined) return named.replace('$HOME', homedir());
  return existsSync(fallback) ? fallback : homedir();
}

const PREFIX = 'zhupi-';

/** A fresh folder for this process's short-lived files, removed at exit; what ended processes left behind is removed now. */
export function makeTemporaryFolder(parent: string = tmpdir()): string {
  sweep(parent);
  const folder = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = /^zhupi-(\d+)-\w{6}$/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    try {
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // Another person's folder on a shared machine: theirs to remove.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
