/** `BrowserWindow` and its `webContents`, each a page of the real browser. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { windowClosed } from './app.ts';
import { preventable, StrictEmitter } from './emitter.ts';
import { applyTheme } from './machine.ts';
import { openPage, type PageTarget } from './page-target.ts';
import { applyPermissions } from './session.ts';
import { demandReady, openWindows } from './state.ts';
import { checkOptions, failures, refusal, strict } from './strict.ts';

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What tests see of a window. */
export interface WindowFacts {
  readonly targetId: string | null;
  readonly title: string;
  readonly bounds: Rectangle;
  readonly isMaximised: boolean;
  readonly isVisible: boolean;
  readonly isMinimised: boolean;
  /** How often the app asked for the focus. */
  readonly focused: number;
}

/** A window as the rest of the stand-in handles it; the app has only the facade. */
export interface OpenWindow {
  readonly facade: object;
  readonly page: Promise<PageTarget>;
  facts(): WindowFacts;
  /** As the person's click on the close button. */
  close(): void;
  destroy(): void;
  place(bounds: Rectangle): void;
  setMaximised(isMaximised: boolean): void;
  minimise(): void;
}

const WINDOW_EVENTS = ['ready-to-show', 'close', 'closed', 'page-title-updated'];
const CONTENTS_EVENTS = ['will-navigate', 'will-attach-webview', 'render-process-gone', 'did-finish-load'];
const OPTIONS = [
  'x',
  'y',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'title',
  'icon',
  'show',
  'backgroundColor',
  'webPreferences',
];
const Preferences = z.strictObject({
  preload: z.string(),
  sandbox: z.literal(true),
  contextIsolation: z.literal(true),
  nodeIntegration: z.literal(false),
  webSecurity: z.literal(true),
  webviewTag: z.literal(false),
  spellcheck: z.boolean(),
});
const Options = z.looseObject({
  x: z.number().default(140),
  y: z.number().default(70),
  width: z.number(),
  height: z.number(),
  title: z.string().default(''),
  show: z.boolean().default(true),
  webPreferences: Preferences,
});

type PopupHandler = (details: { readonly url: string }) => { readonly action: string };

function createWindow(given: object): object {
  demandReady(true, 'BrowserWindow');
  checkOptions('BrowserWindow', given, OPTIONS);
  const { webPreferences, ...options } = parse(Options, given);
  let bounds: Rectangle = { x: options.x, y: options.y, width: options.width, height: options.height };
  let { title, show: isVisible } = options;
  let isMaximised = false;
  let isMinimised = false;
  let isDestroyed = false;
  let isShownOnce = false;
  let focused = 0;
  let address = '';
  let targetId: string | null = null;
  let onPopup: PopupHandler | null = null;
  const events = new StrictEmitter('BrowserWindow', WINDOW_EVENTS);
  const contentsEvents = new StrictEmitter('webContents', CONTENTS_EVENTS);

  const page = openPage(readFileSync(webPreferences.preload, 'utf8'), {
    isNavigationPrevented(url) {
      const event = preventable({ url });
      contentsEvents.tell('will-navigate', event, url);
      return event.defaultPrevented;
    },
    onPopup(url) {
      if (onPopup?.({ url }).action !== 'deny')
        failures.push('electron stand-in: windows made by the page are not implemented');
    },
    onLoaded() {
      contentsEvents.tell('did-finish-load');
      if (!isShownOnce) events.tell('ready-to-show');
      isShownOnce = true;
    },
    onTitle(next) {
      const event = preventable({});
      events.tell('page-title-updated', event, next, true);
      if (!event.defaultPrevented) title = next;
    },
    onCrashed: () => contentsEvents.tell('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }),
  }).then(async (opened) => {
    targetId = opened.id;
    await applyPermissions();
    await applyBounds(opened, { ...bounds });
    await applyTheme(opened);
    return opened;
  });
  const onPage = (step: (opened: PageTarget) => Promise<unknown>) =>
    void page.then(step).catch((error: unknown) => {
      if (!isDestroyed) failures.push(`electron stand-in: ${String(error)}`);
    });

  const webContents = strict('webContents', {
    on: contentsEvents.on.bind(contentsEvents),
    send(channel: string, ...values: unknown[]) {
      if (isDestroyed) throw new TypeError('Object has been destroyed');
      const copies = structuredClone(values);
      onPage((opened) => opened.deliver(channel, copies));
    },
    setWindowOpenHandler(handler: PopupHandler) {
      onPopup = handler;
    },
    reload() {
      onPage((opened) => opened.navigate(address));
    },
  });

  const facade = strict('BrowserWindow', {
    on: events.on.bind(events),
    once: events.once.bind(events),
    webContents,
    async loadURL(url: string) {
      address = url;
      await (await page).navigate(url);
    },
    show() {
      isVisible = true;
    },
    focus() {
      focused += 1;
      onPage((opened) => opened.send('Page.bringToFront'));
    },
    isMinimized: () => isMinimised,
    restore() {
      isMinimised = false;
    },
    maximize() {
      isMaximised = true;
      // Electron shows a window that is maximised.
      isVisible = true;
      onPage((opened) => applyBounds(opened, { windowState: 'maximized' }));
    },
    isMaximized: () => isMaximised,
    getNormalBounds: () => ({ ...bounds }),
    setTitle(next: string) {
      title = next;
    },
  });

  const window: OpenWindow = {
    facade,
    page,
    facts: () => ({ targetId, title, bounds, isMaximised, isVisible, isMinimised, focused }),
    close() {
      const event = preventable({});
      events.tell('close', event);
      if (!event.defaultPrevented) window.destroy();
    },
    destroy() {
      if (isDestroyed) return;
      isDestroyed = true;
      openWindows.splice(openWindows.indexOf(window), 1);
      const closing = page.then((opened) => opened.close()).catch(() => undefined);
      events.tell('closed');
      void closing.then(windowClosed);
    },
    place(next) {
      bounds = next;
      onPage((opened) => applyBounds(opened, { ...next }));
    },
    setMaximised(next) {
      isMaximised = next;
      onPage((opened) => applyBounds(opened, { windowState: next ? 'maximized' : 'normal' }));
    },
    minimise() {
      isMinimised = true;
    },
  };
  openWindows.push(window);
  return facade;
}

interface WindowBounds {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly windowState?: string;
}

async function applyBounds(page: PageTarget, { x, y, width, height, windowState }: WindowBounds): Promise<void> {
  const { windowId } = await page.send('Browser.getWindowForTarget', {});
  const bounds = windowState === undefined ? { left: x, top: y, width, height } : { windowState };
  await page.send('Browser.setWindowBounds', { windowId, bounds });
}

function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw refusal(`BrowserWindow: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** A class whose instances are facades. */
export const BrowserWindow = strict(
  'BrowserWindow',
  class {
    constructor(options: object) {
      // biome-ignore lint/correctness/noConstructorReturn: the facade refuses what it does not have, which a class cannot.
      return createWindow(options);
    }
  },
);
