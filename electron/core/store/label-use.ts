/** Which labels marks and documents use, in all sets: what a new tagset must still have. */
import type { Tagset } from '#shared/model/tagset.ts';
import { type ProjectDatabase, sql } from './database.ts';

/** A label in use. `layer` `document` is a label of the whole document. */
export interface LabelUse {
  readonly layer: 'entity' | 'event' | 'directive' | 'relation' | 'document';
  readonly label: string;
  readonly count: number;
}

/** Every label in use with how often, trashed documents included. */
export function readLabelUse(db: ProjectDatabase): readonly LabelUse[] {
  return sql<[], LabelUse>(
    db,
    `SELECT 'entity' AS layer, label, count(*) AS count FROM span GROUP BY label
     UNION ALL SELECT CASE WHEN id GLOB 'E*' THEN 'event' ELSE 'directive' END, label, count(*) FROM frame GROUP BY 1, label
     UNION ALL SELECT 'relation', label, count(*) FROM relation GROUP BY label
     UNION ALL SELECT 'document', l.value, count(*) FROM annotation_set a, json_each(a.labels) l GROUP BY l.value`,
  ).all();
}

/** The uses of labels that a tagset does not have. */
export function missingLabels(uses: readonly LabelUse[], tagset: Tagset): readonly LabelUse[] {
  const known = {
    entity: tagset.entities,
    event: tagset.events,
    directive: tagset.directives,
    relation: tagset.relations,
    document: tagset.documentLabels,
  } as const;
  return uses.filter(
    ({ layer, label }) => !known[layer].some((entry: { readonly label: string }) => entry.label === label),
  );
}
