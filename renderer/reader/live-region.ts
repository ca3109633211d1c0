/** A visually hidden region that says what is under the caret, politely and not for every step of a run. */

/** Says texts; the last one wins. */
export interface LiveRegion {
  say(text: string): void;
  destroy(): void;
}

/** Milliseconds without a further text before one is said. */
const PAUSE = 150;

/** Puts the region into `host`; `destroy` stops a pending text. */
export function createLiveRegion(host: HTMLElement): LiveRegion {
  const element = host.ownerDocument.createElement('div');
  element.className = 'reader-live';
  element.ariaLive = 'polite';
  host.append(element);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    say(text) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        // A repeated text is said again only when the content changes.
        element.textContent = element.textContent === text ? `${text}\u00a0` : text;
      }, PAUSE);
    },
    destroy() {
      clearTimeout(timer);
      element.remove();
    },
  };
}
