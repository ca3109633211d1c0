/** The desktop app from its first moment: one instance, its own scheme, files that arrive before anything is ready. */
import { app, dialog, protocol } from 'electron';
import { translate } from '#shared/i18n/text.ts';
import { type RunningDesktop, runDesktop } from './run.ts';
import { filesOfArguments, HandedOver } from './start-files.ts';
import { languageOf } from './system-language.ts';
import { APP_SCHEME } from './trust.ts';

/** Starts the app, or hands this start's files to the one that runs already and ends. */
export function startDesktop(): void {
  const files = filesOfArguments(process.argv, app.isPackaged, process.cwd());
  if (!app.requestSingleInstanceLock({ files } satisfies HandedOver)) {
    app.quit();
    return;
  }
  app.enableSandbox();
  if (process.platform === 'win32') app.setAppUserModelId('app.zhupi.desktop');
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);

  let running: RunningDesktop | null = null;
  const early: string[] = [...files];
  const take = (arrived: readonly string[]) => {
    if (running === null) early.push(...arrived);
    else running.takeFiles(arrived);
  };
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const handed = HandedOver.safeParse(data);
    take(handed.success ? handed.data.files : []);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    take([path]);
  });

  app
    .whenReady()
    .then(async () => {
      running = await runDesktop(() => early.splice(0));
    })
    .catch((error: unknown) => {
      const language = languageOf(app.getPreferredSystemLanguages());
      dialog.showErrorBox(
        translate(language, 'desktop.cannotStart'),
        error instanceof Error ? error.message : String(error),
      );
      app.exit(1);
    });
}
