/** Numbers about the project as a whole. Trashed documents do not count. */
import type { Status } from '#shared/model/document.ts';
import type { ProjectStats } from '#shared/model/project.ts';
import { listAnnotators } from './annotators.ts';
import { type ProjectDatabase, sql } from './database.ts';

interface Count {
  readonly name: string;
  readonly n: number;
}

/** Documents per status for one annotator; every status is there. */
export function countByStatus(db: ProjectDatabase, annotatorId: number): Record<Status, number> {
  const counts: Record<Status, number> = { todo: 0, in_progress: 0, done: 0, flagged: 0 };
  const rows = sql<[number], { name: Status; n: number }>(
    db,
    `SELECT coalesce(a.status, 'todo') AS name, count(*) AS n FROM document d
     LEFT JOIN annotation_set a ON a.document_num = d.num AND a.annotator_id = ?
     WHERE d.trashed_at IS NULL GROUP BY 1`,
  ).all(annotatorId);
  for (const { name, n } of rows) counts[name] = n;
  return counts;
}

/** How many documents there are. */
export function countDocuments(db: ProjectDatabase): number {
  return sql<[], Count>(db, 'SELECT count(*) AS n FROM document WHERE trashed_at IS NULL').get()?.n ?? 0;
}

const SETS = 'annotation_set a JOIN document d ON d.num = a.document_num AND d.trashed_at IS NULL';

/** Everything `zhupi stats` prints. Status and labels of documents are those of the annotator given. */
export function readStats(db: ProjectDatabase, annotatorId: number): ProjectStats {
  const labels = (table: 'span' | 'frame' | 'relation', ids = '*') =>
    toRecord(
      sql<[string], Count>(
        db,
        `SELECT m.label AS name, count(*) AS n FROM ${SETS} JOIN ${table} m ON m.set_id = a.id
         WHERE m.id GLOB ? GROUP BY m.label ORDER BY m.label`,
      ).all(ids),
    );
  const totals = sql<[], { characters: number; sources: number }>(
    db,
    `SELECT (SELECT coalesce(sum(characters), 0) FROM document WHERE trashed_at IS NULL) AS characters,
       (SELECT count(*) FROM source) AS sources`,
  ).get();
  const documentLabels = sql<[number], Count>(
    db,
    `SELECT l.value AS name, count(*) AS n FROM ${SETS}, json_each(a.labels) l WHERE a.annotator_id = ? GROUP BY 1 ORDER BY 1`,
  ).all(annotatorId);
  const perAnnotator = sql<[number], ProjectStats['annotators'][string]>(
    db,
    `SELECT count(*) AS documents, coalesce(sum(span_count), 0) AS spans, coalesce(sum(event_count), 0) AS events,
       coalesce(sum(directive_count), 0) AS directives, coalesce(sum(relation_count), 0) AS relations
     FROM ${SETS} WHERE a.annotator_id = ?`,
  );
  const annotators: Record<string, ProjectStats['annotators'][string]> = {};
  for (const { id, name } of listAnnotators(db)) {
    const row = perAnnotator.get(id);
    if (row !== undefined) annotators[name] = row;
  }
  return {
    documents: countDocuments(db),
    characters: totals?.characters ?? 0,
    sources: totals?.sources ?? 0,
    status: countByStatus(db, annotatorId),
    documentLabels: toRecord(documentLabels),
    entities: labels('span'),
    events: labels('frame', 'E*'),
    directives: labels('frame', 'D*'),
    relations: labels('relation'),
    annotators,
  };
}

function toRecord(counts: readonly Count[]): Record<string, number> {
  return Object.fromEntries(counts.map(({ name, n }) => [name, n]));
}
