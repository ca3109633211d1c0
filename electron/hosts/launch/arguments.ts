/** The launcher's arguments: what it decides by, and what it hands on. */
import { isAbsolute, join } from 'node:path';

/** What the person asked for. */
export interface LaunchArguments {
  readonly wantsBrowser: boolean;
  /** For the desktop app: projects to open, absolute. */
  readonly forDesktop: readonly string[];
  /** For the browser host, which checks them. */
  readonly forBrowser: readonly string[];
}

/**
 * Reads `[--browser] [--port N] [--no-open] [--project] [FILE]`. Options that only the browser host has ask for it.
 * Paths are taken from `folder`, where the person is: npm runs scripts in the folder of the app.
 */
export function readLaunchArguments(args: readonly string[], folder: string): LaunchArguments {
  const forDesktop: string[] = [];
  const forBrowser: string[] = [];
  let wantsBrowser = false;
  let isPort = false;
  for (const arg of args) {
    if (arg === '--browser') {
      wantsBrowser = true;
    } else if (isPort || arg.startsWith('-')) {
      forBrowser.push(arg);
      if (arg !== '--project') wantsBrowser = true;
      isPort = arg === '--port';
    } else {
      const path = isAbsolute(arg) ? arg : join(folder, arg);
      forDesktop.push(path);
      forBrowser.push(path);
    }
  }
  return { wantsBrowser, forDesktop, forBrowser };
}
