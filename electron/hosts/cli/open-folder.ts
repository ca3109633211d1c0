/** The files of a folder that is to be brought in file by file. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The corpus files and texts of a folder, by name; a file, or what is not there, as it is. */
export function openFolder(path: string): readonly string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  const names = readdirSync(path).filter((name) => /^(?!authority\.jsonl$)[^.].*\.(jsonl|ndjson|txt)$/i.test(name));
  return names.length === 0 ? [path] : names.sort().map((name) => join(path, name));
}
