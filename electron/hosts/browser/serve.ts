/** Runs the app on loopback from start to end: ports, core, project, server, browser, signals. */
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createCore } from '#core/create-core.ts';
import type { Core } from '#core/ports.ts';
import { appRoot } from '#hosts/node/app-root.ts';
import { makeNodePorts } from '#hosts/node/ports.ts';
import { systemLanguage } from '#hosts/node/system-language.ts';
import { unwrap } from '#shared/api/call.ts';
import { ZhupiError } from '#shared/api/errors.ts';
import { errorText } from '#shared/i18n/error-text.ts';
import { type TextKey, type TextValues, translate } from '#shared/i18n/text.ts';
import { RecentProject } from '#shared/model/project.ts';
import { Settings } from '#shared/model/settings.ts';
import { openBrowser } from './open-browser.ts';
import { startServer } from './server.ts';
import type { RunningServer } from './server-options.ts';

/** How the app is to be served. */
export interface ServeOptions {
  /** The project to open; without it the last one, or on a first start the sample. */
  readonly project?: string;
  /** 0 or nothing: any free port. */
  readonly port?: number;
  /** Whether the default browser is opened too. */
  readonly open: boolean;
}

/** The app while it is served. */
export interface Serving {
  /** The one-time address that was printed. */
  readonly address: string;
  /** Settles when the app has ended (Ctrl+C, the end of the terminal, “quit” in the app), with the exit status. */
  readonly closed: Promise<number>;
  /** Ends it. Safe to call twice. */
  close(): Promise<void>;
}

/** Why the app could not be served, as one line in the person's language. */
export class ServeError extends Error {}

/** Serves the app on 127.0.0.1 and prints its one-time address. @throws ServeError where it cannot be started */
export async function serve(options: ServeOptions): Promise<Serving> {
  const machineLanguage = systemLanguage();
  const root = appRoot().folder;
  const page = join(root, 'out', 'renderer');
  if (!existsSync(join(page, 'index.html')))
    throw new ServeError(translate(machineLanguage, 'host.pageMissing', { folder: page }));

  const ports = makeNodePorts({ jobs: { kind: 'worker', workerFile: join(root, 'out', 'main', 'worker.js') } });
  const core = createCore(ports);
  const { language: chosen } = Settings.parse(unwrap(await core.call('settings.get', {})));
  const language = chosen === 'system' ? machineLanguage : chosen;
  const say = (key: TextKey, values?: TextValues) => console.log(translate(language, key, values));

  let server: RunningServer;
  try {
    await openFirst(core, options.project);
    const { platform } = process;
    const onQuit = () => void close();
    const { port = 0 } = options;
    server = await startServer({ core, ports, page, port, language: machineLanguage, platform, onQuit });
  } catch (error) {
    await core.close();
    rmSync(ports.folders.temporary, { recursive: true, force: true });
    if (error instanceof ZhupiError) throw new ServeError(errorText(language, error), { cause: error });
    throw listenError(error, options.port ?? 0, (key, values) => translate(language, key, values));
  }

  let end: (status: number) => void = () => undefined;
  const closed = new Promise<number>((resolveClosed) => {
    end = resolveClosed;
  });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= shutDown();
    return closing;
  };
  async function shutDown(): Promise<void> {
    let status = 0;
    try {
      await server.close();
      await core.close();
      say('host.ended');
    } catch (error) {
      status = 1;
      console.error(translate(language, 'host.endedBadly', { reason: reasonOf(error) }));
    }
    rmSync(ports.folders.temporary, { recursive: true, force: true });
    stopListening();
    end(status);
  }

  const address = server.newAddress();
  say('host.open', { address });
  say(process.stdin.isTTY ? 'host.open.hint' : 'host.open.hintPlain');
  const stopListening = listenToTerminal(
    () => void close(),
    () => say('host.open', { address: server.newAddress() }),
  );
  if (options.open) openBrowser(address);
  return { address, closed, close };
}

/** @throws ZhupiError where the named project cannot be opened; one that opens by itself may fail: the page then shows the start. */
async function openFirst(core: Core, project: string | undefined): Promise<void> {
  if (project !== undefined) {
    await core.openProject(resolve(project));
    return;
  }
  const recent = RecentProject.array().parse(unwrap(await core.call('project.recent', {})));
  const last = recent.find((each) => !each.isMissing);
  if (last !== undefined) await core.call('project.openRecent', { id: last.id });
  else if (recent.length === 0) await core.call('project.openSample', {});
}

/** Ends on signals and gives a new address on Enter; returns the way to stop. */
function listenToTerminal(onEnd: () => void, onEnter: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, onEnd);
  const { stdin } = process;
  if (stdin.isTTY) {
    // Started with `&`, a program that reads the terminal would be stopped; this way reading just fails.
    if (process.platform !== 'win32') process.on('SIGTTIN', () => undefined);
    stdin.on('error', () => undefined);
    stdin.on('data', onEnter);
  }
  return () => {
    for (const signal of signals) process.off(signal, onEnd);
    if (stdin.isTTY) stdin.off('data', onEnter).pause();
  };
}

function listenError(error: unknown, port: number, text: (key: TextKey, values: TextValues) => string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new ServeError(text('host.portTaken', { port: String(port) }), { cause: error });
  if (code === 'EACCES' || code === 'ERR_SOCKET_BAD_PORT')
    return new ServeError(text('host.portRefused', { port: String(port), reason: code }), { cause: error });
  return error;
}

function reasonOf(error: unknown): string {
  return error instanceof ZhupiError ? error.code : String(error);
}
