/** Where browsers are found on this machine, and the proof that one starts. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { BrowserCandidate, BrowserSearch, BrowserSource } from './find-browser.ts';

/** The search on this machine. */
export function machineSearch(environment: NodeJS.ProcessEnv = process.env): BrowserSearch {
  return {
    candidates: (source) => SOURCES[source](environment),
    whyNot: tryBrowser,
  };
}

const SOURCES: Readonly<
  Record<BrowserSource, (environment: NodeJS.ProcessEnv) => Promise<readonly BrowserCandidate[]>>
> = {
  environment: async ({ ZHUPI_BROWSER }) => (ZHUPI_BROWSER ? [{ path: ZHUPI_BROWSER }] : []),
  async playwright() {
    const { chromium } = await import('@playwright/test');
    return existing([chromium.executablePath()]);
  },
  system: async (environment) => existing(systemBrowsers(process.platform, environment)),
  package: packagedBrowser,
  apt: installedByApt,
};

/** Where systems keep Chromium, Chrome and Edge: those on the PATH first, then the usual places. */
export function systemBrowsers(platform: string, environment: Readonly<Record<string, string | undefined>>) {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (platform === 'win32') {
    const { PROGRAMFILES, LOCALAPPDATA } = environment;
    const roots = [PROGRAMFILES, environment['PROGRAMFILES(X86)'], LOCALAPPDATA].filter((root) => root !== undefined);
    const tails = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return tails.flatMap((tail) => roots.map((root) => `${root}\\${tail}`));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = [...(environment.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin', '/opt/google/chrome'];
  return names.flatMap((name) => folders.filter((folder) => folder !== '').map((folder) => join(folder, name)));
}

function existing(paths: readonly string[]): readonly BrowserCandidate[] {
  return [...new Set(paths)].filter((path) => path !== '' && existsSync(path)).map((path) => ({ path }));
}

/** The Chromium inside an npm package (linux x64), as it is and then with the libraries that it brings for bare systems. */
async function packagedBrowser(): Promise<readonly BrowserCandidate[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const folder = await unpackBrowser(join(import.meta.dirname, '..', 'node_modules', '.cache', 'zhupi-chromium'));
  const path = join(folder, 'chromium');
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const libraries = [process.env['LD_LIBRARY_PATH'], join(folder, 'al2023', 'lib')].filter(Boolean).join(delimiter);
  return existing([path]).flatMap((each) => [
    { ...each, environment: fonts },
    { ...each, environment: { ...fonts, LD_LIBRARY_PATH: libraries } },
  ]);
}

/**
 * The package unpacks into the folder for temporary files of its process, and its libraries only where it believes to
 * be in a cloud function. The folder is moved into place when all is there, so that half of a browser is never found.
 */
async function unpackBrowser(folder: string): Promise<string> {
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  const script = "await (await import('@sparticuz/chromium')).default.executablePath()";
  const environment = { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  const root = join(import.meta.dirname, '..');
  const { status } = await runProgram(
    process.execPath,
    ['--input-type=module', '-e', script],
    120_000,
    environment,
    root,
  );
  if (status === 0 && !existsSync(folder)) renameSync(unfinished, folder);
  else rmSync(unfinished, { recursive: true, force: true });
  return folder;
}

async function installedByApt(environment: NodeJS.ProcessEnv): Promise<readonly BrowserCandidate[]> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return [];
  if (!/^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))) return [];
  console.log('No browser here. Installing Debian’s chromium with apt-get …');
  const apt = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram('apt-get', ['update', '-q'], 180_000, apt);
  const install = await runProgram(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
    600_000,
    apt,
  );
  if (install.status !== 0) console.log(install.output.trimEnd().split('\n').slice(-5).join('\n'));
  return existing(['/usr/bin/chromium']);
}

/** Starts the browser as the tests will and lets it show a page. */
async function tryBrowser({ path, environment }: BrowserCandidate): Promise<string | null> {
  const { chromium } = await import('@playwright/test');
  try {
    const browser = await chromium.launch({
      executablePath: path,
      env: { ...definedOnly(process.env), ...environment },
      timeout: 45_000,
    });
    try {
      const page = await browser.newPage();
      await page.setContent('<p>here</p>');
      return (await page.textContent('p')) === 'here' ? null : 'shows no page';
    } finally {
      await browser.close();
    }
  } catch (error) {
    return firstReason(String(error));
  }
}

/** The line that says why, out of Playwright's long report. */
function firstReason(report: string): string {
  const lines = report.split('\n').map((line) => line.trim());
  return lines.find((line) => /error while loading|ENOENT|EACCES|cannot/i.test(line)) ?? lines[0] ?? 'did not start';
}

/** An environment without holes, as Playwright wants it. */
function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

interface ProgramEnd {
  readonly status: number | null;
  readonly output: string;
}

function runProgram(
  program: string,
  args: readonly string[],
  timeout: number,
  env: NodeJS.ProcessEnv,
  cwd = process.cwd(),
): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout, killSignal: 'SIGKILL', env, cwd });
    let output = '';
    const keep = (piece: Buffer) => {
      output += piece.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ status: null, output: String(error) }));
    child.once('close', (status) => resolve({ status, output }));
  });
}
