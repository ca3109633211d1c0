/** createCore: wires ports, store and handlers into the one object that every host drives. */

import { ZhupiError } from '#shared/api/errors.ts';
import type { AppEvent } from '#shared/api/events.ts';
import { authorityHandlers } from './api/authority.ts';
import { documentHandlers } from './api/document.ts';
import { editHandlers } from './api/edit.ts';
import { exportHandlers } from './api/export.ts';
import type { AllHandlers, HandlerContext } from './api/handler.ts';
import { importHandlers } from './api/import.ts';
import { jobHandlers } from './api/job.ts';
import { openProjectAt } from './api/open-project.ts';
import { projectHandlers } from './api/project.ts';
import { searchHandlers } from './api/search.ts';
import { settingsHandlers } from './api/settings.ts';
import { tagsetHandlers } from './api/tagset.ts';
import { createMutex } from './async-mutex.ts';
import { dispatch } from './dispatch.ts';
import { createJobRegistry } from './job-registry.ts';
import type { Core, Ports } from './ports.ts';
import { type Session, writableDatabase } from './session.ts';

/** Every handler; a method of the contract without one is a type error here. */
export const HANDLERS: AllHandlers = {
  ...settingsHandlers,
  ...projectHandlers,
  ...tagsetHandlers,
  ...documentHandlers,
  ...editHandlers,
  ...importHandlers,
  ...exportHandlers,
  ...searchHandlers,
  ...authorityHandlers,
  ...jobHandlers,
};

/** A core without an open project. The caller closes it. */
export function createCore(ports: Ports): Core {
  const context = createContext(ports);
  return {
    call: (name, input) => dispatch(HANDLERS, context, name, input),
    subscribe: context.events.subscribe,
    emit: context.events.emit,
    openProject: async (path) => {
      await openProjectAt(context, path);
    },
    close: () => context.openLock.run(() => context.setSession(null)),
  };
}

interface Events {
  emit(event: AppEvent): void;
  subscribe(listener: (event: AppEvent) => void): () => void;
}

/** The running parts that handlers share; of use by itself where handlers are called without names (jobs, sample). */
export function createContext(ports: Ports): HandlerContext & { readonly events: Events } {
  const events = createEvents(ports);
  const writeLock = createMutex();
  const openLock = createMutex();
  const jobs = createJobRegistry(events.emit);
  let current: Session | null = null;
  const session = (): Session => {
    if (current === null) throw new ZhupiError('no-project');
    return current;
  };
  return {
    ports,
    events,
    writeLock,
    openLock,
    jobs,
    session,
    sessionOrNull: () => current,
    async setSession(next) {
      await jobs.stopAll();
      await writeLock.run(() => {
        const before = current;
        current = next;
        before?.close();
      });
      events.emit({ kind: 'project.changed' });
    },
    db: () => session().db,
    writable: () => writableDatabase(session()),
  };
}

function createEvents(ports: Ports): Events {
  const listeners = new Set<(event: AppEvent) => void>();
  return {
    emit(event) {
      for (const listener of [...listeners]) {
        try {
          listener(event);
        } catch (error) {
          ports.log.error('listener failed', { kind: event.kind, error: String(error) });
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
