/** Session: one open project file, with what is kept in memory while it is open. */
import { ZhupiError } from '#shared/api/errors.ts';
import type { ProjectDatabase, WritableDatabase } from './store/database.ts';
import { closeProjectFile, openProjectFile } from './store/open.ts';
import { createStateCache, type StateCache } from './store/state-cache.ts';
import { currentTagsetId, readTagset, type StoredTagset } from './store/tagsets.ts';

/** An open project. */
export interface Session {
  /** Absolute path of the file. */
  readonly path: string;
  readonly isReadOnly: boolean;
  readonly db: ProjectDatabase;
  readonly states: StateCache;
  /** The current tagset with its hash; read again only when another version was stored. */
  tagset(): StoredTagset;
  /** Folds the write-ahead log in and closes the file. Safe to call twice. */
  close(): void;
}

/** Opens a project file. @throws ZhupiError as openProjectFile */
export function openSession(path: string): Session {
  const { db, isReadOnly } = openProjectFile(path);
  let kept: StoredTagset | null = null;
  return {
    path,
    isReadOnly,
    db,
    states: createStateCache(),
    tagset() {
      if (kept?.id !== currentTagsetId(db)) kept = readTagset(db);
      return kept;
    },
    close: () => closeProjectFile(db),
  };
}

/** The connection for writing. @throws ZhupiError project-read-only */
export function writableDatabase(session: Session): WritableDatabase {
  if (session.isReadOnly) throw new ZhupiError('project-read-only', { file: session.path });
  return session.db as WritableDatabase;
}
