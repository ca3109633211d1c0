/** The worker thread's entry: runs the one task it was started with, on its own connection, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { ZhupiError } from '#shared/api/errors.ts';
import { failure, runTask, throttled, type WorkerMessage, type WorkerStart } from './run-task.ts';
import { makeUlids } from './ulid.ts';

// Our own main thread made it.
const { task, cancel } = workerData as WorkerStart;
const flag = new Int32Array(cancel);
const send = (message: WorkerMessage) => parentPort?.postMessage(message);

const tools = throttled({
  ids: makeUlids(),
  progress: (done, total, phase) => send({ kind: 'progress', done, total, phase }),
  check() {
    if (Atomics.load(flag, 0) !== 0) throw new ZhupiError('cancelled');
  },
});

try {
  send({ kind: 'done', result: await runTask(task, tools) });
} catch (error) {
  send(failure(error));
}
