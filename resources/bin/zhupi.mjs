#!/usr/bin/env node
/** Starts the built command line, on the Node.js that this checkout brings along where the machine's own is too old. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const entry = join(root, 'out', 'main', 'cli.js');
const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const isChinese = (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('zh');

/** Says one line in the machine's language and ends with status 1. */
function refuse(english, chinese) {
  process.stderr.write(`${isChinese ? chinese : english}\n`);
  process.exitCode = 1;
}

/** True from Node 22.12 on. */
function isNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

/** Runs this file again on the Node.js of the npm package `node`, with the same streams and exit status. */
function runAgain(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl+C reaches the child too; it decides how to end.
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (signal) => {
    if (signal !== 'SIGINT') child.kill(signal);
  };
  for (const signal of signals) process.on(signal, pass);
  child.on('error', (error) => refuse(`${node}: ${error.message}`, `${node}：${error.message}`));
  child.on('exit', (code, signal) => {
    for (const name of signals) process.removeListener(name, pass);
    if (signal === null) process.exitCode = code ?? 1;
    else process.kill(process.pid, signal);
  });
}

if (!existsSync(entry)) {
  refuse(
    'The command line is not built yet. Run `npm run build` first.',
    '命令行程序尚未构建。请先运行 `npm run build`。',
  );
} else if (isNewEnough()) {
  await import(pathToFileURL(entry).href);
} else {
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(node)) runAgain(node);
  else
    refuse(
      `Node.js 22.12 or newer is needed (this is ${process.versions.node}). Run \`npm ci\`, which brings one along.`,
      `需要 Node.js 22.12 或更新版本（当前为 ${process.versions.node}）。请运行 \`npm ci\`，其中附带一份。`,
    );
}
