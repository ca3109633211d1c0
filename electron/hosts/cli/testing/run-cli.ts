/** Runs the command line from its sources as a process of its own, in a fresh folder. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The entry of the command line. */
export const ENTRY = join(import.meta.dirname, '..', 'main.ts');

/** How a process ended. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder to run in. */
export interface CliFolder {
  readonly folder: string;
  /** Runs with English messages where `--lang` or `lang` does not say otherwise. */
  run(...args: readonly string[]): Ended;
  /** The same in a machine with this LANG. */
  runIn(lang: string, ...args: readonly string[]): Ended;
  /** The value of `--json`. */
  json(...args: readonly string[]): unknown;
  write(name: string, contents: string | Uint8Array): void;
  read(name: string): string;
  path(name: string): string;
  end(): void;
}

/** A fresh folder; the caller ends it. */
export function cliFolder(): CliFolder {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-cli-'));
  const runIn = (lang: string, ...args: readonly string[]): Ended => {
    const { LC_ALL: _all, LC_MESSAGES: _messages, ...rest } = process.env;
    const env = { ...rest, LANG: lang, HOME: folder, NODE_NO_WARNINGS: '1' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [ENTRY, ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    return { status, out: stdout, err: stderr };
  };
  const path = (name: string) => join(folder, name);
  return {
    folder,
    runIn,
    run: (...args) => runIn('en_US.UTF-8', ...args),
    json(...args) {
      const { status, out, err } = runIn('en_US.UTF-8', ...args, '--json');
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${err}`);
      return JSON.parse(out) as unknown;
    },
    write: (name, contents) => writeFileSync(path(name), contents),
    read: (name) => readFileSync(path(name), 'utf8'),
    path,
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}
