/** Structured clone as JSON: what travels between the page's isolated world and the main process. */

/** Both directions. Cyclic values and platform objects are refused, as Electron refuses the latter. */
export interface Codec {
  /** @throws DataCloneError for functions, symbols, promises and whatever else cannot be cloned */
  encode(value: unknown): unknown;
  decode(wire: unknown): unknown;
}

/** Makes a codec. Self-contained: its source text is also run inside the page. */
export function makeCodec(): Codec {
  type Tagged = { readonly $: string; readonly v?: unknown; readonly k?: string };
  const fail = (what: string): never => {
    throw new DOMException(`${what} could not be cloned.`, 'DataCloneError');
  };
  const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const fromBase64 = (text: unknown): Uint8Array => Uint8Array.from(atob(String(text)), (sign) => sign.charCodeAt(0));

  function encodePart(value: unknown, above: readonly unknown[]): unknown {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'number')
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (typeof value !== 'object') return fail(String(value));
    if (above.includes(value)) return fail('A cyclic value');
    const path = [...above, value];
    const inside = (part: unknown) => encodePart(part, path);
    if (Array.isArray(value)) return Array.from(value, inside);
    if (value instanceof Date) return { $: 'date', v: inside(value.getTime()) };
    if (value instanceof Error) return { $: 'error', v: value.message, k: value.name };
    if (value instanceof Map) return { $: 'map', v: Array.from(value, ([key, item]) => [inside(key), inside(item)]) };
    if (value instanceof Set) return { $: 'set', v: Array.from(value, inside) };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      if (value.constructor.name !== 'Uint8Array') return fail(value.constructor.name);
      return { $: 'bytes', v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
    }
    const kind = Object.prototype.toString.call(value);
    if (kind !== '[object Object]') return fail(kind);
    return { $: 'object', v: Object.entries(value).map(([key, item]) => [key, inside(item)]) };
  }

  function decode(wire: unknown): unknown {
    if (Array.isArray(wire)) return wire.map(decode);
    if (wire === null || typeof wire !== 'object') return wire;
    const { $: tag, v, k } = wire as Tagged;
    const pairs = () =>
      (v as readonly (readonly [unknown, unknown])[]).map(([key, item]) => [decode(key), decode(item)] as const);
    switch (tag) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(v);
      case 'bigint':
        return BigInt(String(v));
      case 'date':
        return new Date(Number(decode(v)));
      case 'error':
        return Object.assign(new Error(String(v)), { name: k });
      case 'map':
        return new Map(pairs());
      case 'set':
        return new Set(decode(v) as readonly unknown[]);
      case 'buffer':
        return fromBase64(v).buffer;
      case 'bytes':
        return fromBase64(v);
      default:
        return Object.fromEntries(pairs() as readonly (readonly [string, unknown])[]);
    }
  }

  return {
    // structuredClone judges first, by the platform's own rules.
    encode: (value) => encodePart(structuredClone(value), []),
    decode,
  };
}
