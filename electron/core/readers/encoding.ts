/** Bytes of a text file to text: finds the encoding (mark, strict UTF-8, then likelihood) or uses the one asked for. */
import { ZhupiError } from '#shared/api/errors.ts';
import { DETECTABLE_ENCODINGS, type EncodingName } from '#shared/model/encoding.ts';
import { findFirstBadByte } from './bad-byte.ts';
import { scoreSample } from './encoding-score.ts';

/** The largest file that is decoded by default, in bytes. */
export const MAX_TEXT_BYTES = 128 * 1024 * 1024;
const SAMPLE_BYTES = 64 * 1024;
const SAMPLE_CHARACTERS = 120;
/** Below this mean, or this close to the runner-up, the choice is a guess. Found on the texts in `encoding.shared.test.ts`. */
const SURE_SCORE = 0.45;
const SURE_MARGIN = 0.2;

/** An encoding that the bytes could have, how plausible the text looks then (-2 to 1), and how it would begin. */
export interface EncodingCandidate {
  readonly encoding: EncodingName;
  readonly score: number;
  /** Up to 120 characters from the first line that is not plain ASCII. */
  readonly sample: string;
}

/** A decoded file. */
export interface Decoded {
  readonly encoding: EncodingName;
  readonly hasBom: boolean;
  /** Exactly as decoded, but without the byte order mark. */
  readonly text: string;
  /** The encodings that detection weighs, best first. */
  readonly candidates: readonly EncodingCandidate[];
  /** How many U+FFFD in `text` stand for bytes that are no character in this encoding. */
  readonly undecodable: number;
  /** Where the first such bytes are (0-based byte offset, 1-based line); null if there are none. */
  readonly firstBad: { readonly byteOffset: number; readonly line: number } | null;
  /** True for a mark, valid UTF-8 and an encoding asked for; otherwise whether the best candidate is good and well ahead. */
  readonly isSure: boolean;
}

/**
 * Decodes a text file. `strict` refuses bytes that are no character instead of counting them.
 * @throws ZhupiError `file-empty` (no bytes, or nothing but a mark and white space), `file-too-large` {bytes, limit},
 * `file-binary` {byteOffset}, `file-encoding` {encoding, byteOffset, line}.
 */
export function decodeBytes(
  bytes: Uint8Array,
  wanted: 'auto' | EncodingName,
  options: { readonly strict?: boolean; readonly maxBytes?: number } = {},
): Decoded {
  const limit = options.maxBytes ?? MAX_TEXT_BYTES;
  if (bytes.length === 0) throw new ZhupiError('file-empty');
  if (bytes.length > limit) throw new ZhupiError('file-too-large', { bytes: bytes.length, limit });
  const mark = readMark(bytes);
  if (mark?.encoding === 'utf-32' && wanted === 'auto') {
    throw new ZhupiError('file-encoding', { encoding: 'utf-32', byteOffset: 0, line: 1 });
  }
  const chosen = choose(bytes, wanted, mark);
  const markLength = mark?.encoding === chosen.encoding ? mark.length : 0;
  const content = bytes.subarray(markLength);
  const text = chosen.text ?? decode(content, chosen.encoding);
  refuseBinary(bytes, content, text, chosen.encoding);
  if (!/\S/u.test(text)) throw new ZhupiError('file-empty');
  const undecodable = chosen.text === null ? countUndecodable(content, text, chosen.encoding) : 0;
  const bad = undecodable === 0 ? null : findFirstBadByte(content, chosen.encoding);
  const firstBad = bad && { byteOffset: bad.byteOffset + markLength, line: bad.line };
  if (options.strict === true && firstBad) {
    throw new ZhupiError('file-encoding', { encoding: chosen.encoding, ...firstBad });
  }
  return {
    encoding: chosen.encoding,
    hasBom: markLength > 0,
    text,
    get candidates() {
      return chosen.candidates;
    },
    undecodable,
    firstBad,
    isSure: chosen.isSure,
  };
}

interface Choice {
  readonly encoding: EncodingName;
  /** The whole text, where choosing already had to decode it without error. */
  readonly text: string | null;
  readonly candidates: readonly EncodingCandidate[];
  readonly isSure: boolean;
}

interface Mark {
  readonly encoding: EncodingName | 'utf-32';
  readonly length: number;
}

