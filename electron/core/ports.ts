/** What a host supplies to the core: the parts of a machine that tests replace. */

import type { CallAnswer } from '#shared/api/call.ts';
import type { AppEvent, Grant } from '#shared/api/events.ts';

/** The present moment. */
export interface Clock {
  /** ISO 8601 UTC with milliseconds. */
  now(): string;
}

/** New ids for long-lived records. */
export interface Ids {
  /** A fresh id `<letter>_<26 characters>`, sortable by the time it was made. */
  next(letter: 'd' | 's' | 'a' | 'p' | 'g'): string;
}

/** Notes for whoever repairs the app; never article text. */
export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  error(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** Where things live on this machine. All are absolute; the host makes sure that they exist. */
export interface Folders {
  /** Project files that the person did not place themselves. */
  readonly projects: string;
  /** Settings and the list of recent projects. */
  readonly state: string;
  /** The app's own read-only data: built-in tagsets, sample. */
  readonly resources: string;
  /** Short-lived files; emptied by the host at start. */
  readonly temporary: string;
}

/** Files that the person chose: the page holds tokens, never paths. */
export interface FileGrants {
  /** A token for a path. The same path gets the same token while the app runs. */
  grant(path: string): Grant;
  /** The path behind a token. @throws ZhupiError grant-unknown */
  path(token: string): string;
}

/** How jobs run: in a worker thread (apps), or here and now (tests, command line). */
export type JobRunner = { readonly kind: 'inline' } | { readonly kind: 'worker'; readonly workerFile: string };

/** Everything the core needs from outside. */
export interface Ports {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly folders: Folders;
  readonly grants: FileGrants;
  readonly jobs: JobRunner;
  /** The app's version, written into manifests. */
  readonly version: string;
}

/** A running core. */
export interface Core {
  /** Answers a call by name: validates input, runs the handler. Never rejects: errors are values. */
  call(name: string, input: unknown): Promise<CallAnswer>;
  /** Listens to events; returns the way to stop. */
  subscribe(listener: (event: AppEvent) => void): () => void;
  /** Tells every listener; hosts use it for menu commands and dropped files. */
  emit(event: AppEvent): void;
  /** Opens a project by path (command line, double-click). @throws ZhupiError */
  openProject(path: string): Promise<void>;
  /** Ends jobs, closes the project, folds its write-ahead log back in. */
  close(): Promise<void>;
}
