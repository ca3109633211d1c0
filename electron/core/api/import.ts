/** import.*: looking at files and bringing them in. */
import { runJob } from '../jobs/run-job.ts';
import type { ImportSource } from '../jobs/task.ts';
import type { HandlerContext, Handlers } from './handler.ts';

/** Handlers for imports. */
export const importHandlers = {
  'import.preview': (context, { file, format, encoding, split, adjustments }) =>
    runJob(context.ports, null, {
      kind: 'import-preview',
      project: context.session().path,
      file: { path: context.ports.grants.path(file), format, encoding, split, adjustments: adjustments ?? null },
    }),

  'import.run': (context, { job, files, annotator, addLabels, isDryRun }) =>
    context.jobs.run(job, (running) =>
      context.writeLock.run(async () => {
        // Refused here where the project is read-only, before anything is read.
        context.writable();
        const report = await runJob(context.ports, running, {
          kind: 'import',
          project: context.session().path,
          files: files.map((file) => toSource(context, file)),
          annotator,
          addLabels,
          isDryRun,
          now: context.ports.clock.now(),
        });
        if (!isDryRun && report.refused.length === 0) tellOfChange(context, addLabels);
        return report;
      }),
    ),
} satisfies Handlers;

function toSource(
  { ports }: HandlerContext,
  {
    file,
    format,
    encoding,
    split,
    adjustments,
  }: Omit<ImportSource, 'path' | 'adjustments'> & {
    readonly file: string;
    readonly adjustments?: ImportSource['adjustments'] | undefined;
  },
): ImportSource {
  return { path: ports.grants.path(file), format, encoding, split, adjustments: adjustments ?? null };
}

function tellOfChange({ events }: HandlerContext, hasNewLabels: boolean): void {
  events.emit({ kind: 'documents.changed' });
  events.emit({ kind: 'project.changed' });
  if (hasNewLabels) events.emit({ kind: 'tagset.changed' });
}
