import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const LAUNCHER = resolve(import.meta.dirname, '../../../resources/bin/zhupi.mjs');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'zhupi-test-'));
  mkdirSync(join(root, 'resources', 'bin'), { recursive: true });
  copyFileSync(LAUNCHER, join(root, 'resources', 'bin', 'zhupi.mjs'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const build = (code: string) => {
  mkdirSync(join(root, 'out', 'main'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(join(root, 'out', 'main', 'cli.js'), code);
};
/** Says that the running Node.js is an old one; the one that it starts says what it is. */
const OLD = `data:text/javascript,if(!process.env.AGAIN){process.env.AGAIN='1';Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.0'}})}`;
const run = (lang: string, ...args: readonly string[]) => {
  const { LC_ALL: _all, LC_MESSAGES: _messages, ...rest } = process.env;
  return spawnSync(process.execPath, [...args], { encoding: 'utf8', env: { ...rest, LANG: lang } });
};
const launcher = () => join(root, 'resources', 'bin', 'zhupi.mjs');

describe('resources/bin/zhupi.mjs', () => {
  it('says in both languages what to do where nothing is built', () => {
    expect(run('en_US.UTF-8', launcher())).toMatchObject({
      status: 1,
      stderr: 'The command line is not built yet. Run `npm run build` first.\n',
    });
    expect(run('zh_CN.UTF-8', launcher()).stderr).toBe('命令行程序尚未构建。请先运行 `npm run build`。\n');
  });

  it('loads the build with its arguments and exit status', () => {
    build('console.log(process.argv.slice(2).join()); process.exitCode = 2;');
    expect(run('C', launcher(), 'a', 'b')).toMatchObject({ status: 2, stdout: 'a,b\n' });
  });

  it('runs again on the Node.js of the checkout where the machine’s own is too old', () => {
    build('console.log(process.argv.slice(2).join(), process.env.AGAIN); process.exitCode = 3;');
    expect(run('C', '--import', OLD, launcher(), 'a')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('npm ci'),
    });
    mkdirSync(join(root, 'node_modules', 'node', 'bin'), { recursive: true });
    symlinkSync(process.execPath, join(root, 'node_modules', 'node', 'bin', 'node'));
    expect(run('C', '--import', OLD, launcher(), 'a', 'b')).toMatchObject({ status: 3, stdout: 'a,b 1\n' });
  });

  it('ends as its child does when it is stopped', async () => {
    build(`process.on('SIGTERM', () => process.exit(7)); setInterval(() => 0, 1000); console.log('ready');`);
    mkdirSync(join(root, 'node_modules', 'node', 'bin'), { recursive: true });
    symlinkSync(process.execPath, join(root, 'node_modules', 'node', 'bin', 'node'));
    const child = spawn(process.execPath, ['--import', OLD, launcher()]);
    const ended = new Promise((done) => child.on('exit', (code, signal) => done([code, signal])));
    child.stdout.once('data', () => child.kill('SIGTERM'));
    expect(await ended).toEqual([7, null]);
  });
});
