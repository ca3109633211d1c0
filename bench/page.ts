/** The built app in a real, headless browser, and a probe in its page that measures from an input event to the paint. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser, machineSearch } from '../e2e/find-browser.ts';
import { startInBrowser } from '../e2e/fixtures/browser-host.ts';
import type { Bench } from './workbench.ts';

/** What the probe waits for, from the next event on. */
export interface Watch {
  /** `keydown` or `click`. */
  readonly event: 'keydown' | 'click';
  /** True: nobody else gets the event, and the first frame counts. */
  readonly isControl: boolean;
  /** The article's first paragraph must read so; null: whatever it is. */
  readonly firstParagraph: string | null;
  /** A mark must be painted: at this place of a paragraph, or anywhere with chips. Null: none need be. */
  readonly mark: { readonly paragraph: number; readonly start: number; readonly end: number } | 'any' | null;
}

declare global {
  interface Window {
    /** Set by the probe. Milliseconds; rejects where what is watched for does not come within three seconds. */
    watchPaint: (watch: Watch) => void;
    painted: Promise<number>;
  }
}

/** Serves a project, opens it in a browser and runs `work` on its page. */
export async function withPage<T>(bench: Bench, project: string, work: (page: Page) => Promise<T>): Promise<T> {
  const found = await findBrowser(machineSearch());
  const environment = { ...(process.env as Record<string, string>), ...found.environment };
  const browser = await chromium.launch({ executablePath: found.path, env: environment });
  const state = join(bench.folder, 'page-state');
  const projects = join(bench.folder, 'page-projects');
  for (const folder of [state, projects]) mkdirSync(folder);
  try {
    const machine = { language: 'en', theme: 'light', folder: bench.folder, state, projects, project } as const;
    const running = await startInBrowser(browser, machine, (page) => void page.addInitScript(installProbe));
    try {
      return await work(running.page);
    } finally {
      await running.stop();
    }
  } finally {
    await browser.close();
  }
}

/**
 * Where the time ends: a message posted from requestAnimationFrame is delivered when the main thread has run style,
 * layout and paint of that very frame and handed it to the compositor. A second requestAnimationFrame would add the rest
 * of a frame, and round; Event Timing rounds to 8 ms and is silent below 16. What the compositor still does (raster,
 * show) is missing on both sides. The probe asks for a frame in the control too: an idle page draws none.
 * Frames go on until what is watched for stands in the page, so drawing that is put off to a later frame counts.
 */
export function installProbe(): void {
  const channel = new MessageChannel();
  let watch: Watch | null = null;
  let settle: { resolve(ms: number): void; reject(error: Error): void } | null = null;

  const isPainted = ({ firstParagraph, mark }: Watch): boolean => {
    const paragraphs = document.querySelectorAll('.reader-article p');
    if (firstParagraph !== null && paragraphs[0]?.firstChild?.nodeValue !== firstParagraph) return false;
    if (mark === null) return true;
    const node = mark === 'any' ? null : paragraphs[mark.paragraph]?.firstChild;
    for (const [name, highlight] of CSS.highlights) {
      if (name === 'reader-selection' || name === 'reader-hover') continue;
      for (const range of highlight as unknown as Iterable<AbstractRange>) {
        if (mark === 'any') return range.startContainer.isConnected && document.querySelector('.reader-chip') !== null;
        if (range.startContainer === node && range.startOffset === mark.start && range.endOffset === mark.end)
          return true;
      }
    }
    return false;
  };

  const begin = (event: Event) => {
    const current = watch;
    if (current === null || event.type !== current.event) return;
    watch = null;
    if (current.isControl) {
      event.stopImmediatePropagation();
      event.preventDefault();
    }
    const next = () => requestAnimationFrame(() => channel.port2.postMessage(null));
    channel.port1.onmessage = () => {
      const now = performance.now();
      if (current.isControl || isPainted(current)) settle?.resolve(now - event.timeStamp);
      else if (now - event.timeStamp > 3000) settle?.reject(new Error('nothing was painted within 3 s'));
      else next();
    };
    next();
  };
  // Installed before anything of the page: the first to get the event.
  for (const type of ['keydown', 'click']) window.addEventListener(type, begin, { capture: true });

  window.watchPaint = (wanted) => {
    watch = wanted;
    window.painted = new Promise((resolve, reject) => {
      settle = { resolve, reject };
    });
    window.painted.catch(() => undefined);
    if (!wanted.isControl && wanted.firstParagraph === null && isPainted(wanted))
      throw new Error('painted before the event');
  };
}

/** Starts watching, does what causes the event, and gives the milliseconds from its time stamp to the end of the frame. */
export async function timePaint(page: Page, watch: Watch, act: () => Promise<void>): Promise<number> {
  await page.evaluate((wanted) => window.watchPaint(wanted), watch);
  // Events are to fall anywhere between two frames, not always behind the last answer of the page.
  await page.waitForTimeout(40 + Math.random() * 40);
  await act();
  return page.evaluate(() => window.painted);
}
