import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import type { StandInControl } from '../electron-stand-in/launch.ts';
import { type App, expect, test } from '../fixtures/app.ts';

const SAMPLE = 'Sample — Zhupi 朱批';

/** Text of the test's own that the import dialog can show. */
const ARTICLE =
  '望溪区召开防汛会议\n\n本报讯（记者 林某）6月3日，望溪区召开防汛工作会议。会议要求，各乡镇要落实责任。\n';

/** A file on the command line of a start. */
const NAMED_AT_START = join(tmpdir(), 'zhupi-e2e-files', 'named-at-start.txt');

test.skip(({ host }) => host === 'browser', 'about the desktop app');

test.describe('the page of the desktop app', () => {
  test('has the bridge and nothing else of Electron or Node', async ({ app }) => {
    const found = await app.page.evaluate(() => ({
      bridge: Object.keys((window as unknown as { zhupi: object }).zhupi).sort(),
      isFrozen: Object.isFrozen((window as unknown as { zhupi: object }).zhupi),
      others: ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'electron', '__dirname'].filter(
        (name) => name in window,
      ),
    }));
    expect(found).toEqual({ bridge: ['call', 'grantDropped', 'subscribe'], isFrozen: true, others: [] });
  });

  test('cannot replace the bridge, and gets errors as values', async ({ app }) => {
    const answer = await app.page.evaluate(async () => {
      const { zhupi } = window as unknown as { zhupi: { call(name: string, input: unknown): Promise<unknown> } };
      Reflect.set(window, 'zhupi', { call: () => 'replaced' });
      Reflect.set(zhupi, 'call', () => 'replaced');
      return [await zhupi.call('no.method', {}), await zhupi.call('host.deliver', { target: '/etc/passwd' })];
    });
    expect(answer).toMatchObject([
      { ok: false, error: { code: 'not-found' } },
      { ok: false, error: { code: 'grant-unknown' } },
    ]);
  });

  test('gets no permission from the system', async ({ app }) => {
    const states = await app.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
      const found = await Promise.all(
        names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
      );
      return [...found, await Notification.requestPermission()];
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
  });

  test('cannot leave the app, open windows or reach a network', async ({ app }) => {
    app.expectMessage(/Content Security Policy|Failed to load|net::/);
    const before = app.page.url();
    const reached = await app.page.evaluate(async () => {
      const addresses = ['https://a.example/', 'http://127.0.0.1:1/', 'file:///etc/passwd'];
      return Promise.all(
        addresses.map((address) =>
          fetch(address).then(
            () => true,
            () => false,
          ),
        ),
      );
    });
    expect(reached).toEqual([false, false, false]);
    await app.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://a.example/';
      document.body.append(link);
      link.click();
      link.remove();
      window.open('https://b.example/');
    });
    await expect.poll(() => app.page.context().pages().length).toBe(1);
    expect(app.page.url()).toBe(before);
    expect(await app.page.evaluate(() => document.querySelector('#root')?.childElementCount)).toBeGreaterThan(0);
  });

  test('runs no script that is written into it', async ({ app }) => {
    app.expectMessage(/Content Security Policy/);
    const ran = await app.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      script.remove();
      return 'injected' in window;
    });
    expect(ran).toBe(false);
  });
});

