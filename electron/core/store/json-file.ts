/** Small JSON files of this machine (settings, recent projects): read with a schema, written whole or not at all. */
import { readFileSync, renameSync } from 'node:fs';
import type { z } from 'zod';
import type { Log } from '../ports.ts';
import { systemCode } from './errors.ts';
import { writeWholeFile } from './whole-file.ts';

/** The file's value, or `fallback` where there is none. A broken file is kept aside as `<file>.broken` and noted in the log. */
export function readJsonFile<T extends z.ZodType>(
  file: string,
  schema: T,
  fallback: z.output<T>,
  log: Log,
): z.output<T> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') log.error('state file unreadable', { file, reason: systemCode(error) });
    return fallback;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    log.error('state file broken', { file, keptAs: `${file}.broken` });
    try {
      renameSync(file, `${file}.broken`);
    } catch (error) {
      log.error('state file not kept aside', { file, reason: systemCode(error) });
    }
    return fallback;
  }
}

/** Writes the value whole or not at all. */
export function writeJsonFile(file: string, value: unknown): void {
  writeWholeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
