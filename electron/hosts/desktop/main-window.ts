/** The app's one window: its place, its sandbox, and the refusal of everything that leads out of the page. */
import { BrowserWindow, nativeTheme, type Session, screen, session } from 'electron';
import type { Log } from '#core/ports.ts';
import { APP_PAGE, APP_SCHEME, isAppAddress, isNetworkAddress } from './trust.ts';
import { MIN_SIZE, placeWindow } from './window-bounds.ts';
import type { WindowMemory } from './window-memory.ts';

/** The paper of the two themes, seen for a moment before the page is drawn. */
const PAPER = { light: '#fbf9f5', dark: '#161310' } as const;

/** What the window is made of. */
export interface MainWindowOptions {
  /** The built preload script. */
  readonly preload: string;
  /** The window's icon, where the system shows one. */
  readonly icon: string;
  readonly title: string;
  readonly memory: WindowMemory;
  readonly log: Log;
  /** Answers requests for the page's files. */
  answerPageRequest(request: Request): Promise<Response>;
  /** The page is gone and will be loaded anew. */
  onPageGone(): void;
}

/** Opens the window and loads the page; it shows itself when it is drawn. Call once, after the app is ready. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { memory, log } = options;
  closeSession(session.defaultSession, options);
  const remembered = memory.read();
  const window = new BrowserWindow({
    ...placeWindow(
      remembered.bounds,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: options.title,
    icon: options.icon,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Chromium would fetch dictionaries from the network.
      spellcheck: false,
    },
  });
  if (remembered.isMaximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => memory.write({ bounds: window.getNormalBounds(), isMaximised: window.isMaximized() }));
  // The title is the project's, whatever the page's <title> says.
  window.on('page-title-updated', (event) => event.preventDefault());

  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => {
    if (!isAppAddress(event.url)) event.preventDefault();
  });
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.on('render-process-gone', (_event, details) => {
    log.error('page gone', { reason: details.reason });
    options.onPageGone();
    if (details.reason !== 'clean-exit') webContents.reload();
  });
  window.loadURL(APP_PAGE).catch((error: unknown) => log.error('page not loaded', { reason: String(error) }));
  return window;
}

/** No permission is given, and nothing is fetched from anywhere but the app itself. */
function closeSession(target: Session, { answerPageRequest }: MainWindowOptions): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.webRequest.onBeforeRequest((details, answer) => answer({ cancel: isNetworkAddress(details.url) }));
  target.protocol.handle(APP_SCHEME, answerPageRequest);
}
