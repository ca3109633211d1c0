/** `ipcMain`: handlers for `ipcRenderer.invoke`, with values cloned both ways. */
import { makeCodec } from './codec.ts';
import { strict } from './strict.ts';

/** The frame that a message came from. */
export interface Sender {
  readonly url: string;
  readonly parent: object | null;
}

type Handler = (event: object, ...values: unknown[]) => unknown;

const handlers = new Map<string, Handler>();
const codec = makeCodec();

export const ipcMain = strict('ipcMain', {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
});

/** Answers a message from a page, as values on the wire. */
export async function answerInvoke(
  channel: string,
  values: readonly unknown[],
  sender: Sender,
): Promise<{ readonly isFine: boolean; readonly value: unknown }> {
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const event = strict('event', { type: 'frame', senderFrame: strict('senderFrame', sender) });
    return { isFine: true, value: codec.encode(await handler(event, ...values.map(codec.decode))) };
  } catch (error) {
    return { isFine: false, value: `Error invoking remote method '${channel}': ${String(error)}` };
  }
}
