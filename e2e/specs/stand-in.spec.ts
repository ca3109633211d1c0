import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type LaunchOptions, launchStandIn, type StandIn } from '../electron-stand-in/launch.ts';

/** Starts the small app, doing something differently where asked. */
type Launch = (differently?: string, options?: Partial<LaunchOptions>) => Promise<StandIn>;

const test = base.extend<{ folder: string; launch: Launch }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright demands a pattern.
  async folder({}, use) {
    const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  },
  async launch({ folder }, use) {
    const started: StandIn[] = [];
    const browser = JSON.parse(process.env['ZHUPI_TEST_BROWSER'] ?? '{}') as {
      path: string;
      environment: Record<string, string>;
    };
    await use(async (differently = '', options = {}) => {
      const standIn = await launchStandIn({
        browserPath: browser.path,
        browserEnvironment: browser.environment,
        userDataDir: folder,
        appPath: join(import.meta.dirname, '..', 'electron-stand-in', 'mini-app'),
        main: 'main.mjs',
        env: { MINI_APP: differently },
        ...options,
      });
      started.push(standIn);
      return standIn;
    });
    for (const standIn of started) await standIn.kill();
  },
});

// biome-ignore lint/correctness/noEmptyPattern: Playwright demands a pattern.
test.beforeEach(({}, info) => {
  test.skip(info.project.name !== 'desktop-stand-in', 'about the stand-in itself');
});

test('the preload bridges two worlds, and messages are cloned', async ({ launch }) => {
  const app = await launch();
  const { page, control } = app;
  const found = await page.evaluate(async () => {
    type Mini = Record<string, (...values: unknown[]) => unknown> & { deep: { list: readonly unknown[] } };
    const { mini, early, got } = window as unknown as { mini: Mini; early: string; got: number[] };
    const caught = async (step: () => unknown) => {
      try {
        return await step();
      } catch (error) {
        return `caught ${String(error)}`;
      }
    };
    const off = mini.onGreeting?.((value: unknown) => got.push((value as { at: Date }).at.getTime()));
    Object.assign(window, { off });
    return {
      early,
      count: [mini.count?.(), mini.count?.()],
      isFrozen: Object.isFrozen(mini.deep.list[1]),
      echo: await mini.invoke?.('echo', 1, { nothing: undefined, bytes: new Uint8Array([7]) }),
      kind: await mini.invoke?.('kind', new Map([[1, 2]])),
      throws: await caught(() => mini.throws?.()),
      rejects: await caught(() => mini.rejects?.()),
      fail: await caught(() => mini.invoke?.('fail')),
      nobody: await caught(() => mini.invoke?.('nobody')),
      functionOut: await caught(() => mini.invoke?.('echo', () => 1)),
      functionBack: await caught(() => mini.invoke?.('function')),
      leaks: ['require', 'process', 'electron', '__electronStandIn'].filter((name) => name in window),
      inFrame: 'mini' in (document.querySelector('iframe')?.contentWindow ?? { mini: 'no frame' }),
      senders: await mini.invoke?.('senders'),
    };
  });
  expect(found).toMatchObject({
    early: 'object',
    count: [1, 2],
    isFrozen: true,
    echo: [1, { nothing: undefined, bytes: { 0: 7 } }],
    kind: '[object Map]',
    throws: 'caught Error: in the preload',
    rejects: 'caught Error: later',
    fail: "caught Error: Error invoking remote method 'fail': Error: on purpose",
    nobody: expect.stringContaining("No handler registered for 'nobody'"),
    functionOut: expect.stringContaining('could not be cloned'),
    functionBack: expect.stringContaining('could not be cloned'),
    leaks: [],
    inFrame: false,
    senders: [{ url: 'mini://app/', isMain: true }],
  });
  await control.clickMenu('greet');
  await expect.poll(() => page.evaluate(() => (window as unknown as { got: number[] }).got)).toEqual([5]);
  await page.evaluate(() => (window as unknown as { off(): void }).off());
  await control.clickMenu('greet');
  await page.evaluate(() => (window as unknown as { mini: { invoke(name: string): unknown } }).mini.invoke('screens'));
  expect(await page.evaluate(() => (window as unknown as { got: number[] }).got)).toEqual([5]);
  await expect(control.clickMenu('grey')).rejects.toThrow('greyed out');
  await expect(control.clickMenu('gone')).rejects.toThrow('no item');
  await app.close();
});

