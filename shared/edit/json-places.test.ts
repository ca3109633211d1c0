import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAt, readJson } from './json-places.ts';

const broken = (text: string) => {
  const reading = readJson(text);
  return reading.kind === 'broken' ? [reading.place.line, reading.place.column, reading.expected] : 'is JSON';
};

describe('readJson', () => {
  it('reads what JSON.parse reads, to the same value, however it is laid out', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2, '\t'), (text, indent) => {
        const value: unknown = JSON.parse(text);
        const reading = readJson(JSON.stringify(value, null, indent));
        expect(reading.kind === 'value' ? reading.value : reading).toEqual(value);
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\u0019.-+eE tfn\n\u0001'), maxLength: 14 }), (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect([text, readJson(text).kind]).toEqual([text, isJson ? 'value' : 'broken']);
      }),
      { numRuns: 3000, seed: 5 },
    );
  });

  it('tells where a part stands, and for a missing part where it should', () => {
    const reading = readJson('{\r\n  "a": [1,\n    {"𠮷": true}],\n "b": "x"}');
    if (reading.kind !== 'value') throw new Error('not read');
    expect(reading.place([])).toEqual({ line: 1, column: 1 });
    expect(reading.place(['a', 1])).toEqual({ line: 3, column: 5 });
    expect(reading.place(['a', 1, '𠮷'])).toEqual({ line: 3, column: 11 });
    expect(reading.place(['b'])).toEqual({ line: 4, column: 7 });
    expect(reading.place(['b', 'none', 3])).toEqual({ line: 4, column: 7 });
  });

  it.each([
    ['', 1, 1, 'a value'],
    ['{"a": 1,\n "b" 2}', 2, 6, '“:”'],
    ['{"a": 1\n "b": 2}', 2, 2, '“,” “}”'],
    ['[1, 2', 1, 6, '“,” “]”'],
    ['[1, 2,]', 1, 7, 'a value'],
    ['{"a": tru}', 1, 7, 'a value'],
    ['{"a": "县', 1, 9, '“"”'],
    ['{\n a: 1}', 2, 2, '“"”'],
    ['{} x', 1, 4, 'the end'],
    ['["\\x"]', 1, 2, 'a text'],
  ])('names the place where %j stops being JSON', (text, line, column, expected) => {
    expect(broken(text)).toEqual([line, column, expected]);
  });

  it('finds keys that stand twice, and is not brought down by depth', () => {
    const reading = readJson('{"a": 1,\n "b": {"c": 1, "c": 2}, "a": 3}');
    if (reading.kind !== 'value') throw new Error('not read');
    expect(reading.doubles).toEqual([['b', 'c'], ['a']]);
    expect(reading.place(['a'])).toEqual({ line: 2, column: 25 });
    expect(reading.value).toEqual({ a: 3, b: { c: 2 } });
    expect(broken('['.repeat(100_000))).toEqual([1, 202, 'less depth']);
  });

  it('reads a text that begins with a byte order mark, and keeps a key called __proto__ as it is', () => {
    expect(readJson('\ufeff{"a": 1}')).toMatchObject({ kind: 'value', value: { a: 1 } });
    const reading = readJson('{"__proto__": {"x": 1}}');
    expect(reading.kind === 'value' && Object.keys(reading.value as object)).toEqual(['__proto__']);
  });
});

describe('placeAt', () => {
  it('counts lines by any line end, and columns in characters', () => {
    expect(placeAt('a\r\nb\rc\n𠮷d', 8)).toEqual({ line: 4, column: 2 });
  });
});
