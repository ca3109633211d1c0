/** The end-to-end tests: the same specs against the browser host, the desktop app on a stand-in, and real Electron. */
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser, machineSearch } from './find-browser.ts';
import type { AppOptions, HostOptions } from './fixtures/app.ts';

// Looked for once; the workers inherit the answer.
process.env['ZHUPI_TEST_BROWSER'] ??= JSON.stringify(await findBrowser(machineSearch()));

/** Specs about what only a desktop app has, and about the stand-in itself. */
const STAND_IN_ONLY = /stand-in\.spec\.ts$/;
const DESKTOP_ONLY = /(desktop|stand-in)\.spec\.ts$/;

export default defineConfig<AppOptions, HostOptions>({
  testDir: join(import.meta.dirname, 'specs'),
  outputDir: join(import.meta.dirname, '..', 'test-results', 'e2e'),
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure', actionTimeout: 10_000 },
  projects: [
    { name: 'browser', use: { host: 'browser' }, testIgnore: DESKTOP_ONLY },
    { name: 'desktop-stand-in', use: { host: 'desktop-stand-in' } },
    { name: 'desktop', use: { host: 'desktop' }, testIgnore: STAND_IN_ONLY },
  ],
});
