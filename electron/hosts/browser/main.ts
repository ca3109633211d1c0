/** The entry of the browser host: `serve` for the command line, and a program of its own when it is started directly. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { appRoot } from '#hosts/node/app-root.ts';
import { systemLanguage } from '#hosts/node/system-language.ts';
import { translate } from '#shared/i18n/text.ts';
import { readArguments } from './arguments.ts';
import { ServeError, serve } from './serve.ts';

export { ServeError, type ServeOptions, type Serving, serve } from './serve.ts';

/** Runs the host with command-line arguments until it ends. Exit status: 0 ended, 1 could not start, 2 wrong arguments. */
export async function run(args: readonly string[]): Promise<number> {
  const language = systemLanguage();
  if (Number.parseInt(process.versions.node, 10) < 22) {
    console.error(translate(language, 'host.nodeOld', { version: process.versions.node }));
    return 1;
  }
  const read = readArguments(args);
  if (read.kind === 'wrong') {
    console.error(translate(language, 'host.badArguments', { reason: read.reason }));
    return 2;
  }
  try {
    const serving = await serve(read.options);
    return await serving.closed;
  } catch (error) {
    if (!(error instanceof ServeError)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** The command line imports this file too; where a build puts the code into another file, its own address says nothing. */
function isStarted(): boolean {
  const started = process.argv[1];
  if (started === undefined) return false;
  const root = realpathSync(appRoot().folder);
  const entries = [join(root, 'out', 'main', 'browser.js'), join(root, 'electron', 'hosts', 'browser', 'main.ts')];
  return entries.includes(realpathSync(started));
}

if (isStarted()) {
  process.exitCode = await run(process.argv.slice(2));
  // Everything is closed by now; whatever still keeps the process alive must not.
  setTimeout(() => process.exit(), 3_000).unref();
}
