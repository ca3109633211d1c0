/** project.*: making, opening and closing project files, their numbers, checks and copies. */
import { join } from 'node:path';
import { ZhupiError } from '#shared/api/errors.ts';
import { builtInTagset } from '../built-in.ts';
import { projectFileName } from '../project-file-name.ts';
import { ensureAnnotator, findAnnotator } from '../store/annotators.ts';
import { backupProject, restoreProject } from '../store/backup.ts';
import { inTransaction } from '../store/database.ts';
import { writeValue } from '../store/project.ts';
import { forgetRecent, listRecent } from '../store/recent.ts';
import { readStats } from '../store/stats.ts';
import { validateProject } from '../store/validate.ts';
import type { Handlers } from './handler.ts';
import { createProject, describeProject, openProjectAt } from './open-project.ts';
import { openSample } from './sample.ts';
import { refuseBrokenTagset } from './tagset.ts';

/** Handlers for the project as a whole. */
export const projectHandlers = {
  'project.current': (context) => {
    const session = context.sessionOrNull();
    return session === null ? null : describeProject(session);
  },

  'project.recent': ({ ports }) => listRecent(ports),

  'project.create': async (context, { file, name, tagset }) => {
    const { grants, folders } = context.ports;
    const path = file === null ? join(folders.projects, projectFileName(name)) : grants.path(file);
    if (tagset !== null) refuseBrokenTagset(tagset);
    createProject(context, path, name, tagset ?? builtInTagset(folders), false);
    return openProjectAt(context, path);
  },

  'project.open': (context, { file }) => openProjectAt(context, context.ports.grants.path(file)),

  'project.openRecent': (context, { id }) => {
    const found = listRecent(context.ports).find((project) => project.id === id);
    if (found === undefined) throw new ZhupiError('not-found', { what: id });
    return openProjectAt(context, found.path);
  },

  'project.openSample': (context) => openSample(context),

  'project.close': async (context) => {
    await context.openLock.run(() => context.setSession(null));
    return {};
  },

  'project.forget': ({ ports }, { id }) => {
    forgetRecent(ports, id);
    return {};
  },

  'project.stats': (context) => {
    const db = context.db();
    return readStats(db, findAnnotator(db, null)?.id ?? 0);
  },

  'project.validate': (context) => validateProject(context.session().path, context.session().tagset().tagset),

  'project.backup': (context, { job, target }) =>
    context.jobs.run(job, (running) => {
      const { path, db } = context.session();
      const place = context.ports.grants.path(target);
      if (place === path) throw new ZhupiError('target-exists', { file: place });
      return backupProject(db, place, running);
    }),

  'project.restore': ({ jobs, ports }, { job, backup, target }) =>
    jobs.run(job, (running) => restoreProject(ports.grants.path(backup), ports.grants.path(target), running)),

  'project.setAnnotator': async (context, { name }) => {
    const db = context.writable();
    await context.writeLock.run(() =>
      inTransaction(db, () => writeValue(db, 'annotator', ensureAnnotator(db, name).name)),
    );
    context.events.emit({ kind: 'project.changed' });
    return describeProject(context.session());
  },
} satisfies Handlers;
