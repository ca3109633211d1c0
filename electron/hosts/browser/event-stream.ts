/** Server-sent events (HTML standard, "Server-sent events"): what core and host tell the page. */
import type { ServerResponse } from 'node:http';
import type { AppEvent } from '#shared/api/events.ts';

const HEARTBEAT_MS = 15_000;
/** A page that has fallen this many bytes behind is cut off; it connects anew by itself. */
const MAX_BEHIND_BYTES = 8 * 1024 * 1024;

/** The open streams of one host. */
export interface EventStreams {
  /** Turns a response into a stream of events until either side ends it. */
  open(response: ServerResponse): void;
  /** Sends an event to every stream. */
  send(event: AppEvent): void;
  /** Ends every stream. */
  close(): void;
}

/** No streams yet. A comment is sent every `heartbeat` milliseconds, so that a dead connection is noticed. */
export function createEventStreams(heartbeat = HEARTBEAT_MS): EventStreams {
  const open = new Set<ServerResponse>();
  const write = (text: string) => {
    for (const response of open) {
      if (response.writableLength > MAX_BEHIND_BYTES) response.destroy();
      else response.write(text);
    }
  };
  const timer = setInterval(write, heartbeat, ':\n\n');
  timer.unref();
  return {
    open(response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
      response.write('retry: 1000\n\n');
      open.add(response);
      response.once('close', () => open.delete(response));
    },
    send: (event) => write(`data: ${JSON.stringify(event)}\n\n`),
    close() {
      clearInterval(timer);
      for (const response of open) response.end();
    },
  };
}
