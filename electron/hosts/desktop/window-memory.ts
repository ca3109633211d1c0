/** Keeps the window's place between starts, in a small file of the state folder. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '#core/ports.ts';
import { FIRST_WINDOW, WindowState } from './window-bounds.ts';

/** Reads and writes the remembered window. Never throws: a lost place is no loss. */
export interface WindowMemory {
  read(): WindowState;
  write(state: WindowState): void;
}

/** The memory in `<folder>/window.json`. */
export function makeWindowMemory(folder: string, log: Log): WindowMemory {
  const file = join(folder, 'window.json');
  return {
    read() {
      try {
        return WindowState.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch {
        // Not there on a first start; damaged, it is written anew.
        return FIRST_WINDOW;
      }
    },
    write(state) {
      try {
        writeFileSync(`${file}.new`, JSON.stringify(state));
        renameSync(`${file}.new`, file);
      } catch (error) {
        log.error('window place not written', { reason: String(error) });
      }
    },
  };
}
