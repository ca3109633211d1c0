/**
 * `npm run package:check`: packs the built app for this platform without the network, with a stand-in for Electron's own files,
 * and looks at what is inside: `package check: N passed, N failed`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { createPackage, extractAll, listPackage, statFile } from '@electron/asar';
import { isBuilt } from '#hosts/launch/build.ts';
import { makeElectronStandIn, readFuses } from './package-stand-in.ts';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'zhupi-package-'));
let passed = 0;
let failed = 0;

try {
  await checkPackage();
} catch (error) {
  failed += 1;
  console.error(`  failed  the check itself: ${error instanceof Error ? error.stack : String(error)}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`package check: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function checkPackage(): Promise<void> {
  if (!isBuilt(root)) run('electron-vite', 'electron-vite', ['build', '--logLevel', 'warn']);
  const resources = await pack();
  const archive = join(resources, 'app.asar');
  check('the app is in one archive', existsSync(archive));
  const files = listPackage(archive, { isPack: false })
    .map((path) => path.split(sep).join('/').replace(/^\//, ''))
    .filter((path) => !('files' in statFile(archive, path)));
  checkContents(files);
  checkNative(archive, files, resources);
  checkManifest(extract(archive));
  checkFuses(dirname(resources));
}

/** Runs electron-builder; returns the folder that holds app.asar. */
async function pack(): Promise<string> {
  const dist = join(scratch, 'electron');
  const output = join(scratch, 'dist');
  await makeElectronStandIn(dist, createPackage);
  run('electron-builder', 'electron-builder', [
    '--dir',
    `--${{ darwin: 'mac', win32: 'win' }[process.platform as string] ?? 'linux'}`,
    `--${process.arch}`,
    `-c.electronDist=${dist}`,
    `-c.directories.output=${output}`,
    // Signing needs a certificate and, on Windows, tools from the network.
    '-c.mac.identity=null',
    '-c.win.signAndEditExecutable=false',
  ]);
  const found = readdirSync(output, { recursive: true, encoding: 'utf8' }).find(
    (path) => basename(path) === 'app.asar',
  );
  if (found === undefined) throw new Error('electron-builder made no app.asar');
  return dirname(join(output, found));
}

function checkContents(files: readonly string[]): void {
  for (const file of [
    'package.json',
    'out/main/main.js',
    'out/main/worker.js',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
  ])
    check(`${file} is there`, files.includes(file));
  check(
    'the page has its scripts and styles',
    ['.js', '.css'].every((end) => files.some((file) => file.startsWith('out/renderer/assets/') && file.endsWith(end))),
  );
  const builtIn = readdirSync(join(root, 'resources'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.ts') && entry.name !== 'icon.svg')
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
    )
    // The README's pictures are of no use to the app.
    .filter((file) => !file.startsWith('resources/screenshots/'));
  const missing = builtIn.filter((file) => !files.includes(file));
  check(
    'every file of resources is there: tagsets, sample, icons',
    missing.length === 0 && builtIn.length > 3,
    missing,
  );

  const expected =
    /^(out\/(main|preload|renderer)\/|resources\/(?!screenshots\/)|node_modules\/better-sqlite3\/|package\.json$|LICENSE$)/;
  const strange = files.filter((file) => !expected.test(file));
  check('nothing else is there: no sources, no tests, no tools', strange.length === 0, strange);
  const unwanted = files.filter((file) => /\.map$|\.tsx?$|\.test\.|(^|\/)(deps|src|test|tests|bench|e2e)\//.test(file));
  check('no source maps, no TypeScript, no tests, no C sources', unwanted.length === 0, unwanted);
}

function checkNative(archive: string, files: readonly string[], resources: string): void {
  const binaries = files.filter((file) => file.endsWith('.node'));
  const wanted = `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`;
  check("SQLite's binary for this platform is there, and no other", binaries.join() === wanted, binaries);
  const unpacked = join(resources, 'app.asar.unpacked', ...wanted.split('/'));
  const entry = statFile(archive, wanted.split('/').join(sep));
  check(
    'it lies beside the archive, where it can be loaded',
    'unpacked' in entry && entry.unpacked === true && existsSync(unpacked),
  );
  const bytes = existsSync(unpacked) ? readFileSync(unpacked) : null;
  const original = readFileSync(join(root, ...wanted.split('/')));
  check('it is the very file that was installed', bytes?.equals(original) === true);
  const others = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && !each.name.endsWith('.node'))
    .map((each) => each.name);
  check('nothing else lies beside the archive', others.length === 0, others);
}

/** The archive as a folder, in which Node can run what Electron would. */
function extract(archive: string): string {
  const folder = join(scratch, 'extracted');
  mkdirSync(folder);
  extractAll(archive, folder);
  return folder;
}

function checkManifest(folder: string): void {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  check('the manifest names the main script', manifest['main'] === 'out/main/main.js', manifest['main']);
  check(
    'the manifest carries no development dependencies',
    manifest['devDependencies'] === undefined,
    manifest['devDependencies'],
  );
  const script =
    "const D = require('better-sqlite3'); console.log(new D(':memory:').prepare('select sqlite_version() v').get().v)";
  writeFileSync(join(folder, 'load.cjs'), script);
  const version = attempt(() =>
    execFileSync(process.execPath, [join(folder, 'load.cjs')], { encoding: 'utf8' }).trim(),
  );
  check('SQLite loads from what was packed', /^3\.\d+\.\d+$/.test(version), version);
  const imports = attempt(() =>
    execFileSync(process.execPath, ['--check', join(folder, 'out', 'main', 'main.js')], { encoding: 'utf8' }),
  );
  check('the main script is one that can be read', imports === '', imports);
}

/** The fuses are flipped in the stand-in's own wire, which is laid out like Electron's. */
function checkFuses(folder: string): void {
  const fuses = readFuses(folder);
  check('the app cannot be run as plain Node', fuses['RunAsNode'] === false, fuses);
  check('cookies are encrypted', fuses['EnableCookieEncryption'] === true, fuses);
  check(
    'NODE_OPTIONS and --inspect are ignored',
    fuses['EnableNodeOptionsEnvironmentVariable'] === false && fuses['EnableNodeCliInspectArguments'] === false,
    fuses,
  );
  check(
    'the archive is checked and nothing else is loaded',
    fuses['EnableEmbeddedAsarIntegrityValidation'] === true && fuses['OnlyLoadAppFromAsar'] === true,
    fuses,
  );
}

function check(what: string, isTrue: boolean, found?: unknown): void {
  if (isTrue) {
    passed += 1;
    console.log(`  ok      ${what}`);
  } else {
    failed += 1;
    console.error(`  failed  ${what}${found === undefined ? '' : `: ${JSON.stringify(found)}`}`);
  }
}

function attempt(step: () => string): string {
  try {
    return step();
  } catch (error) {
    return String(error);
  }
}

/** Runs the program of an installed package by this very Node. @throws where it fails */
function run(packageName: string, program: string, args: readonly string[]): void {
  const manifestFile = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifestFile, 'utf8')) as { readonly bin: string | Record<string, string> };
  const path = typeof bin === 'string' ? bin : bin[program];
  if (path === undefined) throw new Error(`${packageName} has no program ${program}`);
  execFileSync(process.execPath, [join(dirname(manifestFile), path), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
