/** Where the app itself lies: the folder of its package.json, in a checkout, a build and a package alike. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The app's folder and version. */
export interface AppRoot {
  readonly folder: string;
  readonly version: string;
}

let found: AppRoot | undefined;

/** Walks up from this file to the package.json called `zhupi`. @throws Error where the installation is incomplete */
export function appRoot(): AppRoot {
  found ??= walkUp(import.meta.dirname);
  return found;
}

function walkUp(start: string): AppRoot {
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) {
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
        readonly name?: unknown;
        readonly version?: unknown;
      };
      if (manifest.name === 'zhupi') return { folder, version: String(manifest.version ?? '0.0.0') };
    }
    if (dirname(folder) === folder) throw new Error(`no package.json of zhupi above ${start}`);
  }
}
