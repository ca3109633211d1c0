/** What the core and the host tell the page without being asked. */
import { z } from 'zod';

/** Files handed in from outside (dropped on the icon, opened by double-click): grants, never paths. */
export const Grant = z
  .object({ token: z.string().min(1).max(200), name: z.string(), size: z.number().nullable() })
  .readonly();
export type Grant = z.infer<typeof Grant>;

/** A message from core or host to the page. */
export const AppEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('job.progress'),
    job: z.string(),
    done: z.number(),
    total: z.number().nullable(),
    phase: z.string(),
  }),
  z.object({ kind: z.literal('project.changed') }),
  z.object({ kind: z.literal('documents.changed') }),
  z.object({ kind: z.literal('document.changed'), document: z.string(), revision: z.number() }),
  z.object({ kind: z.literal('tagset.changed') }),
  z.object({ kind: z.literal('settings.changed') }),
  z.object({ kind: z.literal('command'), command: z.string() }),
  z.object({ kind: z.literal('files.offered'), files: z.array(Grant).readonly() }),
]);
export type AppEvent = z.infer<typeof AppEvent>;
