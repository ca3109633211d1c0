/** Finds where bytes stop being text in an encoding: decoders only say that they do. */
import { TextDecoder } from 'node:util';
import type { EncodingName } from '#shared/model/encoding.ts';

const CHUNK_BYTES = 64 * 1024;
/** More than any encoding here keeps pending between two characters. */
const OVERLAP_BYTES = 8;

/** The 0-based offset of the first byte of the first sequence that is no character, and its 1-based line; null if all is well. Linear time. */
export function findFirstBadByte(
  bytes: Uint8Array,
  encoding: EncodingName,
): { readonly byteOffset: number; readonly line: number } | null {
  const from = findFailingChunk(bytes, encoding);
  if (from === null) return null;
  const decoder = new TextDecoder(encoding, { ignoreBOM: true, fatal: true });
  const start = Math.max(0, from - OVERLAP_BYTES);
  feed(decoder, bytes.subarray(0, start));
  let boundary = start;
  for (let at = start; at < bytes.length; at += 1) {
    const text = feed(decoder, bytes.subarray(at, at + 1));
    if (text === null) break;
    if (text !== '') boundary = at + 1;
  }
  return { byteOffset: boundary, line: countLine(bytes.subarray(0, boundary), encoding) };
}

/** The start of the first chunk that does not decode, or of the last one where the end of the bytes cuts a character. */
function findFailingChunk(bytes: Uint8Array, encoding: EncodingName): number | null {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true, fatal: true });
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    if (feed(decoder, bytes.subarray(start, start + CHUNK_BYTES)) === null) return start;
  }
  try {
    decoder.decode();
    return null;
  } catch (error) {
    if (error instanceof TypeError) return Math.max(0, bytes.length - OVERLAP_BYTES);
    throw error;
  }
}

function feed(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function countLine(bytes: Uint8Array, encoding: EncodingName): number {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  let line = 1;
  for (let at = text.search(/[\r\n]/u); at !== -1 && at < text.length; at += 1) {
    const character = text[at];
    if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) line += 1;
  }
  return line;
}
