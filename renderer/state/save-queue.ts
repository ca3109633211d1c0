/** Saves edits one after another; after a failure, what was queued behind it is dropped with it. */

/** A queue of saves for one open document. */
export interface SaveQueue {
  /** Adds a save; resolves when it is on disk. Rejects with its own failure, or with `dropped` after another's. */
  add<T>(save: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is being saved. Never rejects. */
  settled(): Promise<void>;
  /** Number of saves not yet answered. */
  pending(): number;
}

/** Thrown by saves that stood behind one that failed. */
export class DroppedSave extends Error {}

/** Makes an empty queue. */
export function createSaveQueue(): SaveQueue {
  let tail: Promise<unknown> = Promise.resolve();
  let generation = 0;
  let pending = 0;
  return {
    add(save) {
      const mine = generation;
      pending += 1;
      const run = tail.then(() => {
        if (mine !== generation) throw new DroppedSave('an earlier save failed');
        return save();
      });
      tail = run.then(
        () => undefined,
        () => {
          if (mine === generation) generation += 1;
        },
      );
      return run.finally(() => {
        pending -= 1;
      });
    },
    async settled() {
      for (let last: Promise<unknown> | null = null; last !== tail; ) {
        last = tail;
        await last;
      }
    },
    pending: () => pending,
  };
}
