/** Runs a task in this thread. The code of each kind is loaded when it is first needed. */
import type { ErrorValue } from '#shared/api/errors.ts';
import { ZhupiError } from '#shared/api/errors.ts';
import { storeError } from '../store/errors.ts';
import type { Task, TaskResults, TaskTools } from './task.ts';

/** Does the work. @throws ZhupiError as the task does; errors of the system come as ZhupiErrors about the project file */
export async function runTask<T extends Task>(task: T, tools: TaskTools): Promise<TaskResults[T['kind']]> {
  try {
    // Each branch gives the result of its kind; TypeScript does not follow that through the union.
    return (await runAny(task, tools)) as TaskResults[T['kind']];
  } catch (error) {
    throw storeError(error, task.project);
  }
}

async function runAny(task: Task, tools: TaskTools): Promise<TaskResults[Task['kind']]> {
  switch (task.kind) {
    case 'import':
      return (await import('./import-run.ts')).runImport(task, tools);
    case 'import-preview':
      return (await import('./import-preview.ts')).previewImport(task);
    case 'export':
      return (await import('./export-run.ts')).runExport(task, tools);
    case 'export-preview':
      return (await import('./export-preview.ts')).previewExport(task);
  }
}

/** What a worker thread sends. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number | null; readonly phase: string }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly error: ErrorValue; readonly trace: string | null };

/** What a worker thread is started with. `cancel` is one Int32: not 0 once the task is to stop. */
export interface WorkerStart {
  readonly task: Task;
  readonly cancel: SharedArrayBuffer;
}

/** Tools that report at most ten times a second, and at every change of phase. */
export function throttled(tools: TaskTools): TaskTools {
  let last = 0;
  let lastPhase = '';
  return {
    ...tools,
    progress(done, total, phase) {
      const now = performance.now();
      if (phase === lastPhase && now - last < 100 && done !== total) return;
      last = now;
      lastPhase = phase;
      tools.progress(done, total, phase);
    },
  };
}

/** An error as a worker sends it; `trace` where it is none of ours. */
export function failure(error: unknown): WorkerMessage {
  if (error instanceof ZhupiError) return { kind: 'failed', error: error.toValue(), trace: null };
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'failed', error: { code: 'internal', details: { where: 'worker' } }, trace };
}
