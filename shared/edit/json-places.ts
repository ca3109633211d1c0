/** Reads JSON text and remembers where each value stands, so that a finding can name its line. RFC 8259, no extensions. */
import type { JsonPath } from './check-tagset.ts';

/** A place in a text, both 1-based; columns count code points. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** What was read: the value with a way to find its parts, or where the text stops being JSON. */
export type JsonReading =
  | {
      readonly kind: 'value';
      readonly value: unknown;
      readonly doubles: readonly JsonPath[];
      place(path: JsonPath): TextPlace;
    }
  | { readonly kind: 'broken'; readonly place: TextPlace; readonly expected: string };

/** Deeper than this is not read, so that no text can exhaust the stack. */
const MAX_DEPTH = 200;

class Broken extends Error {
  readonly at: number;
  readonly expected: string;
  constructor(at: number, expected: string) {
    super(expected);
    this.at = at;
    this.expected = expected;
  }
}

/** Reads a whole JSON text. `doubles`: paths of keys that stand twice in one object (the last one counts). */
export function readJson(text: string): JsonReading {
  const starts = new Map<string, number>();
  const doubles: JsonPath[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;

  const fail = (expected: string): never => {
    throw new Broken(at, expected);
  };
  const skip = () => {
    while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1;
  };
  const take = (character: string, expected = `“${character}”`) => {
    skip();
    if (text.charAt(at) !== character) fail(expected);
    at += 1;
  };

  const readString = (): string => {
    const from = at;
    at += 1;
    while (at < text.length && text.charAt(at) !== '"') {
      if (text.charCodeAt(at) < 0x20) fail('“"”');
      at += text.charAt(at) === '\\' ? 2 : 1;
    }
    if (at >= text.length) {
      at = text.length;
      fail('“"”');
    }
    at += 1;
    try {
      return String(JSON.parse(text.slice(from, at)));
    } catch {
      at = from;
      return fail('a text');
    }
  };

  const readScalar = (): unknown => {
    const [word] = /^[-+.\w]+/.exec(text.slice(at, at + 400)) ?? [''];
    try {
      if (word === '') fail('a value');
      const value: unknown = JSON.parse(word);
      at += word.length;
      return value;
    } catch {
      return fail('a value');
    }
  };

  const readObject = (path: JsonPath): Record<string, unknown> => {
    const out: Record<string, unknown> = Object.create(null);
    at += 1;
    skip();
    if (text.charAt(at) === '}') {
      at += 1;
      return out;
    }
    for (;;) {
      skip();
      if (text.charAt(at) !== '"') fail('“"”');
      const keyAt = at;
      const key = readString();
      const here = [...path, key];
      if (Object.hasOwn(out, key)) {
        doubles.push(here);
        starts.set(doubleKey(here), keyAt);
      }
      take(':');
      out[key] = readValue(here);
      skip();
      if (text.charAt(at) === ',') at += 1;
      else {
        take('}', '“,” “}”');
        return out;
      }
    }
  };

  const readArray = (path: JsonPath): unknown[] => {
    const out: unknown[] = [];
    at += 1;
    skip();
    if (text.charAt(at) === ']') {
      at += 1;
      return out;
    }
    for (;;) {
      out.push(readValue([...path, out.length]));
      skip();
      if (text.charAt(at) === ',') at += 1;
      else {
        take(']', '“,” “]”');
        return out;
      }
    }
  };

  const readValue = (path: JsonPath): unknown => {
    skip();
    if (path.length > MAX_DEPTH) fail('less depth');
    starts.set(JSON.stringify(path), at);
    const first = text.charAt(at);
    if (first === '{') return { ...readObject(path) };
    if (first === '[') return readArray(path);
    return first === '"' ? readString() : readScalar();
  };

  try {
    const value = readValue([]);
    skip();
    if (at < text.length) fail('the end');
    return {
      kind: 'value',
      value,
      doubles,
      place: (path) => placeAt(text, starts.get(doubleKey(path)) ?? startOf(starts, path)),
    };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { kind: 'broken', place: placeAt(text, error.at), expected: error.expected };
  }
}

/** Where a path starts; a part that is not there is looked for at what would hold it. */
function startOf(starts: ReadonlyMap<string, number>, path: JsonPath): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const at = starts.get(JSON.stringify(path.slice(0, length)));
    if (at !== undefined) return at;
  }
  return 0;
}

function doubleKey(path: JsonPath): string {
  return `twice ${JSON.stringify(path)}`;
}

/** Line and column of a UTF-16 offset. */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).replace(/\r\n?/g, '\n');
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (const character of before) if (character === '\n') line += 1;
  const inLine = before.slice(lineStart).replace('\ufeff', '');
  return { line, column: [...inLine].length + 1 };
}
