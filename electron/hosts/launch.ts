/** `npm start`: builds where needed, then opens the desktop window, or says why not and serves the same app for a browser. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type TextKey, type TextValues, translate } from '#shared/i18n/text.ts';
import { readLaunchArguments } from './launch/arguments.ts';
import { buildApp, canBuild, isBuilt } from './launch/build.ts';
import { decideLaunch, fetchSeconds, type LaunchFacts } from './launch/decide.ts';
import { fetchElectron, findElectron } from './launch/electron-binary.ts';
import { appRoot } from './node/app-root.ts';
import { systemLanguage } from './node/system-language.ts';

/** A window that fails within this time has not been seen: the browser is opened instead. Milliseconds. */
const EARLY_END = 8_000;

const root = appRoot().folder;
const language = systemLanguage();
const say = (key: TextKey, values?: TextValues) => console.log(translate(language, key, values));

process.exitCode = await launch(process.argv.slice(2));

/** Exit status: 0 the app has ended; 1 it could not start. */
async function launch(args: readonly string[]): Promise<number> {
  if (!(await build())) return 1;
  const asked = readLaunchArguments(args, process.env.INIT_CWD ?? process.cwd());
  const serve = () => runUntilEnd(process.execPath, [join(root, 'out', 'main', 'browser.js'), ...asked.forBrowser]);

  let isFetched = false;
  for (;;) {
    const electron = findElectron(root, process.platform, process.env);
    const step = decideLaunch(gatherFacts(asked.wantsBrowser, electron !== null, isFetched));
    switch (step.kind) {
      case 'fetch':
        await fetchIfAllowed();
        isFetched = true;
        break;
      case 'browser':
        if (step.why !== 'asked') say(`host.launch.${step.why}`);
        return (await serve()).status;
      case 'desktop': {
        say(step.isSandboxed ? 'host.launch.desktop' : 'host.launch.desktopAsRoot');
        const flags = step.isSandboxed ? [] : ['--no-sandbox'];
        const end = await runUntilEnd(electron ?? '', [...flags, root, ...asked.forDesktop]);
        if (end.status === 0 || !end.isEarly) return end.status;
        say('host.launch.desktopFailed', { status: String(end.status) });
        return (await serve()).status;
      }
    }
  }
}

/** True where the app is built. */
async function build(): Promise<boolean> {
  if (isBuilt(root)) return true;
  if (!canBuild(root)) {
    console.error(translate(language, 'host.launch.notInstalled'));
    return false;
  }
  say('host.launch.building');
  const result = await buildApp(root);
  if (!result.isGood) console.error(`${result.output}\n${translate(language, 'host.launch.buildFailed')}`);
  return result.isGood;
}

function gatherFacts(wantsBrowser: boolean, isPresent: boolean, isFetched: boolean): LaunchFacts {
  return {
    wantsBrowser,
    platform: process.platform,
    environment: process.env,
    isRoot: process.getuid?.() === 0,
    binary: isPresent ? 'present' : isFetched ? 'unfetchable' : 'missing',
  };
}

/** Where a folder with the binary is named, fetching another would not help. */
async function fetchIfAllowed(): Promise<void> {
  const seconds = fetchSeconds(process.env);
  if (seconds === 0 || process.env.ELECTRON_OVERRIDE_DIST_PATH) return;
  say('host.launch.fetching', { seconds });
  await fetchElectron(root, seconds);
}

interface End {
  readonly status: number;
  readonly isEarly: boolean;
}

/** Runs a program in this terminal, handing signals on. Status 1 stands for a signal or a program that cannot be run. */
function runUntilEnd(program: string, args: readonly string[]): Promise<End> {
  const { ELECTRON_RUN_AS_NODE: _unset, ...env } = process.env;
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    let isAsked = false;
    const handOn = (signal: NodeJS.Signals) => {
      isAsked = true;
      child.kill(signal);
    };
    for (const signal of signals) process.on(signal, handOn);
    const end = (status: number) => {
      for (const signal of signals) process.off(signal, handOn);
      resolve({ status, isEarly: !isAsked && performance.now() - started < EARLY_END });
    };
    child.once('error', () => end(1));
    child.once('exit', (status) => end(status ?? 1));
  });
}
