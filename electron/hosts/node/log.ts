/** The log: one JSON object a line in a file of the state folder, started anew beyond 1 MB. */
import { appendFileSync, renameSync, statSync } from 'node:fs';
import type { Clock, Log } from '#core/ports.ts';

const MAX_BYTES = 1024 * 1024;

/** A log that appends to `file`, keeping the one before as `file`.old. Never throws: a log must not stop the work. */
export function makeFileLog(file: string, clock: Clock): Log {
  const write = (level: 'info' | 'error', message: string, facts: Readonly<Record<string, unknown>> = {}) => {
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.old`);
      appendFileSync(file, `${JSON.stringify({ at: clock.now(), level, message, ...facts })}\n`);
    } catch {
      // A full or read-only disk; what the app was doing reports its own failure.
    }
  };
  return {
    info: (message, facts) => write('info', message, facts),
    error: (message, facts) => write('error', message, facts),
  };
}

/** A log that keeps nothing. */
export const SILENT_LOG: Log = { info: () => undefined, error: () => undefined };
