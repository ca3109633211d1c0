/** Starts the built app in the stand-in: a browser, a Node process with the main script, and Playwright on the same page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startBrowser } from './browser.ts';
import type { WindowFacts } from './browser-window.ts';
import { CONFIG_VARIABLE, type StandInConfig } from './config.ts';
import type { ControlRequest, MachineFacts } from './control.ts';
import type { DialogAnswer, ShownDialog } from './dialog.ts';
import type { MenuItemFacts } from './menu.ts';

/** How long a start, an answer or an end may take, in milliseconds. */
const PATIENCE = 30_000;

/** What is started, on what kind of machine. */
export interface LaunchOptions {
  readonly browserPath: string;
  /** The browser's own environment, beyond what is there. */
  readonly browserEnvironment?: Readonly<Record<string, string>>;
  /** The machine's folder for this app; kept between launches, it is the same person's second start. */
  readonly userDataDir: string;
  /** What stands behind the program's name on the command line. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The folder with the app's package.json. Default: the project itself. */
  readonly appPath?: string;
  /** The main script, relative to `appPath`. Default: `out/main/main.js`. */
  readonly main?: string;
  /** The person's languages, most wanted first. Default: `['en-GB']`. */
  readonly languages?: readonly string[];
  readonly isSystemDark?: boolean;
  readonly screens?: StandInConfig['screens'];
}

/** What a person or the system does around the page. */
export interface StandInControl {
  /** The answer to the next dialog; an unexpected dialog, or an answer that none took, fails at `close`. */
  answerDialog(answer: DialogAnswer): Promise<void>;
  dialogs(): Promise<readonly ShownDialog[]>;
  menu(): Promise<readonly MenuItemFacts[]>;
  clickMenu(id: string): Promise<void>;
  windows(): Promise<readonly WindowFacts[]>;
  placeWindow(bounds: WindowFacts['bounds']): Promise<void>;
  setMaximised(isMaximised: boolean): Promise<void>;
  minimise(): Promise<void>;
  /** Clicks the window's close button. */
  closeWindow(): Promise<void>;
  /** Starts the app a second time; resolves to its exit status. */
  secondInstance(args: readonly string[]): Promise<number | null>;
  /** As macOS does it. */
  openFile(path: string): Promise<void>;
  /** Drops files of this disk at a point of the page, in CSS pixels. */
  dropFiles(paths: readonly string[], x: number, y: number): Promise<void>;
  machine(): Promise<MachineFacts>;
  /** Asks the app to quit, as its menu would; resolves to the exit status. */
  quit(): Promise<number | null>;
}

/** A running stand-in. */
export interface StandIn {
  /** The page of the first window. */
  readonly page: Page;
  readonly browser: Browser;
  readonly control: StandInControl;
  /** What was refused or went wrong so far. */
  failures(): Promise<readonly string[]>;
  /** Resolves to the exit status when the app has ended by itself. */
  readonly ended: Promise<number | null>;
  /** Ends app and browser as a power cut does. */
  kill(): Promise<void>;
  /** Quits what still runs. @throws Error where anything was refused or went wrong */
  close(): Promise<void>;
}

