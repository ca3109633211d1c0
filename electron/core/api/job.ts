/** job.*: stopping what runs. */
import type { Handlers } from './handler.ts';

/** Handlers for jobs. */
export const jobHandlers = {
  'job.cancel': (context, { job }) => ({ cancelled: context.jobs.cancel(job) }),
} satisfies Handlers;
