/** export.*, format.list and document.show: taking documents away. */
import { ZhupiError } from '#shared/api/errors.ts';
import { documentLine } from '#shared/format/jsonl-write.ts';
import { formatInfo, listFormats } from '#shared/format/registry.ts';
import { corpusDocument } from '../jobs/export-corpus.ts';
import { runJob } from '../jobs/run-job.ts';
import { currentAnnotator, needAnnotator } from '../store/annotators.ts';
import { inSnapshot } from '../store/database.ts';
import { streamPairs } from '../store/set-stream.ts';
import type { Handlers } from './handler.ts';

/** Handlers for exports. */
export const exportHandlers = {
  'export.preview': (context, request) =>
    runJob(context.ports, null, { kind: 'export-preview', project: context.session().path, request }),

  'export.run': (context, { job, target, request }) =>
    context.jobs.run(job, (running) =>
      runJob(context.ports, running, {
        kind: 'export',
        project: context.session().path,
        target: context.ports.grants.path(target),
        request,
        version: context.ports.version,
      }),
    ),

  'format.list': () => listFormats().map(formatInfo),

  'document.show': (context, { document, annotator, offsetUnit }) => {
    const db = context.db();
    return inSnapshot(db, () => {
      const name = annotator === null ? currentAnnotator(db) : needAnnotator(db, annotator).name;
      for (const pair of streamPairs(db, { status: [], annotator: { kind: 'one', name }, documents: [document] }))
        return { line: documentLine(corpusDocument(pair, []), offsetUnit) };
      throw new ZhupiError('document-missing', { id: document });
    });
  },
} satisfies Handlers;
