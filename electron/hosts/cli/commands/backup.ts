/** `zhupi backup`: an online copy of a project, verified. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { CommandRun } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withCore } from '../session.ts';

export const run: CommandRun = async ({ print }, { project, output }) => {
  const report = await withCore(print, project, (core) =>
    core.call('project.backup', { job: randomUUID(), target: core.token(output) }),
  );
  const file = resolve(output);
  print.json({ file, ...report });
  print.line(print.text('cli.done.backup', { file, ...report }));
  return EXIT.done;
};
