/** Events on their way to the page: what must not be lost waits until the page listens. Pure. */
import type { AppEvent } from '#shared/api/events.ts';

/** The way to the page. */
export interface Outbox {
  post(event: AppEvent): void;
  /** The page listens now: what waited goes out. */
  open(): void;
  /** The page is gone (a crash, a new load). */
  close(): void;
  isOpen(): boolean;
}

/** An outbox that is closed at first. Only offered files wait; everything else the page asks for when it loads. */
export function makeOutbox(send: (event: AppEvent) => void): Outbox {
  let isOpen = false;
  let waiting: AppEvent[] = [];
  return {
    post(event) {
      if (isOpen) send(event);
      else if (event.kind === 'files.offered') waiting.push(event);
    },
    open() {
      isOpen = true;
      const ready = waiting;
      waiting = [];
      for (const event of ready) send(event);
    },
    close() {
      isOpen = false;
    },
    isOpen: () => isOpen,
  };
}