/** Starts the app and waits for its first window to show. The caller closes it. @throws Error with what the app wrote, where it ends before */
export async function launchStandIn(options: LaunchOptions): Promise<StandIn> {
  const appPath = resolve(options.appPath ?? join(import.meta.dirname, '..', '..'));
  mkdirSync(join(options.userDataDir, 'documents'), { recursive: true });
  const chromiumProcess = await startBrowser(options);
  const config: StandInConfig = {
    endpoint: chromiumProcess.endpoint,
    appPath,
    userData: resolve(options.userDataDir),
    documents: resolve(options.userDataDir, 'documents'),
    languages: [...(options.languages ?? ['en-GB'])],
    isSystemDark: options.isSystemDark ?? false,
    screens: options.screens ?? [{ workArea: { x: 0, y: 0, width: 1600, height: 1000 } }],
  };
  const start = (args: readonly string[]) =>
    startMain(config, join(appPath, options.main ?? 'out/main/main.js'), args, options.env ?? {});
  const main = start(options.args ?? []);
  let lastFailures: readonly string[] = [];

  async function failures(): Promise<readonly string[]> {
    if (main.isRunning()) lastFailures = (await main.ask({ op: 'failures' })) as readonly string[];
    return lastFailures;
  }
  async function quit(): Promise<number | null> {
    await failures();
    await main.ask({ op: 'quit' });
    return within(main.ended, 'the end of the app');
  }
  async function cleanUp(): Promise<void> {
    main.kill();
    await Promise.all([main.ended, chromiumProcess.close()]);
  }

  try {
    const targetId = await within(waitForWindow(main), 'the first window');
    const browser = await chromium.connectOverCDP(chromiumProcess.endpoint, { noDefaults: true });
    const page = await findPage(browser, targetId);
    page.context().on('page', (opened) => void closePopup(opened, main).catch(() => undefined));
    const tell = async (request: ControlRequest) => void (await main.ask(request));
    const control: StandInControl = {
      answerDialog: (answer) => tell({ op: 'answerDialog', answer }),
      dialogs: async () => (await main.ask({ op: 'dialogs' })) as readonly ShownDialog[],
      menu: async () => (await main.ask({ op: 'menu' })) as readonly MenuItemFacts[],
      clickMenu: (id) => tell({ op: 'clickMenu', id }),
      windows: async () => (await main.ask({ op: 'windows' })) as readonly WindowFacts[],
      placeWindow: (bounds) => tell({ op: 'placeWindow', bounds }),
      setMaximised: (isMaximised) => tell({ op: 'setMaximised', isMaximised }),
      minimise: () => tell({ op: 'minimise' }),
      closeWindow: () => tell({ op: 'closeWindow' }),
      async secondInstance(args) {
        const second = start(args);
        const status = await within(second.ended, 'the end of the second instance');
        if (second.errors() !== '') throw new Error(`the second instance: ${second.errors()}`);
        return status;
      },
      openFile: (path) => tell({ op: 'openFile', path }),
      dropFiles: (paths, x, y) => tell({ op: 'dropFiles', paths: [...paths], x, y }),
      machine: async () => (await main.ask({ op: 'machine' })) as MachineFacts,
      quit,
    };
    return {
      page,
      browser,
      control,
      failures,
      ended: main.ended,
      kill: cleanUp,
      async close() {
        try {
          if (main.isRunning()) await quit();
          if (lastFailures.length > 0) throw new Error(lastFailures.join('\n'));
        } finally {
          await browser.close().catch(() => undefined);
          await cleanUp();
        }
      },
    };
  } catch (error) {
    const found = await failures().catch(() => []);
    await cleanUp();
    throw new Error([String(error), ...found, main.errors()].join('\n'), { cause: error });
  }
}

interface MainProcess {
  ask(request: ControlRequest): Promise<unknown>;
  isRunning(): boolean;
  /** What it wrote to standard error. */
  errors(): string;
  readonly ended: Promise<number | null>;
  kill(): void;
}

function startMain(
  config: StandInConfig,
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): MainProcess {
  const hooks = new URL('./register.ts', import.meta.url).href;
  // As `electron .` does it: the app's folder stands where the script would.
  const child: ChildProcess = spawn(process.execPath, ['--import', hooks, script, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', ...env, [CONFIG_VARIABLE]: JSON.stringify(config) },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk);
    process.stderr.write(chunk);
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  child.on('message', (message) => {
    const { id, value, error } = message as { readonly id: number; readonly value?: unknown; readonly error?: string };
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(value);
    else asked?.reject(new Error(error));
  });
  const ended = new Promise<number | null>((done) => {
    child.on('close', (status) => {
      for (const asked of waiting.values()) asked.reject(new Error(`the app has ended (${status})\n${errors}`));
      done(status);
    });
  });
  return {
    ask: (request) =>
      within(
        new Promise((resolveAnswer, reject) => {
          const id = ++last;
          waiting.set(id, { resolve: resolveAnswer, reject });
          child.send({ id, request }, (error) => error && reject(error));
        }),
        `an answer to ${request.op}`,
      ),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    errors: () => errors,
    ended,
    kill: () => child.kill('SIGKILL'),
  };
}

async function waitForWindow(main: MainProcess): Promise<string> {
  for (;;) {
    const [window] = (await main.ask({ op: 'windows' })) as readonly WindowFacts[];
    if (window?.isVisible && window.targetId !== null) return window.targetId;
    const failures = (await main.ask({ op: 'failures' })) as readonly string[];
    if (failures.some((failure) => !failure.includes('no dialog took'))) throw new Error('the app could not start');
    await pause();
  }
}

async function findPage(browser: Browser, targetId: string): Promise<Page> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    for (const page of browser.contexts().flatMap((context) => context.pages()))
      if ((await targetOf(page)) === targetId) return page;
    await pause();
  }
  throw new Error('Playwright does not see the window');
}

/** Pages that are not windows of the app were opened by a page; the app's handler was asked and denied them. */
async function closePopup(page: Page, main: MainProcess): Promise<void> {
  const id = await targetOf(page);
  const windows = (await main.ask({ op: 'windows' })) as readonly WindowFacts[];
  if (!windows.some((window) => window.targetId === id)) await page.close();
}

async function targetOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return targetInfo.targetId;
}

async function within<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${PATIENCE / 1000} s for ${what}`)), PATIENCE);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 30));
}
