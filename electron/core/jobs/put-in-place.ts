/** Puts finished files in the place of older ones, all or none: the older ones are kept aside until every new one is there. */
import { copyFileSync, linkSync, renameSync, rmSync } from 'node:fs';
import { systemCode } from '../store/errors.ts';

/** What becomes of one path. `passing` null: the file is taken away. `aside`: where the older file is kept meanwhile. */
export interface Move {
  readonly file: string;
  readonly passing: string | null;
  readonly aside: string;
}

/**
 * Makes the moves in order. Where one fails, those made before are taken back and the error comes out.
 * `guarded` wraps each step with the path it is about.
 */
export function putInPlace(moves: readonly Move[], guarded: (file: string, step: () => void) => void): void {
  const kept = new Set<Move>();
  const made: Move[] = [];
  try {
    for (const move of moves)
      guarded(move.file, () => {
        if (keepAside(move)) kept.add(move);
      });
    for (const move of moves) {
      guarded(move.file, () => {
        if (move.passing === null) rmSync(move.file, { force: true });
        else renameSync(move.passing, move.file);
      });
      made.push(move);
    }
  } catch (error) {
    for (const move of made.reverse()) {
      if (!kept.has(move)) rmSync(move.file, { force: true });
      else if (!takeBack(move)) kept.delete(move);
    }
    clear(kept);
    throw error;
  }
  clear(kept);
}

/** A second name for the older file, so that the first never lacks one. False where there is none. */
function keepAside({ file, aside }: Move): boolean {
  rmSync(aside, { force: true });
  try {
    linkSync(file, aside);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
  }
  // Not every file system has second names.
  copyFileSync(file, aside);
  return true;
}

/** False where even that fails: the older file then stays aside. */
function takeBack({ file, aside }: Move): boolean {
  try {
    renameSync(aside, file);
    return true;
  } catch {
    return false;
  }
}

function clear(kept: ReadonlySet<Move>): void {
  for (const { aside } of kept) rmSync(aside, { force: true });
}
