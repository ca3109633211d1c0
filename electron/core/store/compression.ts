/** How the bytes of sources are packed in the project file. */
import * as zlib from 'node:zlib';
import { ZhupiError } from '#shared/api/errors.ts';

/** The name stored beside the packed bytes. */
export type Compression = 'none' | 'zstd' | 'deflate';

/** Below this many bytes packing does not pay. */
const SMALL = 256;

/** Packs bytes; small ones stay as they are. */
export function pack(bytes: Uint8Array): { readonly compression: Compression; readonly packed: Uint8Array } {
  if (bytes.length < SMALL) return { compression: 'none', packed: bytes };
  if (typeof zlib.zstdCompressSync === 'function') return { compression: 'zstd', packed: zlib.zstdCompressSync(bytes) };
  return { compression: 'deflate', packed: zlib.deflateSync(bytes) };
}

/** The bytes again. @throws ZhupiError project-damaged */
export function unpack(packed: Uint8Array, compression: Compression): Uint8Array {
  try {
    if (compression === 'zstd') return zlib.zstdDecompressSync(packed);
    return compression === 'deflate' ? zlib.inflateSync(packed) : packed;
  } catch (cause) {
    throw new ZhupiError('project-damaged', { file: '', reason: 'source bytes' }, { cause });
  }
}
