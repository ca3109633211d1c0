/** Reads request bodies within limits of size and patience. */
import type { IncomingMessage } from 'node:http';

/** Why a body was not taken. */
export type BodyFault = 'too-large' | 'stalled' | 'broken';

/** A body that was not taken. After `too-large` the rest has been read and thrown away, so that the answer arrives. */
export class BodyError extends Error {
  readonly fault: BodyFault;

  constructor(fault: BodyFault, options: { readonly cause?: unknown } = {}) {
    super(`request body ${fault}`, options);
    this.name = 'BodyError';
    this.fault = fault;
  }
}

/** How much and how slowly a body may come. */
export interface BodyLimits {
  readonly bytes: number;
  /** The longest silence between two pieces, in milliseconds. */
  readonly silence: number;
}

/** The pieces of a body. @throws BodyError */
export async function* readPieces(request: IncomingMessage, limits: BodyLimits): AsyncGenerator<Buffer> {
  const isAnnouncedTooLarge = Number(request.headers['content-length'] ?? 0) > limits.bytes;
  let bytes = 0;
  for await (const piece of untilSilence(request, limits.silence)) {
    if (piece === 'silence') throw new BodyError(isAnnouncedTooLarge ? 'too-large' : 'stalled');
    bytes += piece.byteLength;
    if (!isAnnouncedTooLarge && bytes <= limits.bytes) yield piece;
  }
  if (isAnnouncedTooLarge || bytes > limits.bytes) throw new BodyError('too-large');
}

/** The pieces, and `silence` where none came for so many milliseconds. The request stays open, so that it can be answered. */
async function* untilSilence(request: IncomingMessage, silence: number): AsyncGenerator<Buffer | 'silence'> {
  const pieces: AsyncIterator<Buffer> = request.iterator({ destroyOnReturn: false });
  for (;;) {
    const next = pieces.next();
    let timer: NodeJS.Timeout | undefined;
    const quiet = new Promise<'silence'>((resolve) => {
      timer = setTimeout(resolve, silence, 'silence');
    });
    let result: IteratorResult<Buffer> | 'silence';
    try {
      result = await Promise.race([next, quiet]);
    } catch (cause) {
      throw new BodyError('broken', { cause });
    } finally {
      clearTimeout(timer);
    }
    if (result === 'silence') {
      // The request is given up: when its connection closes, this promise fails with nobody left to care.
      next.catch(() => undefined);
      yield 'silence';
      return;
    }
    if (result.done === true) return;
    yield result.value;
  }
}

/** Reads what is left of a body and throws it away: an answer sent before its end would be lost. Never throws. */
export async function discardRest(request: IncomingMessage, silence: number): Promise<void> {
  try {
    for await (const piece of untilSilence(request, silence)) if (piece === 'silence') return;
  } catch {
    // The sender has gone; there is nobody to answer.
  }
}

/** A whole body as text. @throws BodyError */
export async function readText(request: IncomingMessage, limits: BodyLimits): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of readPieces(request, limits)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
