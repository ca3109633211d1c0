/** Takes the screenshots of the README from the built app; with `--all FOLDER` every screen in both themes, languages and two widths. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser, machineSearch } from './find-browser.ts';
import type { App } from './fixtures/app.ts';
import { startInBrowser } from './fixtures/browser-host.ts';
import { CHECKOUT, type Machine } from './fixtures/running-host.ts';
import { openMarked, SCREENS } from './page-models/screens.ts';
import { AppWindow } from './page-models/window.ts';

const LANGUAGES = ['zh-CN', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [1280, 900] as const;

/** The pictures of the README. */
const README = [
  { language: 'zh-CN', theme: 'light', file: 'read-zh-light.png' },
  { language: 'en', theme: 'dark', file: 'read-en-dark.png' },
] as const;

const { values } = parseArgs({ options: { all: { type: 'string' } } });
const found = await findBrowser(machineSearch());
const browser = await chromium.launch({
  executablePath: found.path,
  env: { ...(process.env as Record<string, string>), ...found.environment },
});
try {
  if (values.all === undefined) await takeReadme(browser, join(CHECKOUT, 'resources', 'screenshots'));
  else await takeAll(browser, resolve(values.all));
} finally {
  await browser.close();
}

async function takeReadme(on: Browser, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { language, theme, file } of README)
    await withApp(on, language, theme, async (window) => {
      await openMarked(window, 'directive', 0);
      await shoot(window.page, join(folder, file));
    });
}

async function takeAll(on: Browser, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const language of LANGUAGES)
    await withApp(on, language, 'light', async (window) => {
      for (const screen of SCREENS) {
        await screen.open(window);
        for (const width of WIDTHS)
          for (const theme of THEMES) {
            await window.page.setViewportSize({ width, height: width === 900 ? 600 : 800 });
            await window.page.emulateMedia({ colorScheme: theme });
            await shoot(window.page, join(folder, `${screen.name}-${language}-${theme}-${width}.png`));
          }
        await window.page.setViewportSize({ width: 1280, height: 800 });
      }
    });
}

/** Starts the app with the sample project on a fresh machine, and ends it after. */
async function withApp(
  on: Browser,
  language: Machine['language'],
  theme: Machine['theme'],
  work: (window: AppWindow) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'zhupi-screenshots-'));
  const state = join(folder, 'state');
  const projects = join(folder, 'projects');
  await Promise.all([state, projects].map((path) => mkdir(path)));
  const machine: Machine = { language, theme, folder, state, projects, project: null };
  const running = await startInBrowser(on, machine, (page) => page.setDefaultTimeout(15_000));
  try {
    const app: App = {
      ...running,
      host: 'browser',
      machine,
      restart: () => Promise.reject(new Error('not for screenshots')),
      expectMessage: () => undefined,
    };
    const window = new AppWindow(app);
    await window.ready();
    await work(window);
  } finally {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Once fonts, layout and the marks have settled. */
async function shoot(page: Page, path: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let i = 0; i < 3; i += 1) await new Promise((done) => requestAnimationFrame(done));
  });
  await page.waitForTimeout(200);
  await page.screenshot({ path, animations: 'disabled' });
  process.stdout.write(`${path}\n`);
}
