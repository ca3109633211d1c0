/** The ports of hosts that run in plain Node: the command line and the browser host. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeUlids } from '#core/jobs/ulid.ts';
import type { Clock, FileGrants, Folders, Ids, JobRunner, Log, Ports } from '#core/ports.ts';
import { appRoot } from './app-root.ts';
import { defaultFolders, makeTemporaryFolder } from './folders.ts';
import { makeGrants } from './grants.ts';
import { makeFileLog } from './log.ts';

export { defaultFolders } from './folders.ts';

/** What a host may set differently; paths may be relative to the working directory. */
export interface NodePortsOptions {
  readonly resources?: string;
  readonly projects?: string;
  readonly state?: string;
  readonly jobs: JobRunner;
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly grants?: FileGrants;
  readonly log?: Log;
  /** False for scripts: settings and the list of recent projects are not touched, and no folder but the short-lived one is made. */
  readonly keepsState?: boolean;
}

/** The system's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/** Real ports. Makes the folders for settings, projects and short-lived files; the last is removed at exit. */
export function makeNodePorts(options: NodePortsOptions): Ports {
  const usual = defaultFolders();
  const temporary = makeTemporaryFolder();
  const keepsState = options.keepsState !== false;
  const folders: Folders = {
    projects: resolve(options.projects ?? usual.projects),
    state: keepsState ? resolve(options.state ?? usual.state) : temporary,
    resources: resolve(options.resources ?? usual.resources),
    temporary,
  };
  if (keepsState) for (const folder of [folders.state, folders.projects]) mkdirSync(folder, { recursive: true });
  const clock = options.clock ?? systemClock;
  return {
    clock,
    ids: options.ids ?? makeUlids(() => Date.parse(clock.now())),
    log: options.log ?? makeFileLog(join(folders.state, 'zhupi.log'), clock),
    folders,
    grants: options.grants ?? makeGrants(),
    jobs: options.jobs,
    version: appRoot().version,
  };
}
