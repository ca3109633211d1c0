/** The states of the sets worked on last, so that an edit need not read a whole document. Checked by revision at each use. */
import type { AnnotationState } from '#shared/model/annotation-set.ts';

/** A set's state at a revision. */
export interface CachedState {
  readonly revision: number;
  readonly state: AnnotationState;
}

/** A few states by set id. */
export interface StateCache {
  /** The state, if it is kept and of this revision. */
  get(setId: number, revision: number): AnnotationState | undefined;
  put(setId: number, revision: number, state: AnnotationState): void;
  drop(setId: number): void;
}

/** A cache that keeps the `size` states used last. */
export function createStateCache(size = 4): StateCache {
  const kept = new Map<number, CachedState>();
  return {
    get(setId, revision) {
      const found = kept.get(setId);
      if (found === undefined || found.revision !== revision) return undefined;
      kept.delete(setId);
      kept.set(setId, found);
      return found.state;
    },
    put(setId, revision, state) {
      kept.delete(setId);
      kept.set(setId, { revision, state });
      for (const oldest of kept.keys()) {
        if (kept.size <= size) break;
        kept.delete(oldest);
      }
    },
    drop(setId) {
      kept.delete(setId);
    },
  };
}
