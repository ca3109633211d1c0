/** Finds the Electron binary of the npm package `electron`, and fetches it within a bounded time. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The path of the binary in `root`'s packages or where ELECTRON_OVERRIDE_DIST_PATH says; null where it is not there. */
export function findElectron(
  root: string,
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const folder = environment.ELECTRON_OVERRIDE_DIST_PATH || join(root, 'node_modules', 'electron', 'dist');
  const path = join(folder, binaryName(root, platform));
  return existsSync(path) ? path : null;
}

/** The package writes the name down once it has fetched the binary. */
function binaryName(root: string, platform: string): string {
  const file = join(root, 'node_modules', 'electron', 'path.txt');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Runs the package's own installer, for at most `seconds`. Resolves when it has ended, however that went. */
export function fetchElectron(root: string, seconds: number): Promise<void> {
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], {
      stdio: 'ignore',
      timeout: seconds * 1000,
      killSignal: 'SIGKILL',
    });
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}