const MARKS: readonly (readonly [Mark['encoding'], readonly number[]])[] = [
  ['utf-32', [0xff, 0xfe, 0x00, 0x00]], // before UTF-16LE, which begins alike
  ['utf-32', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

function readMark(bytes: Uint8Array): Mark | null {
  const found = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  return found ? { encoding: found[0], length: found[1].length } : null;
}

function choose(bytes: Uint8Array, wanted: 'auto' | EncodingName, mark: Mark | null): Choice {
  let weighed: readonly EncodingCandidate[] | undefined;
  const weigh = () => {
    weighed ??= weighCandidates(bytes.subarray(mark?.length ?? 0));
    return weighed;
  };
  const known = (encoding: EncodingName, text: string | null): Choice => ({
    encoding,
    text,
    get candidates() {
      return text === null
        ? weigh()
        : weigh().toSorted((a, b) => Number(b.encoding === encoding) - Number(a.encoding === encoding));
    },
    isSure: true,
  });
  if (wanted !== 'auto') return known(wanted, null);
  if (mark && mark.encoding !== 'utf-32') return known(mark.encoding, null);
  const hasNul = bytes.includes(0);
  if (!hasNul) {
    const text = tryDecode(bytes, 'utf-8');
    if (text !== null) return known('utf-8', text);
  }
  const candidates = weigh();
  const fitting = candidates.filter((candidate) => !hasNul || candidate.encoding.startsWith('utf-16'));
  const [best, second] = fitting;
  if (!best || (hasNul && best.score < 0)) throw new ZhupiError('file-binary', { byteOffset: bytes.indexOf(0) });
  const isSure = best.score >= SURE_SCORE && best.score - (second?.score ?? -2) >= SURE_MARGIN;
  return { encoding: best.encoding, text: null, candidates, isSure };
}

function weighCandidates(bytes: Uint8Array): EncodingCandidate[] {
  const from = startOfFirstLineBeyondAscii(bytes);
  return DETECTABLE_ENCODINGS.map((encoding) => {
    const first = encoding.startsWith('utf-16') ? from - (from % 2) : from;
    const part = bytes.subarray(first, first + SAMPLE_BYTES);
    // As a stream, so that a character cut by the end of the sample does not count against the encoding.
    const isCut = first + SAMPLE_BYTES < bytes.length;
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(part, { stream: isCut });
    return {
      encoding,
      score: scoreSample(text),
      sample: [...text.slice(0, 2 * SAMPLE_CHARACTERS)].slice(0, SAMPLE_CHARACTERS).join(''),
    };
  }).sort((a, b) => b.score - a.score);
}

function startOfFirstLineBeyondAscii(bytes: Uint8Array): number {
  const beyond = bytes.findIndex((byte) => byte >= 0x80);
  if (beyond === -1) return 0;
  // A line feed byte is never part of a longer character in the multi-byte encodings here.
  return bytes.lastIndexOf(0x0a, beyond) + 1;
}

function decode(bytes: Uint8Array, encoding: EncodingName): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function tryDecode(bytes: Uint8Array, encoding: EncodingName): string | null {
  try {
    return new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch (error) {
    // The decoder's way to say that bytes do not fit; anything else is not ours to hide.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function refuseBinary(bytes: Uint8Array, content: Uint8Array, text: string, encoding: EncodingName): void {
  const nul = text.indexOf('\u0000');
  if (nul !== -1) {
    const inContent = encoding.startsWith('utf-16') ? nul * 2 : content.indexOf(0);
    throw new ZhupiError('file-binary', { byteOffset: bytes.length - content.length + inContent });
  }
  const controls = countControls(text);
  if (controls.count <= 2 || controls.count * 200 <= text.length) return;
  // A control is one byte of its own in every encoding but UTF-16.
  const at = encoding.startsWith('utf-16') ? controls.first * 2 : content.indexOf(text.charCodeAt(controls.first));
  throw new ZhupiError('file-binary', { byteOffset: bytes.length - content.length + at });
}

/** Control characters that no text has a use for; white space and DOS end-of-file (1A), which ends old files, are not counted. */
function countControls(text: string): { readonly count: number; readonly first: number } {
  let count = 0;
  let first = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isControl = code < 0x20 ? (code < 0x09 || code > 0x0d) && code !== 0x1a : code === 0x7f;
    if (!isControl) continue;
    if (count === 0) first = at;
    count += 1;
  }
  return { count, first };
}

/** Replacement characters that the source itself holds are not damage. */
function countUndecodable(bytes: Uint8Array, text: string, encoding: EncodingName): number {
  if (!text.includes('\ufffd') || tryDecode(bytes, encoding) !== null) return 0;
  return Math.max(1, countText(text, '\ufffd') - countWritten(bytes, encoding));
}

function countText(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}

const WRITTEN_REPLACEMENT: Partial<Record<EncodingName, readonly number[]>> = {
  'utf-8': [0xef, 0xbf, 0xbd],
  'utf-16le': [0xfd, 0xff],
  'utf-16be': [0xff, 0xfd],
  gb18030: [0x84, 0x31, 0xa4, 0x37],
};

function countWritten(bytes: Uint8Array, encoding: EncodingName): number {
  const pattern = WRITTEN_REPLACEMENT[encoding];
  if (!pattern) return 0;
  const [first = 0] = pattern;
  const step = encoding.startsWith('utf-16') ? 2 : 1;
  let count = 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (at % step === 0 && pattern.every((byte, index) => bytes[at + index] === byte)) count += 1;
  }
  return count;
}
