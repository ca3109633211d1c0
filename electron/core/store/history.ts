/** History: every edit of a set with its inverse. Entries change their state, they are never deleted. */
import { Edit } from '#shared/edit/edit.ts';
import { changeOne, type ProjectDatabase, sql, type WritableDatabase } from './database.ts';
import { parseColumn } from './rows.ts';

/** `dropped`: it was undone, and then something else was done instead. */
export type EntryState = 'applied' | 'undone' | 'dropped';

/** An edit to be remembered. */
export interface NewEntry {
  readonly setId: number;
  readonly annotatorId: number;
  readonly at: string;
  readonly edit: Edit;
  readonly inverse: Edit;
  /** The same for all entries that one call made in several documents. */
  readonly groupId: string | null;
}

/** What undo and redo need of an entry. */
export interface Step {
  readonly id: number;
  readonly edit: Edit;
  readonly inverse: Edit;
}

interface StepRow {
  readonly id: number;
  readonly edit: string;
  readonly inverse: string;
}

const LAST_APPLIED = `(SELECT max(id) FROM history WHERE set_id = ? AND state = 'applied')`;
const UNDONE = `FROM history WHERE set_id = ? AND state = 'undone' AND id > coalesce(${LAST_APPLIED}, 0) ORDER BY id LIMIT 1`;

const step = (row: StepRow | undefined): Step | undefined =>
  row === undefined
    ? undefined
    : { id: row.id, edit: parseColumn(Edit, row.edit, 'edit'), inverse: parseColumn(Edit, row.inverse, 'inverse') };

/** Remembers an edit; what was undone before can no longer be redone. */
export function addEntry(db: WritableDatabase, entry: NewEntry): void {
  sql<[number, number]>(
    db,
    `UPDATE history SET state = 'dropped' WHERE set_id = ? AND id > coalesce(${LAST_APPLIED}, 0) AND state = 'undone'`,
  ).run(entry.setId, entry.setId);
  sql<[number, string, number, string | null, string, string]>(
    db,
    `INSERT INTO history (set_id, state, at, annotator_id, group_id, edit, inverse) VALUES (?, 'applied', ?, ?, ?, ?, ?)`,
  ).run(
    entry.setId,
    entry.at,
    entry.annotatorId,
    entry.groupId,
    JSON.stringify(entry.edit),
    JSON.stringify(entry.inverse),
  );
}

/** What undo takes back: the last applied edit. */
export function stepToUndo(db: ProjectDatabase, setId: number): Step | undefined {
  return step(
    sql<[number], StepRow>(
      db,
      `SELECT id, edit, inverse FROM history WHERE set_id = ? AND state = 'applied' ORDER BY id DESC LIMIT 1`,
    ).get(setId),
  );
}

/** What redo does again: the first undone edit after the last applied one. */
export function stepToRedo(db: ProjectDatabase, setId: number): Step | undefined {
  return step(sql<[number, number], StepRow>(db, `SELECT id, edit, inverse ${UNDONE}`).get(setId, setId));
}

/** Whether there is something to undo and to redo. */
export function readReach(
  db: ProjectDatabase,
  setId: number,
): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const row = sql<[number, number, number], { undo: number | null; redo: number | null }>(
    db,
    `SELECT ${LAST_APPLIED} AS undo, (SELECT id ${UNDONE}) AS redo`,
  ).get(setId, setId, setId);
  return { canUndo: row?.undo != null, canRedo: row?.redo != null };
}

/** Marks an entry as undone. */
export function markUndone(db: WritableDatabase, id: number): void {
  changeOne(db, `UPDATE history SET state = 'undone' WHERE id = ? AND state = 'applied'`, id);
}

/** Marks an entry as applied again, with the inverse that this time gave. */
export function markApplied(db: WritableDatabase, id: number, inverse: Edit): void {
  changeOne(
    db,
    `UPDATE history SET state = 'applied', inverse = ? WHERE id = ? AND state = 'undone'`,
    JSON.stringify(inverse),
    id,
  );
}

/** An entry for people to read. */
export interface Entry {
  readonly id: number;
  readonly at: string;
  readonly annotator: string;
  readonly edit: Edit;
  readonly state: EntryState;
}

/** The entries of a set, newest first, with ids below `before` (null: from the newest). */
export function listEntries(
  db: ProjectDatabase,
  setId: number,
  limit: number,
  before: number | null,
): readonly Entry[] {
  return sql<[number, number, number], Omit<Entry, 'edit'> & { edit: string }>(
    db,
    `SELECT h.id, h.at, n.name AS annotator, h.edit, h.state FROM history h JOIN annotator n ON n.id = h.annotator_id
     WHERE h.set_id = ? AND h.id < ? ORDER BY h.id DESC LIMIT ?`,
  )
    .all(setId, before ?? Number.MAX_SAFE_INTEGER, limit)
    .map((row) => ({ ...row, edit: parseColumn(Edit, row.edit, 'edit') }));
}
