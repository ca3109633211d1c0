import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { endProcess, readAddress, startHostProcess } from '../fixtures/browser-host.ts';
import { CHECKOUT, environmentFor } from '../fixtures/running-host.ts';

test('a first start shows the sample project', async ({ app }) => {
  await expect(app.page).toHaveTitle(/Zhupi/);
  await expect(app.page.locator('#root')).not.toBeEmpty();
  await expect(app.page.getByText(/示例|Sample/).first()).toBeVisible();
});

test('a reload and a second start show the same project', async ({ app }) => {
  const sample = () => app.page.getByText(/示例|Sample/).first();
  await expect(sample()).toBeVisible();
  await app.page.reload();
  await expect(sample()).toBeVisible();
  await app.restart();
  await expect(sample()).toBeVisible();
  await app.stop();
  const files = readdirSync(app.machine.projects);
  expect(files.filter((name) => name.endsWith('.zhupi'))).toHaveLength(1);
  expect(files.filter((name) => /-(wal|shm)$/.test(name))).toEqual([]);
});

test.describe('a machine that speaks Chinese and is dark', () => {
  test.use({ appLanguage: 'zh-CN', appTheme: 'dark' });

  test('has the app in its language and theme', async ({ app }) => {
    await expect(app.page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    const paper = await app.page.evaluate(() => {
      const canvas = document.createElement('canvas').getContext('2d');
      if (canvas === null) return 0;
      canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
      canvas.fillRect(0, 0, 1, 1);
      return canvas
        .getImageData(0, 0, 1, 1)
        .data.slice(0, 3)
        .reduce((sum, part) => sum + part, 0);
    });
    expect(paper).toBeLessThan(3 * 80);
  });
});

test.describe('the browser host', () => {
  test.skip(({ host }) => host !== 'browser', 'about the browser host alone');

  test('lets in one browser with its address, and explains itself to a second', async ({ machine, testBrowser }) => {
    if (testBrowser === null) throw new Error('no browser was started');
    const { child, address } = await startHostProcess(machine);
    const first = await testBrowser.newContext();
    const second = await testBrowser.newContext();
    try {
      const page = await first.newPage();
      await page.goto(address);
      expect(page.url()).toBe(`${new URL(address).origin}/`);
      const stranger = await second.newPage();
      expect((await stranger.goto(address))?.status()).toBe(403);
      await expect(stranger.getByRole('heading')).toHaveText(['此地址已失效', 'This address no longer works']);
      expect((await stranger.goto(new URL('/', address).href))?.status()).toBe(401);
    } finally {
      await first.close();
      await second.close();
      expect(await endProcess(child, 'SIGTERM')).toBe(0);
    }
  });

  test('is what npm start opens where there is no display, and says so', async ({ machine }) => {
    const environment = { ...environmentFor(machine), DISPLAY: '', WAYLAND_DISPLAY: '' };
    const child = spawn(process.execPath, [join(CHECKOUT, 'electron', 'hosts', 'launch.ts')], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { address, output } = await readAddress(child);
    expect(output()).toContain('There is no display for a desktop window, so the same app opens in the browser.');
    const answer = await fetch(address, { redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(await endProcess(child, 'SIGTERM')).toBe(0);
  });

  test('keeps the file whole after a power cut', async ({ app }) => {
    await expect(app.page.getByText(/示例|Sample/).first()).toBeVisible();
    await app.restart('kill');
    await expect(app.page.getByText(/示例|Sample/).first()).toBeVisible();
    const [file] = readdirSync(app.machine.projects).filter((name) => name.endsWith('.zhupi'));
    expect(existsSync(join(app.machine.projects, file ?? ''))).toBe(true);
    expect(
      readFileSync(join(app.machine.projects, file ?? ''))
        .subarray(0, 15)
        .toString(),
    ).toBe('SQLite format 3');
  });
});