test.describe('around the page', () => {
  test.skip(({ host }) => host !== 'desktop-stand-in', 'needs the hands of the stand-in');

  test('the window carries the name of the project, the menu its commands', async ({ app }) => {
    const control = handsOf(app);
    await expect.poll(async () => (await control.windows())[0]?.title).toContain(SAMPLE);
    expect((await control.windows())[0]?.isVisible).toBe(true);
    const menu = await control.menu();
    expect(menu.map((item) => item.label)).toEqual(['File', 'Edit', 'Mark', 'View', 'Document', 'Help']);
    const edit = menu[1]?.submenu ?? [];
    expect(edit.map((item) => item.role ?? item.id)).toEqual([
      'edit.undo',
      'edit.redo',
      null,
      'cut',
      'copy',
      'paste',
      'selectAll',
    ]);
    expect(edit[1]?.accelerator).toBe('CmdOrCtrl+Shift+Z');
    const reading = menu[2]?.submenu.filter((item) => item.accelerator !== null) ?? [];
    expect(reading.length).toBeGreaterThan(5);
    expect(reading.filter((item) => item.registersAccelerator)).toEqual([]);
  });

  test('the menu speaks the language of the app, at once', async ({ app }) => {
    const control = handsOf(app);
    await ready(app.page);
    await control.clickMenu('view.language');
    const labels = async () => (await control.menu()).map((item) => item.label);
    await expect.poll(labels).toEqual(['文件', '编辑', '标注', '显示', '文档', '帮助']);
    await expect(app.page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    expect((await control.windows())[0]?.title).toContain('朱批 Zhupi');
  });

  test('the theme of the app is the theme of the window', async ({ app }) => {
    const control = handsOf(app);
    await ready(app.page);
    await control.clickMenu('view.theme');
    await expect.poll(async () => (await control.machine()).themeSource).toBe('dark');
  });

  test('a menu command opens its dialog', async ({ app }) => {
    await ready(app.page);
    await handsOf(app).clickMenu('app.settings');
    await expect(app.page.getByRole('dialog')).toBeVisible();
  });

  test('projects are opened by dialog and by the list of recent ones', async ({ app }) => {
    const control = handsOf(app);
    await ready(app.page);
    await call(app.page, 'project.create', { file: null, name: '第二个', tagset: null });
    await expect.poll(async () => (await control.windows())[0]?.title).toBe('第二个 — Zhupi 朱批');
    const recent = (await control.menu())[0]?.submenu.find((item) => item.id === 'menu.recent')?.submenu ?? [];
    expect(recent).toHaveLength(2);
    await control.clickMenu(recent[1]?.id ?? '');
    await expect.poll(async () => (await control.windows())[0]?.title).toContain(SAMPLE);

    const file = join(app.machine.projects, '第二个.zhupi');
    await control.answerDialog({ kind: 'open', files: [file] });
    await control.clickMenu('project.open');
    await expect.poll(async () => (await control.windows())[0]?.title).toBe('第二个 — Zhupi 朱批');
    const [dialog] = await control.dialogs();
    expect(dialog?.options).toMatchObject({ title: 'Open project', properties: ['openFile'] });
    expect((await control.machine()).recentDocuments.at(-1)).toBe(file);
  });

  test('a dialog that is closed changes nothing', async ({ app }) => {
    const control = handsOf(app);
    await ready(app.page);
    await control.answerDialog({ kind: 'open', files: null });
    await control.clickMenu('project.open');
    await expect.poll(async () => (await control.dialogs()).length).toBe(1);
    expect((await control.windows())[0]?.title).toContain(SAMPLE);
    await expect(app.page.getByRole('dialog')).toHaveCount(0);
  });

  test('files are brought in by dialog, and the page never sees a path', async ({ app }) => {
    const control = handsOf(app);
    await ready(app.page);
    const file = article(app);
    await control.answerDialog({ kind: 'open', files: [file] });
    const grants = await call(app.page, 'host.pickFiles', { purpose: 'import', isMultiple: true });
    expect(grants).toMatchObject({ ok: true, value: [{ name: 'page.txt', size: Buffer.byteLength(ARTICLE) }] });
    expect(JSON.stringify(grants)).not.toContain(app.machine.folder);
    await control.answerDialog({ kind: 'open', files: [file] });
    await control.clickMenu('import.open');
    await expect(app.page.getByRole('dialog')).toContainText('望溪区召开防汛会议');
  });

  test('a second start hands its files to the first', async ({ app }) => {
    const control = handsOf(app);
    await ready(app.page);
    await control.minimise();
    expect(await control.secondInstance([article(app)])).toBe(0);
    await expect(app.page.getByRole('dialog')).toContainText('望溪区召开防汛会议');
    const [window] = await control.windows();
    expect(window).toMatchObject({ isMinimised: false, focused: 1 });
    expect(await control.windows()).toHaveLength(1);
  });

  test('a second start with a project opens it in the first', async ({ app }) => {
    const control = handsOf(app);
    await ready(app.page);
    await call(app.page, 'project.create', { file: null, name: '第二个', tagset: null });
    await call(app.page, 'project.openSample', {});
    await control.secondInstance([join(app.machine.projects, '第二个.zhupi')]);
    await expect.poll(async () => (await control.windows())[0]?.title).toBe('第二个 — Zhupi 朱批');
  });

  test('a file that is not a project is explained, and the open project stays', async ({ app }) => {
    const control = handsOf(app);
    await ready(app.page);
    const file = join(app.machine.folder, 'damaged.zhupi');
    writeFileSync(file, 'this is no database');
    await control.answerDialog({ kind: 'message', button: 0 });
    await control.openFile(file);
    await expect.poll(async () => (await control.dialogs()).length).toBe(1);
    const [dialog] = await control.dialogs();
    expect(dialog?.options['message']).toBe('“damaged.zhupi” could not be opened');
    expect((await control.windows())[0]?.title).toContain(SAMPLE);
  });

  test('files dropped on the window are brought in', async ({ app }) => {
    const control = handsOf(app);
    await ready(app.page);
    await control.dropFiles([article(app)], 600, 400);
    await expect(app.page.getByRole('dialog')).toContainText('望溪区召开防汛会议');
  });

  test('a file that a script made has no path to grant', async ({ app }) => {
    const grants = await app.page.evaluate(() => {
      const { zhupi } = window as unknown as { zhupi: { grantDropped(files: readonly File[]): Promise<unknown> } };
      return zhupi.grantDropped([new File(['x'], 'passwd')]);
    });
    expect(grants).toEqual([]);
  });

  test('what was written is shown in its folder', async ({ app }) => {
    const control = handsOf(app);
    const file = join(app.machine.folder, 'tagset');
    await control.answerDialog({ kind: 'save', file });
    const target = await call(app.page, 'host.pickTarget', { purpose: 'tagset', suggestedName: 'tagset.json' });
    const { token } = (target as { readonly value: { readonly token: string } }).value;
    expect(await call(app.page, 'tagset.write', { target: token })).toMatchObject({ ok: true });
    expect(await call(app.page, 'host.deliver', { target: token })).toMatchObject({ ok: true });
    expect(existsSync(`${file}.json`)).toBe(true);
    expect((await control.machine()).shownInFolder).toEqual([`${file}.json`]);
  });

  test('the window stands where it stood', async ({ app }) => {
    const bounds = { x: 40, y: 30, width: 1111, height: 777 };
    await handsOf(app).placeWindow(bounds);
    await app.restart();
    expect((await handsOf(app).windows())[0]).toMatchObject({ bounds, isMaximised: false });
    await handsOf(app).setMaximised(true);
    await app.restart();
    expect((await handsOf(app).windows())[0]).toMatchObject({ bounds, isMaximised: true });
  });

  test('a window on a screen that has gone opens on one that is there', async ({ app }) => {
    await handsOf(app).placeWindow({ x: 5000, y: 30, width: 1111, height: 777 });
    await app.restart();
    expect((await handsOf(app).windows())[0]?.bounds.x).toBeLessThan(1600);
  });

  test('closing the window ends the app and leaves the project as one file', async ({ app }) => {
    const control = handsOf(app);
    await ready(app.page);
    const isOpen = () => readdirSync(app.machine.projects).some((name) => name.endsWith('-wal'));
    expect(isOpen()).toBe(true);
    await control.closeWindow().catch(() => undefined);
    await expect.poll(() => control.windows().catch(() => 'ended')).toBe('ended');
    expect(readdirSync(app.machine.projects).filter((name) => !name.endsWith('.zhupi'))).toEqual([]);
  });

  test('quitting from the menu does the same', async ({ app }) => {
    const control = handsOf(app);
    await ready(app.page);
    // The app may be gone before it can answer.
    await control.clickMenu('app.quit').catch(() => undefined);
    await expect.poll(() => control.windows().catch(() => 'ended')).toBe('ended');
    expect(readdirSync(app.machine.projects).filter((name) => !name.endsWith('.zhupi'))).toEqual([]);
  });

  test('every request of the page stays inside the app', async ({ app }) => {
    await ready(app.page);
    const { requests } = await handsOf(app).machine();
    expect(requests.length).toBeGreaterThan(2);
    expect(requests.filter((address) => !address.startsWith('zhupi://app/'))).toEqual([]);
  });

  test.describe('a file named at start', () => {
    test.use({ appProject: NAMED_AT_START });
    test.beforeAll(() => {
      mkdirSync(dirname(NAMED_AT_START), { recursive: true });
      writeFileSync(NAMED_AT_START, ARTICLE);
    });

    test('is offered when the page is ready', async ({ app }) => {
      await expect(app.page.getByRole('dialog')).toContainText('望溪区召开防汛会议');
    });
  });
});

function handsOf(app: App): StandInControl {
  if (app.standIn === null) throw new Error('not on the stand-in');
  return app.standIn;
}

function article(app: App): string {
  const file = join(app.machine.folder, 'page.txt');
  writeFileSync(file, ARTICLE);
  return file;
}

/** The library is drawn: the page listens to the menu. */
async function ready(page: Page): Promise<void> {
  await expect(page.getByText(/示例|样例|Sample/).first()).toBeVisible();
}

function call(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([method, value]) =>
      (window as unknown as { zhupi: { call(name: string, input: unknown): Promise<unknown> } }).zhupi.call(
        method as string,
        value,
      ),
    [name, input] as const,
  );
}
