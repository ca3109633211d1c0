/** `npm test`: types, lint, unit tests, build and end-to-end tests; then a table and the line `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { hasDisplay } from '#hosts/launch/decide.ts';
import { findElectron } from '#hosts/launch/electron-binary.ts';
import { findBrowser, machineSearch, NoBrowserError } from './find-browser.ts';
import { readPlaywrightReport, readVitestReport, sumParts, type TestPart, writeSummary } from './test-report.ts';

const root = join(import.meta.dirname, '..');
const reports = join(root, 'test-results');
const GROUPS = ['check', 'unit', 'e2e'] as const;
type Group = (typeof GROUPS)[number];

const { groups, rest } = readOptions(process.argv.slice(2));
mkdirSync(reports, { recursive: true });
const parts: TestPart[] = [];
if (groups.includes('check')) {
  parts.push(await runStep('types', 'typescript', 'tsc', ['-b']));
  parts.push(await runStep('lint', '@biomejs/biome', 'biome', ['check', '--error-on-warnings', '.']));
}
if (groups.includes('unit')) parts.push(await runUnit());
if (groups.includes('e2e')) {
  const build = await runStep('build', 'electron-vite', 'electron-vite', ['build', '--logLevel', 'warn']);
  parts.push(build, ...(await runEndToEnd(build.failed === 0)));
}
console.log(`\n${writeSummary(parts)}`);
const { passed, failed } = sumParts(parts);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** `--only GROUP`; what else is given goes to the runner of that group. */
function readOptions(args: readonly string[]): { readonly groups: readonly Group[]; readonly rest: readonly string[] } {
  if (args[0] !== '--only') return { groups: GROUPS, rest: [] };
  const only = GROUPS.find((group) => group === args[1]);
  if (only === undefined) throw new Error(`--only takes ${GROUPS.join(', ')}`);
  return { groups: [only], rest: args.slice(2) };
}

async function runStep(name: string, packageName: string, program: string, args: readonly string[]): Promise<TestPart> {
  const { status, seconds } = await run(name, packageName, program, args);
  const isGood = status === 0;
  return { name, passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0, seconds, note: isGood ? '' : 'failed' };
}

async function runUnit(): Promise<TestPart> {
  const file = join(reports, 'unit.json');
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { status, seconds } = await run('unit', 'vitest', 'vitest', [
    'run',
    '--project',
    'unit',
    ...reporters,
    ...rest,
  ]);
  const report = readJson(file);
  if (report === undefined) return brokenPart('unit', seconds, 'vitest gave no report');
  const counts = readVitestReport(report);
  // A runner that fails for a reason which its report does not show must not look like success.
  const failed = counts.failed === 0 && status !== 0 ? 1 : counts.failed;
  return { name: 'unit', ...counts, failed, seconds, note: '' };
}

async function runEndToEnd(isBuilt: boolean): Promise<readonly TestPart[]> {
  const electron = findElectron(root, process.platform, process.env);
  const canDesktop = electron !== null && hasDisplay(process.platform, process.env);
  const missing = electron === null ? 'the Electron binary is not on this machine' : 'there is no display';
  const notRun: readonly TestPart[] = canDesktop
    ? []
    : [{ name: 'e2e desktop', passed: 0, failed: 0, skipped: 0, seconds: null, note: missing }];
  if (!isBuilt) return [brokenPart('e2e', 0, 'the app could not be built'), ...notRun];

  const projects = ['browser', 'desktop-stand-in', ...(canDesktop ? ['desktop'] : [])];
  try {
    const found = await findBrowser(machineSearch());
    console.log(`\nBrowser for the end-to-end tests: ${found.path} (${found.source})`);
    process.env['ZHUPI_TEST_BROWSER'] = JSON.stringify(found);
  } catch (error) {
    if (!(error instanceof NoBrowserError)) throw error;
    console.error(`\n${error.message}`);
    return [brokenPart('e2e', 0, 'no browser'), ...notRun];
  }
  const file = join(reports, 'e2e.json');
  rmSync(file, { force: true });
  process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = file;
  const selected = rest.some((arg) => arg.startsWith('--project')) ? [] : projects.map((name) => `--project=${name}`);
  const config = join('e2e', 'playwright.config.ts');
  const args = ['test', '--config', config, '--reporter=list,json', ...selected, ...rest];
  const { status, seconds } = await run('e2e', '@playwright/test', 'playwright', args);
  const report = readJson(file);
  if (report === undefined) return [brokenPart('e2e', seconds, 'Playwright gave no report'), ...notRun];
  return [...endToEndParts(report, status), ...notRun];
}

/** A part for each project, and one for what went wrong outside of any test. */
function endToEndParts(report: unknown, status: number): readonly TestPart[] {
  const { projects, errors } = readPlaywrightReport(report);
  const parts = [...projects].map(([name, counts]) => ({ name: `e2e ${name}`, ...counts, note: '' }));
  const isUnexplained = status !== 0 && errors === 0 && parts.every((part) => part.failed === 0);
  if (errors === 0 && !isUnexplained) return parts;
  return [...parts, brokenPart('e2e (outside of tests)', 0, 'see above', Math.max(errors, 1))];
}

function brokenPart(name: string, seconds: number, note: string, failed = 1): TestPart {
  return { name, passed: 0, failed, skipped: 0, seconds, note };
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Runs the program of an installed package by this very Node, its output going to this terminal. */
function run(title: string, packageName: string, program: string, args: readonly string[]) {
  console.log(`\n== ${title}: ${program} ${args.join(' ')}`);
  const started = performance.now();
  return new Promise<{ readonly status: number; readonly seconds: number }>((resolve) => {
    const child = spawn(process.execPath, [programFile(packageName, program), ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    const end = (status: number | null) =>
      resolve({ status: status ?? 1, seconds: (performance.now() - started) / 1000 });
    child.once('error', () => end(1));
    child.once('exit', end);
  });
}

function programFile(packageName: string, program: string): string {
  const manifestFile = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifestFile, 'utf8')) as { readonly bin: string | Record<string, string> };
  const path = typeof bin === 'string' ? bin : bin[program];
  if (path === undefined) throw new Error(`${packageName} has no program ${program}`);
  return join(dirname(manifestFile), path);
}
