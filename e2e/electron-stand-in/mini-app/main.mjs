/** A small app that uses every part of the stand-in, to test the stand-in itself. MINI_APP names what it does differently. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
// biome-ignore lint/style/noRestrictedImports: this file stands for an app's main process.
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell } from 'electron';

const wanted = process.env.MINI_APP ?? '';
const PAGE = `<!doctype html><title>Mini</title><h1>Mini</h1><a id="out" href="https://a.example/">out</a>
<a id="in" href="/second">in</a><iframe src="/frame"></iframe><script src="/page.js"></script>`;
const SCRIPT = `window.early = typeof window.mini; window.got = [];
window.addEventListener('dragover', (event) => event.preventDefault());
window.addEventListener('drop', (event) => {
  event.preventDefault();
  window.paths = window.mini.paths([...event.dataTransfer.files]);
});`;
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'";

/** What happened, for tests to read. */
function note(line) {
  appendFileSync(join(app.getPath('userData'), 'notes.txt'), `${line}\n`);
}

if (!app.requestSingleInstanceLock({ files: process.argv.slice(2) })) {
  app.quit();
} else {
  protocol.registerSchemesAsPrivileged([{ scheme: 'mini', privileges: { standard: true, secure: true } }]);
  app.on('second-instance', (_event, _argv, _folder, data) => note(`second ${JSON.stringify(data)}`));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    note(`open ${path}`);
  });
  app.on('will-quit', () => note('will-quit'));
  app.whenReady().then(run);
}

function run() {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(wanted === 'permission' && permission === 'geolocation'),
  );
  defaultSession.webRequest.onBeforeRequest((details, answer) => answer({ cancel: details.url.includes('blocked') }));
  protocol.handle('mini', (request) => {
    const isScript = new URL(request.url).pathname === '/page.js';
    const type = isScript ? 'text/javascript' : 'text/html';
    return new Response(isScript ? SCRIPT : PAGE, {
      headers: { 'content-type': type, 'content-security-policy': POLICY },
    });
  });
  const senders = [];
  ipcMain.handle('echo', (event, ...values) => {
    senders.push({ url: event.senderFrame.url, isMain: event.senderFrame.parent === null });
    return values;
  });
  ipcMain.handle('senders', () => senders);
  ipcMain.handle('kind', (_event, value) => Object.prototype.toString.call(value));
  ipcMain.handle('fail', () => {
    throw new Error('on purpose');
  });
  ipcMain.handle('function', () => () => 1);
  ipcMain.handle('unknown', () => app.getGPUInfo());
  ipcMain.handle('dialog', async () => (await dialog.showOpenDialog(window, { properties: ['openFile'] })).filePaths);
  ipcMain.handle('show', (_event, path) => shell.showItemInFolder(path));
  ipcMain.handle('screens', () => screen.getAllDisplays().map((display) => display.workArea));
  const greet = () => window.webContents.send('greeting', { at: new Date(5) });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        id: 'top',
        label: 'Top',
        submenu: [
          { id: 'greet', label: 'Greet', accelerator: 'CmdOrCtrl+G', click: greet },
          { id: 'grey', label: 'Grey', enabled: false, click: greet },
        ],
      },
    ]),
  );
  nativeTheme.themeSource = wanted === 'dark' ? 'dark' : 'system';
  const window = new BrowserWindow({
    width: 900,
    height: 700,
    show: false,
    ...(wanted === 'option' ? { kiosk: true } : {}),
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: wanted === 'unsafe',
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  if (wanted !== 'popups') window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => {
    note(`navigate ${event.url}`);
    if (!event.url.startsWith('mini://app/')) event.preventDefault();
  });
  window.loadURL('mini://app/');
}
