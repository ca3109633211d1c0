/** Writing a file whole or not at all: a passing name, a sync, a rename. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** Writes UTF-8 text and gives the number of bytes. What was there before stays until the new file is on disk. */
export function writeWholeFile(file: string, text: string): number {
  const passing = `${file}.new`;
  const bytes = Buffer.from(text, 'utf8');
  try {
    const handle = openSync(passing, 'w');
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(passing, file);
    return bytes.length;
  } catch (error) {
    rmSync(passing, { force: true });
    throw error;
  }
}
