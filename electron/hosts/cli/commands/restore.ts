/** `zhupi restore`: a project file from a backup. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { CommandRun } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withCore } from '../session.ts';

export const run: CommandRun = async ({ print }, { project }, [backup = '']) => {
  const report = await withCore(print, null, (core) =>
    core.call('project.restore', { job: randomUUID(), backup: core.token(backup), target: core.token(project) }),
  );
  const file = resolve(project);
  print.json({ file, ...report });
  print.line(print.text('cli.done.backup', { file, ...report }));
  return EXIT.done;
};
