/** Making and opening a project by its path, for calls and for hosts (command line, double-click). */
import { existsSync, realpathSync } from 'node:fs';
import { ZhupiError } from '#shared/api/errors.ts';
import type { ProjectInfo } from '#shared/model/project.ts';
import type { Tagset } from '#shared/model/tagset.ts';
import { openSession, type Session } from '../session.ts';
import { currentAnnotator, findAnnotator } from '../store/annotators.ts';
import { createProjectFile } from '../store/create.ts';
import { systemCode } from '../store/errors.ts';
import { version } from '../store/open.ts';
import { readValue } from '../store/project.ts';
import { addRecent } from '../store/recent.ts';
import { countByStatus, countDocuments } from '../store/stats.ts';
import type { HandlerContext } from './handler.ts';

/** Opens the project at a path and closes the one before; the same one again stays as it is. @throws ZhupiError as openProjectFile */
export function openProjectAt(context: HandlerContext, path: string): Promise<ProjectInfo> {
  return context.openLock.run(() => open(context, path));
}

async function open(context: HandlerContext, path: string): Promise<ProjectInfo> {
  const place = realPath(path);
  const current = context.sessionOrNull();
  if (current?.path === place) return describeProject(current);
  const session = openSession(place);
  const info = describeProject(session);
  // First the list, then the news: whoever hears of the project finds it there.
  try {
    addRecent(context.ports, { name: info.name, path: place, openedAt: context.ports.clock.now() });
  } catch (error) {
    // The list is a convenience: a full disk must not keep a project from opening.
    context.ports.log.error('recent projects not written', { reason: systemCode(error) });
  }
  await context.setSession(session);
  return info;
}

/** Makes a project file with a fresh id. @throws ZhupiError as createProjectFile */
export function createProject(
  context: HandlerContext,
  path: string,
  name: string,
  tagset: Tagset,
  isSample: boolean,
): void {
  const { ids, clock } = context.ports;
  if (existsSync(path)) throw new ZhupiError('project-exists', { file: path });
  createProjectFile(path, { id: ids.next('p'), name, tagset, createdAt: clock.now(), isSample });
}

/** What is known of an open project. */
export function describeProject({ db, path, isReadOnly }: Session): ProjectInfo {
  return {
    id: readValue(db, 'id') ?? '',
    name: readValue(db, 'name') ?? '',
    path,
    isSample: readValue(db, 'sample') === '1',
    isReadOnly,
    schemaVersion: version(db),
    annotator: currentAnnotator(db),
    documents: countDocuments(db),
    byStatus: countByStatus(db, findAnnotator(db, null)?.id ?? 0),
  };
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // The opening says what is wrong with it.
    return path;
  }
}
