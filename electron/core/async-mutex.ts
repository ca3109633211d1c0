/** AsyncMutex: one writer at a time, in the order they asked, without blocking the event loop. */

/** A queue for work that must not overlap. */
export interface AsyncMutex {
  /** Runs `work` when everything asked for before it has ended; a failure of one does not stop the next. */
  run<T>(work: () => T | Promise<T>): Promise<T>;
}

/** A mutex that nobody holds. */
export function createMutex(): AsyncMutex {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const result = tail.then(work);
      tail = result.catch(() => undefined);
      return result;
    },
  };
}
