/** Spans, frames with their arguments, and relations of annotation sets. */

import type { z } from 'zod';
import type { Argument, Frame } from '#shared/model/frame.ts';
import type { FrameId, MarkId, RelationId, SpanId, TargetId } from '#shared/model/ids.ts';
import { isRelationId, isSpanId } from '#shared/model/ids.ts';
import type { Relation } from '#shared/model/relation.ts';
import type { Provenance, Span } from '#shared/model/span.ts';
import { type ProjectDatabase, sql, sqlRaw, type WritableDatabase } from './database.ts';
import { fragmentColumns, readAttributes, readFragments } from './rows.ts';

type Origin = z.infer<typeof Provenance>;

/** All marks of a set. */
export interface Marks {
  readonly spans: readonly Span[];
  readonly frames: readonly Frame[];
  readonly relations: readonly Relation[];
}

/** Adds a span. */
export function insertSpan(db: WritableDatabase, setId: number, span: Span): void {
  const [start, end, fragments] = fragmentColumns(span.fragments);
  sql<[number, string, string, number, number, string | null, string, string | null, string | null, string]>(
    db,
    `INSERT INTO span (set_id, id, label, start, end, fragments, attributes, entity, note, provenance)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    setId,
    span.id,
    span.label,
    start,
    end,
    fragments,
    JSON.stringify(span.attributes),
    span.entity,
    span.note,
    span.provenance,
  );
}

/** Adds a frame with its arguments. */
export function insertFrame(db: WritableDatabase, setId: number, frame: Frame): void {
  const [start, end, fragments] = fragmentColumns(frame.fragments);
  sql<[number, string, string, number, number, string | null, string, string | null, string]>(
    db,
    `INSERT INTO frame (set_id, id, label, start, end, fragments, attributes, note, provenance)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    setId,
    frame.id,
    frame.label,
    start,
    end,
    fragments,
    JSON.stringify(frame.attributes),
    frame.note,
    frame.provenance,
  );
  frame.arguments.forEach((argument, ord) => {
    sql<[number, string, number, string, string]>(
      db,
      'INSERT INTO argument (set_id, frame_id, ord, role, target) VALUES (?, ?, ?, ?, ?)',
    ).run(setId, frame.id, ord, argument.role, argument.target);
  });
}

/** Adds a relation. */
export function insertRelation(db: WritableDatabase, setId: number, relation: Relation): void {
  sql<[number, string, string, string, string, string, string | null, string]>(
    db,
    `INSERT INTO relation (set_id, id, label, source, target, attributes, note, provenance)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    setId,
    relation.id,
    relation.label,
    relation.from,
    relation.to,
    JSON.stringify(relation.attributes),
    relation.note,
    relation.provenance,
  );
}

/** Takes a mark away, a frame with its arguments; nothing where there is none. */
export function deleteMark(db: WritableDatabase, setId: number, id: MarkId): void {
  const table = isSpanId(id) ? 'span' : isRelationId(id) ? 'relation' : 'frame';
  sql<[number, string]>(db, `DELETE FROM ${table} WHERE set_id = ? AND id = ?`).run(setId, id);
}

type SpanRow = [SpanId, string, number, number, string | null, string, Span['entity'], string | null, Origin];
type FrameRow = [FrameId, string, number, number, string | null, string, string | null, Origin];
type ArgumentRow = [FrameId, string, TargetId];
type RelationRow = [RelationId, string, TargetId, TargetId, string, string | null, Origin];

/** The spans of a set, in the order of their ids as text. */
export function readSpans(db: ProjectDatabase, setId: number): Span[] {
  return sqlRaw<[number], SpanRow>(
    db,
    'SELECT id, label, start, end, fragments, attributes, entity, note, provenance FROM span WHERE set_id = ?',
  )
    .all(setId)
    .map(([id, label, start, end, fragments, attributes, entity, note, provenance]) => ({
      id,
      label,
      fragments: readFragments(start, end, fragments),
      attributes: readAttributes(attributes),
      entity,
      note,
      provenance,
    }));
}

/** The frames of a set with their arguments in order. */
export function readFrames(db: ProjectDatabase, setId: number): Frame[] {
  const rows = sqlRaw<[number], FrameRow>(
    db,
    'SELECT id, label, start, end, fragments, attributes, note, provenance FROM frame WHERE set_id = ?',
  ).all(setId);
  if (rows.length === 0) return [];
  const byFrame = new Map<FrameId, Argument[]>(rows.map(([id]) => [id, []]));
  const found = sqlRaw<[number], ArgumentRow>(
    db,
    'SELECT frame_id, role, target FROM argument WHERE set_id = ? ORDER BY frame_id, ord',
  ).all(setId);
  for (const [id, role, target] of found) byFrame.get(id)?.push({ role, target });
  return rows.map(([id, label, start, end, fragments, attributes, note, provenance]) => ({
    id,
    label,
    fragments: readFragments(start, end, fragments),
    arguments: byFrame.get(id) ?? [],
    attributes: readAttributes(attributes),
    note,
    provenance,
  }));
}

/** The relations of a set. */
export function readRelations(db: ProjectDatabase, setId: number): Relation[] {
  return sqlRaw<[number], RelationRow>(
    db,
    'SELECT id, label, source, target, attributes, note, provenance FROM relation WHERE set_id = ?',
  )
    .all(setId)
    .map(([id, label, from, to, attributes, note, provenance]) => ({
      id,
      label,
      from,
      to,
      attributes: readAttributes(attributes),
      note,
      provenance,
    }));
}

/** Everything that a set holds. */
export function readMarks(db: ProjectDatabase, setId: number): Marks {
  return { spans: readSpans(db, setId), frames: readFrames(db, setId), relations: readRelations(db, setId) };
}
