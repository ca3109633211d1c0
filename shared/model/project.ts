/** What is known of a project as a whole. */
import { z } from 'zod';
import { Status } from './document.ts';

/** The open project. `path` is shown, never sent back: files are named by grants. */
export const ProjectInfo = z
  .object({
    id: z.string(),
    name: z.string(),
    path: z.string(),
    isSample: z.boolean(),
    isReadOnly: z.boolean(),
    schemaVersion: z.int(),
    annotator: z.string(),
    documents: z.int(),
    byStatus: z.record(Status, z.int()),
  })
  .readonly();
export type ProjectInfo = z.infer<typeof ProjectInfo>;

/** A project opened before on this machine. */
export const RecentProject = z
  .object({ id: z.string(), name: z.string(), path: z.string(), openedAt: z.string(), isMissing: z.boolean() })
  .readonly();
export type RecentProject = z.infer<typeof RecentProject>;

/** Counts for `zhupi stats`: label -> number, per layer; documents per status; marks per annotator. */
export const ProjectStats = z
  .object({
    documents: z.int(),
    characters: z.int(),
    sources: z.int(),
    status: z.record(z.string(), z.int()),
    documentLabels: z.record(z.string(), z.int()),
    entities: z.record(z.string(), z.int()),
    events: z.record(z.string(), z.int()),
    directives: z.record(z.string(), z.int()),
    relations: z.record(z.string(), z.int()),
    annotators: z.record(
      z.string(),
      z.object({ documents: z.int(), spans: z.int(), events: z.int(), directives: z.int(), relations: z.int() }),
    ),
  })
  .readonly();
export type ProjectStats = z.infer<typeof ProjectStats>;

/** Something that breaks a rule: in a mark of a document, or in the file itself (`document` null). */
export const Problem = z
  .object({
    document: z.string().nullable(),
    annotator: z.string().nullable(),
    mark: z.string().nullable(),
    code: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    severity: z.enum(['error', 'warning']),
  })
  .readonly();
export type Problem = z.infer<typeof Problem>;
