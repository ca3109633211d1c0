/** makeTestCore: a real core on temporary folders, with a fixed clock and fixed ids. The caller calls `end`. */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { unwrap } from '#shared/api/call.ts';
import { contract, type MethodInput, type MethodName, type MethodOutput } from '#shared/api/contract.ts';
import { ZhupiError } from '#shared/api/errors.ts';
import type { AppEvent } from '#shared/api/events.ts';
import { createCore } from '../create-core.ts';
import type { Clock, Core, FileGrants, Ids, Log, Ports } from '../ports.ts';

/** A core under test. */
export interface TestCore {
  readonly core: Core;
  readonly ports: Ports;
  /** The folder that everything is in. */
  readonly folder: string;
  /** Events since the start. */
  readonly events: readonly AppEvent[];
  /** What was written to the log as an error. */
  readonly logged: readonly string[];
  /** Calls a method and checks the answer against the contract. @throws ZhupiError as the method does */
  call<N extends MethodName>(name: N, input: MethodInput<N>): Promise<MethodOutput<N>>;
  /** The code of the error that a call ends in, with its details; fails where it does not. */
  refused<N extends MethodName>(
    name: N,
    input: MethodInput<N>,
  ): Promise<{ code: string; details: Record<string, unknown> }>;
  /** A path in the folder. */
  path(name: string): string;
  /** A grant token for a path in the folder. */
  token(name: string): string;
  /** Closes the core and removes the folder. */
  end(): Promise<void>;
}

/** The first moment of the fixed clock; each look at it is one second later. */
export const START = Date.UTC(2025, 0, 1);

/** A clock that moves by a second at each look. */
export function fixedClock(): Clock {
  let looks = 0;
  return { now: () => new Date(START + 1000 * looks++).toISOString() };
}

/** Ids that count: `d_00000000000000000000000001` and so on, one row for all letters. */
export function countingIds(): Ids {
  let last = 0;
  return { next: (letter) => `${letter}_${String(++last).padStart(26, '0')}` };
}

/** Grants that keep paths under their own names. */
export function plainGrants(): FileGrants {
  const paths = new Map<string, string>();
  return {
    grant(path) {
      const token = `grant:${path}`;
      paths.set(token, path);
      return { token, name: basename(path), size: statSync(path, { throwIfNoEntry: false })?.size ?? null };
    },
    path(token) {
      const path = paths.get(token);
      if (path === undefined) throw new ZhupiError('grant-unknown');
      return path;
    },
  };
}

/** A core in a fresh temporary folder, or in one that another test core left. `project`: a project of this name is made and open. */
export async function makeTestCore(
  options: { readonly folder?: string; readonly project?: string | null } = {},
): Promise<TestCore> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'zhupi-test-'));
  const inside = (name: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const logged: string[] = [];
  const log: Log = {
    info: () => undefined,
    error: (message, facts) => logged.push(`${message} ${JSON.stringify(facts ?? {})}`),
  };
  const ports: Ports = {
    clock: fixedClock(),
    ids: countingIds(),
    log,
    folders: {
      projects: inside('projects'),
      state: inside('state'),
      temporary: inside('temporary'),
      resources: resolve(import.meta.dirname, '../../../resources'),
    },
    grants: plainGrants(),
    jobs: { kind: 'inline' },
    version: '0.0.0-test',
  };
  const core = createCore(ports);
  const events: AppEvent[] = [];
  core.subscribe((event) => events.push(event));
  const test: TestCore = {
    core,
    ports,
    folder,
    events,
    logged,
    async call(name, input) {
      const answer = await core.call(name, input);
      if (!answer.ok && answer.error.code === 'internal') throw new Error(`${name}: ${logged.join('\n')}`);
      const value = unwrap(answer);
      return contract[name].output.parse(value) as MethodOutput<typeof name>;
    },
    async refused(name, input) {
      const answer = await core.call(name, input);
      if (answer.ok) throw new Error(`${name} was not refused`);
      return { code: answer.error.code, details: { ...answer.error.details } };
    },
    path: (name) => join(folder, name),
    token: (name) => ports.grants.grant(join(folder, name)).token,
    async end() {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const name = options.project === undefined ? 'test' : options.project;
  if (name !== null) await test.call('project.create', { file: test.token(`${name}.zhupi`), name });
  return test;
}
