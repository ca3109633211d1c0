/** `app`: life from start to quit, one instance, files from outside. */
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { config } from './config.ts';
import { preventable, StrictEmitter } from './emitter.ts';
import { takeLock } from './single-instance.ts';
import { becomeReady, demandReady, openWindows, seen } from './state.ts';
import { failures, refusal, strict } from './strict.ts';

const EVENTS = ['second-instance', 'open-file', 'window-all-closed', 'before-quit', 'will-quit', 'quit'];
const events = new StrictEmitter('app', EVENTS);

let isQuitting = false;
let becomesReady: () => void = () => undefined;
const ready = new Promise<void>((resolve) => {
  becomesReady = resolve;
});

/** Connects and tells the app that it is ready. Call once, when its modules have run. */
export async function startApp(): Promise<void> {
  if (isQuitting) return;
  await becomeReady();
  becomesReady();
}

/** A window has gone: the last one ends an app that is quitting, and asks one that is not. */
export function windowClosed(): void {
  if (openWindows.length > 0) return;
  if (isQuitting) finishQuitting();
  else if (!events.tell('window-all-closed')) quit();
}

/** As the system does it on macOS. */
export function openFile(path: string): void {
  const event = preventable({});
  events.tell('open-file', event, path);
  if (!event.defaultPrevented) failures.push('electron stand-in: open-file was not handled');
}

/** As `app.quit()`, also for tests. */
export function quit(): void {
  setImmediate(() => {
    const event = preventable({});
    events.tell('before-quit', event);
    if (event.defaultPrevented) return;
    isQuitting = true;
    if (openWindows.length === 0) {
      finishQuitting();
      return;
    }
    for (const window of [...openWindows]) window.close();
    // A window that refuses to close stops the quitting.
    if (openWindows.length > 0) isQuitting = false;
  });
}

function finishQuitting(): void {
  const event = preventable({});
  events.tell('will-quit', event);
  if (event.defaultPrevented) isQuitting = false;
  else exit(0);
}

function exit(code = 0): void {
  events.tell('quit', {}, code);
  for (const window of [...openWindows]) void window.page.then((page) => page.close());
  // What was written to the launcher goes out first.
  setTimeout(() => process.exit(code), 20);
}

const FOLDERS: Readonly<Record<string, () => string>> = {
  userData: () => config().userData,
  documents: () => config().documents,
  temp: tmpdir,
  home: homedir,
};

export const app = strict('app', {
  on: events.on.bind(events),
  isPackaged: false,
  whenReady: () => ready,
  quit,
  exit,
  enableSandbox: () => demandReady(false, 'app.enableSandbox'),
  getPreferredSystemLanguages: () => [...config().languages],
  getVersion: () =>
    String((JSON.parse(readFileSync(join(config().appPath, 'package.json'), 'utf8')) as { version: unknown }).version),
  getPath(name: string): string {
    const folder = FOLDERS[name];
    if (folder === undefined) throw refusal(`app.getPath('${name}') is not implemented`);
    return folder();
  },
  addRecentDocument(path: string): void {
    seen.recentDocuments.push(path);
  },
  requestSingleInstanceLock(data: unknown): boolean {
    const start = { argv: [...process.argv], folder: process.cwd(), data: structuredClone(data) };
    return takeLock(config().userData, start, (later) =>
      events.tell('second-instance', {}, later.argv, later.folder, later.data),
    );
  },
});
