/** A core for one command: opened when the command needs it, closed when it ends. */

import { resolve } from 'node:path';
import { createCore } from '#core/create-core.ts';
import type { Log } from '#core/ports.ts';
import { SILENT_LOG } from '#hosts/node/log.ts';
import { makeNodePorts } from '#hosts/node/ports.ts';
import { type Call, unwrap } from '#shared/api/call.ts';
import type { Print } from './print.ts';
import { makeProgress } from './progress.ts';

/** What commands do their work with. */
export interface CommandCore {
  readonly call: Call;
  /** A grant for a path that the person named. */
  token(path: string): string;
}

/** Runs `work` with a core; with `project`, that one is open. Afterwards everything is closed. @throws ZhupiError */
export async function withCore<T>(
  print: Print,
  project: string | null,
  work: (core: CommandCore) => Promise<T>,
): Promise<T> {
  await speakChinese(print);
  const ports = makeNodePorts({ jobs: { kind: 'inline' }, keepsState: false, log: log() });
  const core = createCore(ports);
  const progress = makeProgress(print);
  const stop = core.subscribe(progress.take);
  try {
    if (project !== null) await core.openProject(resolve(project));
    return await work({
      // The contract types the answer; the core made it.
      call: (async (name, input) => unwrap(await core.call(name, input))) as Call,
      token: (path) => ports.grants.grant(path).token,
    });
  } finally {
    progress.end();
    stop();
    await core.close();
  }
}

/** What zod says about values that are not in the expected form, too. */
async function speakChinese({ language }: Print): Promise<void> {
  if (language !== 'zh-CN') return;
  const { z } = await import('zod');
  z.config(z.locales.zhCN());
}

/** Nothing is logged, but with ZHUPI_LOG set errors go to standard error for whoever looks into the program. */
function log(): Log {
  if (!process.env['ZHUPI_LOG']) return SILENT_LOG;
  return { ...SILENT_LOG, error: (message, facts) => console.error(message, facts) };
}
