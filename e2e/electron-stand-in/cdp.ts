/** A small client of the DevTools protocol (chromedevtools.github.io/devtools-protocol), flat sessions over one socket. */
import { z } from 'zod';

const Message = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
  sessionId: z.string().optional(),
});

/** The parameters of an event or the result of a command. */
export type Facts = Readonly<Record<string, unknown>>;
type Listener = (params: Facts) => void;

/** One attached target, or the browser itself. */
export interface CdpSession {
  send(method: string, params?: Facts): Promise<Facts>;
  on(method: string, listener: Listener): void;
}

/** The connection to a browser. */
export interface CdpConnection extends CdpSession {
  session(id: string): CdpSession;
  close(): void;
}

interface Waiting {
  readonly method: string;
  resolve(result: Facts): void;
  reject(error: Error): void;
}

/** Connects to a browser's `ws://…/devtools/browser/…`. */
export async function connect(endpoint: string): Promise<CdpConnection> {
  const socket = new WebSocket(endpoint);
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onerror = () => reject(new Error(`no browser at ${endpoint}`));
  });
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Listener[]>();
  let last = 0;

  socket.onmessage = (message) => {
    const { id, method, params, result, error, sessionId } = Message.parse(JSON.parse(String(message.data)));
    if (id !== undefined) {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) asked?.resolve(result ?? {});
      else asked?.reject(new Error(`${asked.method}: ${error.message}`));
    } else if (method !== undefined) {
      for (const listener of listeners.get(`${sessionId ?? ''} ${method}`) ?? []) listener(params ?? {});
    }
  };
  socket.onclose = () => {
    for (const asked of waiting.values()) asked.reject(new Error(`${asked.method}: the browser is gone`));
    waiting.clear();
  };

  function session(sessionId?: string): CdpSession {
    return {
      send(method, params = {}) {
        const id = ++last;
        return new Promise((resolve, reject) => {
          waiting.set(id, { method, resolve, reject });
          socket.send(
            JSON.stringify(sessionId === undefined ? { id, method, params } : { id, method, params, sessionId }),
          );
        });
      },
      on(method, listener) {
        const key = `${sessionId ?? ''} ${method}`;
        listeners.set(key, [...(listeners.get(key) ?? []), listener]);
      },
    };
  }
  return { ...session(), session, close: () => socket.close() };
}
