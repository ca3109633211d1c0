/** Progress on standard error: a bar on a terminal, a line every five seconds elsewhere. */
import type { AppEvent } from '#shared/api/events.ts';
import type { TextKey } from '#shared/i18n/text.ts';
import { isTextKey } from '#shared/i18n/text.ts';
import type { Print } from './print.ts';

const WIDTH = 30;
const EVERY = 5000;

/** Takes the core's events; `end` removes the bar. */
export interface Progress {
  take(event: AppEvent): void;
  end(): void;
}

/** Shows how far a job is. Nothing is shown in the first half second: most commands are done by then. */
export function makeProgress(
  print: Print,
  stream: NodeJS.WriteStream = process.stderr,
  now = () => performance.now(),
): Progress {
  const start = now();
  let last = start;
  let isShown = false;
  return {
    take(event) {
      if (event.kind !== 'job.progress') return;
      const { done, total, phase } = event;
      const share = total === null || total === 0 ? null : Math.min(1, done / total);
      const name = nameOf(print, phase);
      if (stream.isTTY === true) {
        if (now() - start < 500) return;
        isShown = true;
        stream.write(`\r\u001b[K${bar(name, share)}`);
      } else if (now() - last >= EVERY) {
        last = now();
        stream.write(`${share === null ? name : `${name} ${percent(share)}`}\n`);
      }
    },
    end() {
      if (isShown) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}

function nameOf(print: Print, phase: string): string {
  const key: string = `cli.progress.${phase}`;
  return isTextKey(key) ? print.text(key satisfies TextKey) : phase;
}

function bar(name: string, share: number | null): string {
  if (share === null) return `${name} …`;
  const full = Math.round(share * WIDTH);
  return `${name} [${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${percent(share)}`;
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}
