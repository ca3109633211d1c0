/** A file on disk as readers get it: its lines one at a time, its bytes, its hash; a big one is never held whole for its lines. */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { ZhupiError } from '#shared/api/errors.ts';
import type { FileHead, InputFile } from '#shared/format/format.ts';
import { encodeMessage } from '#shared/i18n/message.ts';
import { sourceError } from '../store/errors.ts';

/** The largest file that is read whole, in bytes: a text must fit into one string of the JavaScript engine (2^29 - 24 units). */
export const MAX_WHOLE_BYTES = 512 * 1024 * 1024 - 32;

/** The longest line, in bytes. */
export const MAX_LINE_BYTES = 256 * 1024 * 1024;

const CHUNK = 1024 * 1024;
const HEAD = 64 * 1024;
const LINE_FEED = 0x0a;

/** A file to be read. */
export interface DiskFile extends InputFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** The first 64 KB. */
  head(): FileHead;
  /** Bytes read by `lines` so far. */
  readBytes(): number;
}

/** Looks at a file. `name`: how it is called in reports. @throws ZhupiError file-missing, file-unreadable, file-empty */
export function diskFile(path: string, name: string): DiskFile {
  const size = sizeOf(path, name);
  let position = 0;
  return {
    path,
    name,
    size,
    head: () => readHead(path, name, Math.min(size, HEAD)),
    readBytes: () => position,
    *lines() {
      for (const line of readLines(path, name)) {
        position = line.end;
        yield line.text;
      }
    },
    bytes() {
      if (size > MAX_WHOLE_BYTES) throw tooLarge(name, size, MAX_WHOLE_BYTES);
      try {
        return readFileSync(path);
      } catch (error) {
        throw sourceError(error, path);
      }
    },
  };
}

/** SHA-256 of bytes, lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The refusal of a file, or of a line, that has more bytes than can be read. */
function tooLarge(file: string, bytes: number, count: number): ZhupiError {
  return new ZhupiError('file-too-large', { file, bytes, limit: encodeMessage('import.found.limitBytes', { count }) });
}

function sizeOf(path: string, name: string): number {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new ZhupiError('file-unreadable', { file: name, reason: 'EISDIR' });
    if (stats.size === 0) throw new ZhupiError('file-empty', { file: name });
    return stats.size;
  } catch (error) {
    throw sourceError(error, path);
  }
}

function readHead(path: string, name: string, length: number): FileHead {
  try {
    const handle = openSync(path, 'r');
    try {
      const buffer = Buffer.allocUnsafe(length);
      const bytes = buffer.subarray(0, readSync(handle, buffer, 0, length, 0));
      const last = bytes.lastIndexOf(LINE_FEED);
      // The end may be inside a character; whole lines are not.
      const end = last < 0 ? boundary(bytes, bytes.length - 1) : last;
      const whole = bytes.length < HEAD ? bytes : bytes.subarray(0, end);
      return { name, bytes, text: isUtf8(whole) ? whole.toString('utf8').replace(/^\ufeff/, '') : asciiHead(whole) };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw sourceError(error, path);
  }
}

/** The characters before the first byte that is not ASCII: enough to know a format by. */
function asciiHead(bytes: Buffer): string | null {
  const beyond = bytes.findIndex((byte) => byte >= 0x80);
  return beyond > 16 ? bytes.toString('latin1', 0, beyond) : null;
}

interface Line {
  readonly text: string;
  /** Offset in bytes behind it. */
  readonly end: number;
}

function* readLines(path: string, name: string): Generator<Line, void, undefined> {
  const handle = openFile(path);
  try {
    let rest: Buffer[] = [];
    let restLength = 0;
    let position = 0;
    let number = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const length = readSync(handle, chunk, 0, CHUNK, null);
      if (length === 0) break;
      let from = 0;
      for (let at = chunk.indexOf(LINE_FEED); at >= 0 && at < length; at = chunk.indexOf(LINE_FEED, from)) {
        const piece = chunk.subarray(from, at);
        const bytes = restLength === 0 ? piece : Buffer.concat([...rest, piece]);
        number += 1;
        yield decodeLine(bytes, name, number, position);
        position += bytes.length + 1;
        rest = [];
        restLength = 0;
        from = at + 1;
      }
      if (from < length) rest.push(chunk.subarray(from, length));
      restLength += length - from;
      if (restLength > MAX_LINE_BYTES) throw tooLarge(name, restLength, MAX_LINE_BYTES);
    }
    if (restLength > 0) yield decodeLine(Buffer.concat(rest), name, number + 1, position);
  } finally {
    closeSync(handle);
  }
}

function openFile(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw sourceError(error, path);
  }
}

function decodeLine(bytes: Buffer, file: string, line: number, position: number): Line {
  if (!isUtf8(bytes)) {
    const byteOffset = position + firstInvalid(bytes);
    throw new ZhupiError('file-encoding', { file, encoding: 'utf-8', byteOffset, line });
  }
  const text = bytes.toString('utf8');
  const start = line === 1 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = text.endsWith('\r') ? text.length - 1 : text.length;
  return { text: start === 0 && end === text.length ? text : text.slice(start, end), end: position + bytes.length };
}

/** The length of the longest prefix that is UTF-8. */
function firstInvalid(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8(bytes.subarray(0, boundary(bytes, middle)))) low = middle;
    else high = middle - 1;
  }
  return boundary(bytes, low);
}

/** The start of the character that holds the byte at `at`. */
function boundary(bytes: Buffer, at: number): number {
  let start = at;
  while (start > 0 && start > at - 4 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  return start;
}
