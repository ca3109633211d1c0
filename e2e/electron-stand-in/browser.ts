/** The real browser under the stand-in: headless, off the network, listening to the DevTools protocol on loopback. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A running browser. */
export interface RunningBrowser {
  /** Its DevTools address. */
  readonly endpoint: string;
  close(): Promise<void>;
}

const PATIENCE = 20_000;

const SWITCHES = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--password-store=basic',
  '--hide-scrollbars',
  '--window-size=1320,860',
  '--screen-info={1600x1000}',
  // No name resolves: whatever slips past the interception ends here.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts a browser with its own profile below `userDataDir`. The caller closes it. */
export async function startBrowser(options: {
  readonly browserPath: string;
  readonly browserEnvironment?: Readonly<Record<string, string>>;
  readonly userDataDir: string;
}): Promise<RunningBrowser> {
  const profile = join(options.userDataDir, 'browser');
  mkdirSync(profile, { recursive: true });
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const isRoot = process.getuid?.() === 0;
  const child = spawn(
    options.browserPath,
    [...SWITCHES, `--user-data-dir=${profile}`, ...(isRoot ? ['--no-sandbox'] : [])],
    { env: { ...process.env, ...options.browserEnvironment }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  // A test that is cut off must not leave a browser behind.
  const onExit = () => child.kill('SIGKILL');
  process.once('exit', onExit);
  child.once('close', () => process.off('exit', onExit));
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors = `${errors}${String(chunk)}`.slice(-4000);
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  for (const start = Date.now(); ; ) {
    const endpoint = readEndpoint(portFile);
    if (endpoint !== null) return { endpoint, close: () => stop(child, ended) };
    if (child.exitCode !== null || Date.now() - start > PATIENCE) {
      await stop(child, ended);
      throw new Error(`the browser ${options.browserPath} did not start:\n${errors}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function readEndpoint(portFile: string): string | null {
  try {
    const [port, path] = readFileSync(portFile, 'utf8').split('\n');
    return port && path ? `ws://127.0.0.1:${port}${path}` : null;
  } catch {
    // Not written yet.
    return null;
  }
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 3000);
  await ended;
  clearTimeout(force);
}
