/** Runs a task as a job of a core: in a worker thread with progress and cancel, or inline where the host says so. */
import { Worker } from 'node:worker_threads';
import { ZhupiError } from '#shared/api/errors.ts';
import type { RunningJob } from '../job-registry.ts';
import type { Ports } from '../ports.ts';
import { runTask, throttled, type WorkerMessage, type WorkerStart } from './run-task.ts';
import type { Task, TaskResults } from './task.ts';

/** Runs a task and gives its result. `job` null: no progress and no cancel (previews). @throws ZhupiError as the task does */
export async function runJob<T extends Task>(
  ports: Ports,
  job: RunningJob | null,
  task: T,
): Promise<TaskResults[T['kind']]> {
  job?.check();
  if (ports.jobs.kind === 'worker') return runInWorker(ports, ports.jobs.workerFile, job, task);
  const tools = {
    ids: ports.ids,
    progress: (done: number, total: number | null, phase: string) => job?.progress(done, total, phase),
    check: () => job?.check(),
  };
  return runTask(task, throttled(tools));
}

function runInWorker<T extends Task>(
  ports: Ports,
  workerFile: string,
  job: RunningJob | null,
  task: T,
): Promise<TaskResults[T['kind']]> {
  const cancel = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const flag = new Int32Array(cancel);
  const start: WorkerStart = { task, cancel };
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: start });
    const stop = () => Atomics.store(flag, 0, 1);
    job?.signal.addEventListener('abort', stop);
    const settle = (end: () => void) => {
      job?.signal.removeEventListener('abort', stop);
      end();
    };
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') return job?.progress(message.done, message.total, message.phase);
      // The worker answers once, with the result of the task's kind.
      if (message.kind === 'done') return settle(() => resolve(message.result as TaskResults[T['kind']]));
      if (message.trace !== null) ports.log.error('job failed', { task: task.kind, error: message.trace });
      return settle(() => reject(new ZhupiError(message.error.code, message.error.details)));
    });
    worker.on('error', (error) => {
      ports.log.error('worker failed', { task: task.kind, error: String(error) });
      settle(() => reject(new ZhupiError('internal', { where: task.kind }, { cause: error })));
    });
    worker.on('exit', () => settle(() => reject(new ZhupiError('internal', { where: task.kind }))));
  });
}
