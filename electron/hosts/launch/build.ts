/** Builds the app when its sources are newer than what was built. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a complete build leaves behind, in the order in which it is written. */
const PRODUCTS = [
  'out/main/main.js',
  'out/main/cli.js',
  'out/main/browser.js',
  'out/main/worker.js',
  'out/renderer/index.html',
];
const SOURCES = [
  'shared',
  'electron',
  'renderer',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
];

/** True where everything was built after the last change of a source. Tests do not count as sources. */
export function isBuilt(root: string): boolean {
  const products = PRODUCTS.map((path) => join(root, path));
  if (!products.every((path) => existsSync(path))) return false;
  const built = Math.min(...products.map((path) => statSync(path).mtimeMs));
  return Math.max(...SOURCES.map((path) => newest(join(root, path)))) <= built;
}

/** Milliseconds since 1970 of the last change below `path`; a folder's own time tells of files taken away. */
function newest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inner = readdirSync(path)
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .map((name) => newest(join(path, name)));
  return Math.max(stats.mtimeMs, ...inner);
}

/** A finished build: whether it worked, and what it printed. */
export interface BuildResult {
  readonly isGood: boolean;
  readonly output: string;
}

/** True where the build tool is installed. */
export function canBuild(root: string): boolean {
  return existsSync(builder(root));
}

/** Runs the build and keeps quiet. */
export function buildApp(root: string): Promise<BuildResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [builder(root), 'build'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (piece: Buffer) => {
      output += piece.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ isGood: false, output: String(error) }));
    child.once('close', (status) => resolve({ isGood: status === 0, output }));
  });
}

function builder(root: string): string {
  return join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
}
