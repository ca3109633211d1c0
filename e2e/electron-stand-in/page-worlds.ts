/**
 * What runs inside the page: the preload in an isolated world, and its bridge into the page's own world. The functions here
 * are handed over as source text, so each uses only what it is given and what a page has.
 */
import { type Codec, makeCodec } from './codec.ts';

/** The name of the isolated world, as Electron calls it. */
export const ISOLATED_WORLD = 'Electron Isolated Context';

/** The one way out of the isolated world: a string to the main process. */
export const BINDING = '__electronStandIn';

/** Two worlds share the page's elements but no values; a detached element that only they hold carries cloned messages, at once. */
interface Peer {
  encode(value: unknown): unknown;
  decode(node: unknown): unknown;
}

/** One end of the bridge. Functions and promises stay where they are and are called across; everything else is copied. */
function makePeer(wire: EventTarget, mine: string, theirs: string): Peer {
  type Node = { readonly t: string; readonly v?: unknown; readonly id?: number };
  type Callable = (...values: unknown[]) => unknown;
  const functions = new Map<number, Callable>();
  const promises = new Map<number, { readonly resolve: Callable; readonly reject: Callable }>();
  let last = 0;
  const send = (kind: string, detail: unknown) => wire.dispatchEvent(new CustomEvent(`${theirs} ${kind}`, { detail }));
  const listen = (kind: string, listener: (detail: Readonly<Record<string, unknown>>) => void) =>
    wire.addEventListener(`${mine} ${kind}`, (event) => listener((event as CustomEvent).detail));

  function encode(value: unknown): Node {
    if (typeof value === 'function') {
      const id = ++last;
      functions.set(id, value as Callable);
      return { t: 'function', id };
    }
    if (typeof value === 'symbol') throw new TypeError('symbols cannot cross the context bridge');
    if (value === null || typeof value !== 'object') return { t: 'value', v: value };
    if (value instanceof Promise) {
      const id = ++last;
      value.then(
        (result) => send('settle', { id, node: encode(result), isFine: true }),
        (error) => send('settle', { id, node: encode(error), isFine: false }),
      );
      return { t: 'promise', id };
    }
    if (value instanceof Error) return { t: 'error', v: value.message };
    if (Array.isArray(value)) return { t: 'array', v: value.map(encode) };
    const kind = Object.prototype.toString.call(value);
    if (kind === '[object Object]')
      return { t: 'object', v: Object.entries(value).map(([key, item]) => [key, encode(item)]) };
    if (value instanceof globalThis.Node) throw new TypeError('elements are not implemented in this context bridge');
    return { t: 'value', v: value };
  }

  function decode(node: unknown): unknown {
    const { t, v, id = 0 } = node as Node;
    if (t === 'array') return (v as readonly unknown[]).map(decode);
    if (t === 'object') {
      const pairs = v as readonly (readonly [string, unknown])[];
      return Object.fromEntries(pairs.map(([key, item]) => [key, decode(item)]));
    }
    if (t === 'error') return new Error(String(v));
    if (t === 'promise') return new Promise((resolve, reject) => promises.set(id, { resolve, reject }));
    if (t === 'function') return (...values: unknown[]) => callAcross(id, values);
    return v;
  }

  function callAcross(id: number, values: readonly unknown[]): unknown {
    const call = ++last;
    let reply: { readonly node: unknown; readonly isFine: boolean } | undefined;
    const take = (event: Event) => {
      reply = (event as CustomEvent).detail;
    };
    wire.addEventListener(`${mine} reply ${call}`, take, { once: true });
    send('call', { id, call, values: values.map(encode) });
    if (reply === undefined) throw new Error('an argument could not be cloned for the context bridge');
    const result = decode(reply.node);
    if (!reply.isFine) throw result;
    return result;
  }

  listen('call', ({ id, call, values }) => {
    try {
      const result = functions.get(id as number)?.(...(values as readonly unknown[]).map(decode));
      send(`reply ${call}`, { node: encode(result), isFine: true });
    } catch (error) {
      const known = error instanceof Error ? error : new Error(String(error));
      send(`reply ${call}`, { node: encode(known), isFine: false });
    }
  });
  listen('settle', ({ id, node, isFine }) => {
    const waiting = promises.get(id as number);
    promises.delete(id as number);
    if (isFine) waiting?.resolve(decode(node));
    else waiting?.reject(decode(node));
  });
  return { encode, decode };
}

/** In the page's world, before its scripts: waits for the isolated world's element, then defines what the preload exposes. */
function installMainWorld(secret: string, peer: typeof makePeer): void {
  const freeze = (value: unknown): unknown => {
    if (value !== null && typeof value === 'object') for (const item of Object.values(value)) freeze(item);
    return Object.freeze(value);
  };
  const greet = (event: Event) => {
    const wire = (event as MouseEvent).relatedTarget;
    if (wire === null) return;
    const { decode } = peer(wire, 'main', 'isolated');
    wire.addEventListener('main expose', (exposing) => {
      const { key, node } = (exposing as CustomEvent).detail as { readonly key: string; readonly node: unknown };
      const value = freeze(decode(node));
      Object.defineProperty(window, key, { value, enumerable: true, writable: false, configurable: false });
    });
  };
  document.addEventListener(secret, greet, { once: true });
}

