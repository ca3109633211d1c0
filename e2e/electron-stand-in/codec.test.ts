import { describe, expect, it } from 'vitest';
import { makeCodec } from './codec.ts';

const { encode, decode } = makeCodec();
const trip = (value: unknown) => decode(JSON.parse(JSON.stringify(encode(value))));

describe('makeCodec', () => {
  it.each([
    [null],
    [undefined],
    [[1, undefined, Number.NaN, Number.POSITIVE_INFINITY, -0]],
    [{ $: 'object', v: { $: 'date', v: 1 }, nested: { a: undefined } }],
    ['𠮷字'],
    [12345678901234567890n],
    [new Date(0)],
    [new Map<unknown, unknown>([[{ a: 1 }, new Set([1, 'b'])]])],
    [new Uint8Array([0, 1, 255])],
  ])('gives back %o', (value) => {
    expect(trip(value)).toStrictEqual(value);
  });

  it('works as source text alone, as inside a page', () => {
    const copy = new Function(`return (${makeCodec.toString()})()`)() as ReturnType<typeof makeCodec>;
    expect(copy.decode(encode({ a: [1n] }))).toEqual({ a: [1n] });
  });

  it.each([[() => 1], [Symbol('s')], [{ call: () => 1 }], [Promise.resolve()], [new WeakMap()]])(
    'refuses %o',
    (value) => {
      expect(() => encode(value)).toThrow(/could not be cloned/);
    },
  );

  it('refuses a cyclic value rather than never ending', () => {
    const value: { self?: unknown } = {};
    value.self = value;
    expect(() => encode(value)).toThrow(/cyclic/);
  });
});
