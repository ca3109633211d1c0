/** What the parts of the stand-in share: the life of the app and its open windows. */

import type { OpenWindow } from './browser-window.ts';
import { type CdpConnection, connect } from './cdp.ts';
import { config } from './config.ts';
import { refusal } from './strict.ts';

/** The open windows, oldest first. */
export const openWindows: OpenWindow[] = [];

/** Schemes registered as standard and secure. */
export const schemes: string[] = [];

/** Facts that tests look at: nothing of this is seen by the app. */
export const seen = { inFolder: [] as string[], recentDocuments: [] as string[], requests: [] as string[] };

let isReady = false;
let browser: CdpConnection | undefined;

/** True after `app.whenReady()`. */
export function isAppReady(): boolean {
  return isReady;
}

/** Electron refuses many calls before or after the app is ready. @throws */
export function demandReady(wanted: boolean, name: string): void {
  if (isReady !== wanted) throw refusal(`${name} must be called ${wanted ? 'after' : 'before'} the app is ready`);
}

/** Connects to the browser; from now on the app is ready. */
export async function becomeReady(): Promise<void> {
  browser = await connect(config().endpoint);
  isReady = true;
}

/** The browser's connection. @throws before the app is ready */
export function browserConnection(): CdpConnection {
  if (browser === undefined) throw refusal('the browser is used before the app is ready');
  return browser;
}
