/** One long piece of work: started, followed and cancelled from a dialog. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from '../../commands/context.ts';

/** How far the work is. `total` null: not known yet. `phase` is the core's word for the step. */
export interface JobProgressState {
  readonly done: number;
  readonly total: number | null;
  readonly phase: string;
}

/** What a dialog sees of its job. */
export interface JobControl {
  /** Null while nothing runs. */
  readonly progress: JobProgressState | null;
  /** Runs the work with a fresh job id and resolves to what it gives; rejects as it does. */
  run<T>(work: (job: string) => Promise<T>): Promise<T>;
  /** Asks the core to stop; the running promise then rejects with `cancelled`. */
  cancel(): void;
}

/** One job at a time. Leaving the dialog cancels what still runs. */
export function useJob(name: string): JobControl {
  const client = useClient();
  const [progress, setProgress] = useState<JobProgressState | null>(null);
  const current = useRef<string | null>(null);

  const cancel = useCallback(() => {
    if (current.current === null) return;
    // A job that has just ended cannot be cancelled: there is nothing to tell.
    client.call('job.cancel', { job: current.current }).catch(() => undefined);
  }, [client]);
  useEffect(() => cancel, [cancel]);

  const run = useCallback(
    async <T>(work: (job: string) => Promise<T>): Promise<T> => {
      const job = `${name}-${crypto.randomUUID()}`;
      current.current = job;
      setProgress({ done: 0, total: null, phase: '' });
      const stop = client.subscribe((event) => {
        if (event.kind === 'job.progress' && event.job === job) setProgress(event);
      });
      try {
        return await work(job);
      } finally {
        stop();
        current.current = null;
        setProgress(null);
      }
    },
    [client, name],
  );
  return { progress, run, cancel };
}
