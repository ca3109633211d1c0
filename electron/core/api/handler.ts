/** What every handler is and gets: one function per method of the contract, with the running core's parts at hand. */
import type { CoreMethodName, MethodOutput, MethodParsed } from '#shared/api/contract.ts';
import type { AppEvent } from '#shared/api/events.ts';
import type { AsyncMutex } from '../async-mutex.ts';
import type { JobRegistry } from '../job-registry.ts';
import type { Ports } from '../ports.ts';
import type { Session } from '../session.ts';
import type { ProjectDatabase, WritableDatabase } from '../store/database.ts';

/** The parts of a running core that handlers use. */
export interface HandlerContext {
  readonly ports: Ports;
  readonly events: { emit(event: AppEvent): void };
  /** Held while the project is written, by handlers and by jobs for as long as their transaction takes. */
  readonly writeLock: AsyncMutex;
  /** Held while one project takes another's place, so that two openings at once follow one another. */
  readonly openLock: AsyncMutex;
  readonly jobs: JobRegistry;
  /** The open project. @throws ZhupiError no-project */
  session(): Session;
  /** The open project or null. */
  sessionOrNull(): Session | null;
  /** Makes this the open project and closes the one before; null only closes. Emits `project.changed`. */
  setSession(session: Session | null): Promise<void>;
  /** The open project's connection, for reading. @throws ZhupiError no-project */
  db(): ProjectDatabase;
  /** The same for writing; use inside `writeLock.run`. @throws ZhupiError no-project, project-read-only */
  writable(): WritableDatabase;
}

/** Answers one method. Input is parsed; refusals are thrown as ZhupiError. */
export type Handler<N extends CoreMethodName> = (
  context: HandlerContext,
  input: MethodParsed<N>,
) => MethodOutput<N> | Promise<MethodOutput<N>>;

/** Handlers of some methods. A table is written `export const xHandlers = { … } satisfies Handlers`. */
export type Handlers = { readonly [N in CoreMethodName]?: Handler<N> };

/** Handlers of all methods that a core answers. */
export type AllHandlers = { readonly [N in CoreMethodName]: Handler<N> };