/** In the isolated world: `electron` as a sandboxed preload sees it, then the preload itself. */
function installIsolatedWorld(
  names: { readonly secret: string; readonly binding: string },
  peer: typeof makePeer,
  codec: Codec,
  preload: (require: (name: string) => unknown, module: object, exports: object) => void,
): void {
  // Like Electron, a preload does not run in frames inside the page.
  if (window !== window.top || location.href === 'about:blank') return;
  type Callable = (...values: unknown[]) => unknown;
  const world = globalThis as unknown as Record<string, unknown>;
  const post = world[names.binding] as (payload: string) => void;
  const tell = (message: object) => post(JSON.stringify(message));
  const refuse = (text: string): never => {
    tell({ kind: 'failure', text });
    throw new Error(`electron stand-in: ${text}`);
  };
  const strict = <T extends object>(name: string, object: T): T =>
    new Proxy(object, {
      get: (target, key) => {
        if (typeof key === 'symbol' || key in target || key === '__esModule' || key === 'then')
          return Reflect.get(target, key);
        return refuse(`${name}.${key} is not implemented in a preload`);
      },
    });

  const wire = document.createElement('span');
  document.dispatchEvent(new MouseEvent(names.secret, { relatedTarget: wire }));
  const { encode } = peer(wire, 'isolated', 'main');
  const exposed = new Set<string>();
  const waiting = new Map<number, { readonly resolve: Callable; readonly reject: Callable }>();
  const listeners = new Map<string, Callable[]>();
  let dropped: readonly {
    readonly path: string;
    readonly name: string;
    readonly size: number;
    readonly modified: number;
  }[] = [];
  let last = 0;

  const contextBridge = strict('contextBridge', {
    exposeInMainWorld(key: string, api: unknown) {
      if (exposed.has(key))
        throw new Error(`Cannot bind an API on top of an existing property on the window object: ${key}`);
      exposed.add(key);
      wire.dispatchEvent(new CustomEvent('main expose', { detail: { key, node: encode(api) } }));
    },
  });
  const ipcRenderer = strict('ipcRenderer', {
    invoke(channel: string, ...values: unknown[]) {
      const id = ++last;
      return new Promise((resolve, reject) => {
        const encoded = values.map((value) => codec.encode(value));
        waiting.set(id, { resolve: resolve as Callable, reject });
        tell({ kind: 'invoke', id, channel, values: encoded });
      });
    },
    on(channel: string, listener: Callable) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    removeListener(channel: string, listener: Callable) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((each) => each !== listener),
      );
    },
  });
  const webUtils = strict('webUtils', {
    getPathForFile(file: unknown) {
      if (!(file instanceof File)) throw new TypeError('Argument must be a File object');
      const isSame = (each: (typeof dropped)[number]) =>
        each.name === file.name && each.size === file.size && each.modified === file.lastModified;
      return dropped.find(isSame)?.path ?? '';
    },
  });

  world[names.binding] = Object.freeze({
    reply({ id, isFine, value }: { readonly id: number; readonly isFine: boolean; readonly value: unknown }) {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (isFine) asked?.resolve(codec.decode(value));
      else asked?.reject(new Error(String(value)));
    },
    deliver({ channel, values }: { readonly channel: string; readonly values: readonly unknown[] }) {
      for (const listener of listeners.get(channel) ?? []) listener(strict('event', {}), ...values.map(codec.decode));
    },
    dropped(files: typeof dropped) {
      dropped = files;
    },
  });

  const electron = strict('electron', { contextBridge, ipcRenderer, webUtils });
  const module = { exports: {} };
  const require = (name: string) =>
    name === 'electron' ? electron : refuse(`require('${name}') is not implemented in a preload`);
  try {
    preload(require, module, module.exports);
  } catch (error) {
    tell({ kind: 'failure', text: `the preload failed: ${error instanceof Error ? error.stack : String(error)}` });
  }
}

/** The scripts for a new page, in this order. `secret` is known to them alone. */
export function pageScripts(
  secret: string,
  preloadSource: string,
): { readonly main: string; readonly isolated: string } {
  const names = JSON.stringify({ secret, binding: BINDING });
  const preload = `function (require, module, exports) {\n${preloadSource}\n}`;
  return {
    main: `(${installMainWorld.toString()})(${JSON.stringify(secret)}, ${makePeer.toString()});`,
    isolated: `(${installIsolatedWorld.toString()})(${names}, ${makePeer.toString()}, (${makeCodec.toString()})(), ${preload});`,
  };
}
