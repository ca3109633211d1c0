/** Writes text in the encodings that the readers decode: for tests only, Node itself has decoders and no encoders. */
import type { EncodingName } from '#shared/model/encoding.ts';

const tables = new Map<EncodingName, ReadonlyMap<string, readonly number[]>>();

/** The bytes of `text`, without a mark. Throws a RangeError for a character that two bytes of the encoding cannot hold. */
export function encodeText(text: string, encoding: EncodingName): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return encodeUtf16(text, encoding === 'utf-16le');
  const table = tables.get(encoding) ?? invertDecoder(encoding);
  tables.set(encoding, table);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const found = code < 0x80 ? [code] : table.get(character);
    if (!found) throw new RangeError(`${character} is not in ${encoding}`);
    bytes.push(...found);
  }
  return Uint8Array.from(bytes);
}

function encodeUtf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}

function invertDecoder(encoding: EncodingName): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && !table.has(text)) table.set(text, [lead, trail]);
    }
  }
  return table;
}
