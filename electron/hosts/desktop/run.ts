/** The running desktop app: core, window, menu and messages wired together, from ready to the last file closed. */
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import { createCore } from '#core/create-core.ts';
import type { Core, Log } from '#core/ports.ts';
import { appRoot } from '#hosts/node/app-root.ts';
import { makeNodePorts } from '#hosts/node/ports.ts';
import { errorText } from '#shared/i18n/error-text.ts';
import { translate } from '#shared/i18n/text.ts';
import type { Language } from '#shared/model/settings.ts';
import { makeAppearance } from './appearance.ts';
import { EVENT_CHANNEL } from './channels.ts';
import { callCore, openFirst, openProject, type RefusedProject } from './core-calls.ts';
import { type HostMachine, makeHostMethods } from './host-methods.ts';
import { answerPage } from './ipc.ts';
import { openMainWindow } from './main-window.ts';
import { makeOutbox } from './outbox.ts';
import { answerPageRequest } from './page-files.ts';
import { sortFiles } from './start-files.ts';
import { languageOf } from './system-language.ts';
import { makeWindowMemory } from './window-memory.ts';

/** How long a page may take to save its last edits when the window closes, in milliseconds. */
const LEAVE_TIMEOUT = 5000;

/** The app while it runs. */
export interface RunningDesktop {
  /** Opens a project, offers other files to be brought in, and shows the window. */
  takeFiles(files: readonly string[]): void;
}

/** Runs the app. `takeEarly` gives the files that arrived until now. Call once, after the app is ready. @throws where it cannot start */
export async function runDesktop(takeEarly: () => readonly string[]): Promise<RunningDesktop> {
  const root = appRoot().folder;
  const documents = app.getPath('documents');
  const { ZHUPI_PROJECTS_DIR: projects = join(documents, 'Zhupi') } = process.env;
  const workerFile = join(root, 'out', 'main', 'worker.js');
  const ports = makeNodePorts({ projects, jobs: { kind: 'worker', workerFile } });
  const { grants, log, version } = ports;
  const core = createCore(ports);
  const systemLanguage = languageOf(app.getPreferredSystemLanguages());

  let window: BrowserWindow | null = null;
  let isLeaving = false;
  const leave = () => {
    isLeaving = true;
    app.quit();
  };
  const outbox = makeOutbox((event) => window?.webContents.send(EVENT_CHANNEL, event));
  const actions = {
    run: (command: string) => (command === 'app.quit' ? app.quit() : core.emit({ kind: 'command', command })),
    openRecent: (id: string) => void openRecent(id),
  };
  const appearance = makeAppearance(
    { core, log, systemLanguage, actions, window: () => window },
    await callCore(core, 'settings.get', {}),
  );
  const host = makeHostMethods({
    ...dialogsOver(() => window),
    version,
    platform: process.platform,
    systemLanguage,
    grants,
    folder: documents,
    language: appearance.language,
    showInFolder: (path) => shell.showItemInFolder(path),
    quit: () => setImmediate(leave),
  });
  core.subscribe((event) => {
    outbox.post(event);
    if (event.kind === 'settings.changed' || event.kind === 'project.changed') appearance.refreshSoon();
  });
  answerPage({ core, host, grants, onListening: outbox.open });

  const early = sortFiles(takeEarly());
  const refused = early.project === null ? await openFirst(core) : await openProject(core, early.project);
  const opened = openMainWindow({
    preload: join(root, 'out', 'preload', 'preload.cjs'),
    icon: join(root, 'resources', 'icons', 'icon-512.png'),
    title: translate(appearance.language(), 'app.name.long'),
    memory: makeWindowMemory(ports.folders.state, log),
    log,
    answerPageRequest: (request) => answerPageRequest(join(root, 'out', 'renderer'), request),
    onPageGone: outbox.close,
  });
  window = opened;
  // The page saves what it still holds and then calls `host.quit`; one that hangs cannot keep the window.
  opened.on('close', (event) => {
    if (isLeaving || !outbox.isOpen()) return;
    event.preventDefault();
    core.emit({ kind: 'command', command: 'app.quit' });
    setTimeout(leave, LEAVE_TIMEOUT).unref();
  });
  opened.on('closed', () => {
    window = null;
    outbox.close();
  });
  app.on('window-all-closed', () => app.quit());
  endWith(core, log);

  await appearance.refresh();
  showRefusal(refused);
  offer([...early.others, ...takeEarly()]);

  return {
    takeFiles(files) {
      if (window?.isMinimized()) window.restore();
      window?.focus();
      const { project, others } = sortFiles(files);
      if (project !== null) void openOrExplain(project);
      offer(others);
    },
  };

  async function openRecent(id: string): Promise<void> {
    const found = (await callCore(core, 'project.recent', {})).find((project) => project.id === id);
    if (found !== undefined) await openOrExplain(found.path);
  }

  async function openOrExplain(path: string): Promise<void> {
    showRefusal(await openProject(core, path));
  }

  function showRefusal(refused: RefusedProject | null): void {
    if (refused === null) return;
    log.error('project not opened', { code: refused.error.code, cause: String(refused.error.cause) });
    explain(window, appearance.language(), refused).catch((reason: unknown) =>
      log.error('message not shown', { reason: String(reason) }),
    );
  }

  function offer(files: readonly string[]): void {
    if (files.length > 0) outbox.post({ kind: 'files.offered', files: files.map((file) => grants.grant(file)) });
  }
}

/** Native dialogs, belonging to the window while there is one. */
function dialogsOver(window: () => BrowserWindow | null): Pick<HostMachine, 'chooseFiles' | 'chooseTarget'> {
  return {
    async chooseFiles(options) {
      const over = window();
      const answer = await (over ? dialog.showOpenDialog(over, options) : dialog.showOpenDialog(options));
      return answer.canceled ? [] : answer.filePaths;
    },
    async chooseTarget(options) {
      const over = window();
      const answer = await (over ? dialog.showSaveDialog(over, options) : dialog.showSaveDialog(options));
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
  };
}

/** Closes the project before the process ends, so that it is one file again. */
function endWith(core: Core, log: Log): void {
  app.on('will-quit', (event) => {
    event.preventDefault();
    core.close().then(
      () => app.exit(0),
      (error: unknown) => {
        log.error('project not closed', { reason: String(error) });
        app.exit(1);
      },
    );
  });
}

async function explain(over: BrowserWindow | null, language: Language, { path, error }: RefusedProject): Promise<void> {
  const options = {
    type: 'error' as const,
    message: translate(language, 'desktop.cannotOpen', { file: basename(path) }),
    detail: errorText(language, error.toValue()),
    buttons: [translate(language, 'common.ok')],
  };
  await (over ? dialog.showMessageBox(over, options) : dialog.showMessageBox(options));
}