test('files dropped on the page have their path, made ones have none', async ({ launch, folder }) => {
  const app = await launch();
  const file = join(folder, '旧报.txt');
  writeFileSync(file, 'hello');
  await app.control.dropFiles([file], 50, 50);
  await app.page.waitForFunction(() => 'paths' in window);
  expect(await app.page.evaluate(() => (window as unknown as { paths: string[] }).paths)).toEqual([file]);
  const made = await app.page.evaluate(() =>
    (window as unknown as { mini: { paths(files: File[]): string[] } }).mini.paths([new File(['hello'], '旧报.txt')]),
  );
  expect(made).toEqual(['']);
  await app.close();
});

test('the app decides about navigation, popups and requests', async ({ launch, folder }) => {
  const app = await launch();
  const { page } = app;
  await page.click('#out');
  await page.click('#in');
  await page.waitForURL('**/second');
  expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe(
    'navigate https://a.example/\nnavigate mini://app/second\n',
  );
  await page.evaluate(() => void window.open('/popup'));
  await expect.poll(() => page.context().pages().length).toBe(1);
  const blocked = await page.evaluate(() =>
    fetch('/blocked').then(
      () => 'loaded',
      () => 'refused',
    ),
  );
  expect(blocked).toBe('refused');
  expect((await app.control.machine()).requests).toContain('mini://app/blocked');
  await app.close();
});

test('windows made by a page are refused where the app forgot to deny them', async ({ launch }) => {
  const app = await launch('popups');
  await app.page.evaluate(() => void window.open('/popup'));
  await expect.poll(() => app.failures()).toEqual([expect.stringContaining('windows made by the page')]);
  await expect(app.close()).rejects.toThrow('windows made by the page');
});

test('permissions are what the app answers', async ({ launch }) => {
  const state = (app: StandIn) =>
    app.page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state);
  const strict = await launch();
  expect(await state(strict)).toBe('denied');
  await strict.close();
  const lenient = await launch('permission');
  expect(await state(lenient)).toBe('granted');
  await lenient.close();
});

test('the theme reaches the page', async ({ launch }) => {
  const isDark = (app: StandIn) => app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const light = await launch();
  expect(await isDark(light)).toBe(false);
  await light.close();
  const dark = await launch('dark');
  expect(await isDark(dark)).toBe(true);
  await dark.close();
});

test('one instance runs, and later starts hand over', async ({ launch, folder }) => {
  const app = await launch();
  expect(await app.control.secondInstance(['/x/a.txt'])).toBe(0);
  await app.control.openFile('/x/b.txt');
  await expect
    .poll(() => readFileSync(join(folder, 'notes.txt'), 'utf8').split('\n').sort())
    .toEqual(['', 'open /x/b.txt', 'second {"files":["/x/a.txt"]}']);
  expect(await app.control.quit()).toBe(0);
  expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toContain('will-quit');
  await app.close();
});

test('what is not implemented is refused by name, and fails the test even where the app catches it', async ({
  launch,
}) => {
  const app = await launch();
  const caught = await app.page.evaluate(async () => {
    const { mini } = window as unknown as { mini: { invoke(name: string): Promise<unknown>; unknown(): unknown } };
    const first = await mini.invoke('unknown').catch(String);
    try {
      mini.unknown();
    } catch (error) {
      return [first, String(error)];
    }
    return [first];
  });
  expect(caught[0]).toContain('app.getGPUInfo is not implemented');
  expect(caught[1]).toContain('ipcRenderer.sendSync is not implemented');
  await expect(app.close()).rejects.toThrow(
    /app\.getGPUInfo is not implemented[\s\S]*ipcRenderer\.sendSync is not implemented/,
  );
});

test('a dialog that no test expects fails, and so does an answer that none took', async ({ launch, folder }) => {
  const ask = (app: StandIn) =>
    app.page.evaluate(() =>
      (window as unknown as { mini: { invoke(name: string): Promise<unknown> } }).mini.invoke('dialog').catch(String),
    );
  const app = await launch();
  await app.control.answerDialog({ kind: 'open', files: [folder] });
  expect(await ask(app)).toEqual([folder]);
  expect(await ask(app)).toContain('does not expect');
  await expect(app.close()).rejects.toThrow('does not expect');
  const second = await launch();
  await second.control.answerDialog({ kind: 'open', files: null });
  await expect(second.close()).rejects.toThrow('no dialog took');
});

test('a window without its sandbox, or with an option that is not implemented, does not open', async ({ launch }) => {
  await expect(launch('unsafe')).rejects.toThrow('nodeIntegration');
  await expect(launch('option')).rejects.toThrow('option kiosk is not implemented');
});
