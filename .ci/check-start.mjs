/** Runs `npm start` as on a machine without a display, goes in by the printed address like a browser, and ends it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/enter\?token=\S+/;
const folder = mkdtempSync(join(tmpdir(), 'zhupi-start-'));
const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, ...environment } = process.env;
const isWindows = process.platform === 'win32';
const child = spawn('npm', ['start'], {
  env: { ...environment, ZHUPI_STATE_DIR: join(folder, 'state'), ZHUPI_PROJECTS_DIR: join(folder, 'projects') },
  stdio: ['ignore', 'pipe', 'inherit'],
  // A group of its own, so that ending it ends what npm started too.
  detached: !isWindows,
  shell: isWindows,
});

let failed = 1;
try {
  const address = await Promise.race([readAddress(), endOf(child), patience(180_000)]);
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await fetch(new URL('/', address), { headers: { Cookie: cookie } });
  const html = await page.text();
  if (entered.status !== 303 || page.status !== 200 || !html.includes('<script'))
    throw new Error(`the app does not answer: ${entered.status}, ${page.status}`);
  failed = 0;
} catch (error) {
  console.error(String(error));
} finally {
  const ended = once(child, 'close');
  if (child.exitCode === null) process.kill(isWindows ? child.pid : -child.pid, 'SIGTERM');
  await Promise.race([ended, patience(15_000).catch((error) => console.error(String(error)))]);
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${1 - failed} passed, ${failed} failed`);
process.exit(failed);

async function readAddress() {
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(line);
    const address = ADDRESS.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('npm start ended without an address');
}

async function endOf(process) {
  const [status] = await once(process, 'exit');
  throw new Error(`npm start ended with ${status}`);
}

function patience(milliseconds) {
  return new Promise((_resolve, reject) => {
    setTimeout(reject, milliseconds, new Error(`nothing after ${milliseconds / 1000} s`)).unref();
  });
}
