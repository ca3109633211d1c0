/** Which jobs run: gives each an AbortSignal and a way to tell its progress, and cancels by id. */
import { ZhupiError } from '#shared/api/errors.ts';
import type { AppEvent } from '#shared/api/events.ts';

/** What a job gets while it runs. */
export interface RunningJob {
  /** Aborted when the person cancels or the core closes. */
  readonly signal: AbortSignal;
  /** Tells listeners how far the job is; `total` null where unknown. */
  progress(done: number, total: number | null, phase: string): void;
  /** @throws ZhupiError cancelled, once the signal is aborted */
  check(): void;
}

/** The jobs of one core. */
export interface JobRegistry {
  /** Runs a job under the caller's id. @throws ZhupiError bad-input where a job with this id runs already; cancelled */
  run<T>(id: string, work: (job: RunningJob) => T | Promise<T>): Promise<T>;
  /** Asks a job to stop; false where none with this id runs. */
  cancel(id: string): boolean;
  /** Cancels everything and waits until it has stopped. */
  stopAll(): Promise<void>;
}

/** An empty registry that reports progress through `emit`. */
export function createJobRegistry(emit: (event: AppEvent) => void): JobRegistry {
  const running = new Map<string, { readonly controller: AbortController; readonly ended: Promise<unknown> }>();
  return {
    async run(id, work) {
      if (running.has(id)) throw new ZhupiError('bad-input', { path: 'job', reason: 'already running' });
      const controller = new AbortController();
      const { signal } = controller;
      const check = () => {
        if (signal.aborted) throw new ZhupiError('cancelled');
      };
      const job: RunningJob = {
        signal,
        check,
        progress: (done, total, phase) => emit({ kind: 'job.progress', job: id, done, total, phase }),
      };
      const result = Promise.resolve().then(() => work(job));
      running.set(id, { controller, ended: result.catch(() => undefined) });
      try {
        return await result;
      } finally {
        running.delete(id);
      }
    },
    cancel(id) {
      const job = running.get(id);
      job?.controller.abort();
      return job !== undefined;
    },
    async stopAll() {
      const jobs = [...running.values()];
      for (const job of jobs) job.controller.abort();
      await Promise.all(jobs.map((job) => job.ended));
    },
  };
}
