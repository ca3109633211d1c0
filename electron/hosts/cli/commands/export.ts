/** `zhupi export`: writes a corpus with its companions. */
import { randomUUID } from 'node:crypto';
import { ZhupiError } from '#shared/api/errors.ts';
import { findFormat } from '#shared/format/registry.ts';
import type { CommandRun } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withCore } from '../session.ts';

export const run: CommandRun = async ({ print, values }, options) => {
  if (!findFormat(options.format).writes) throw new ZhupiError('format-read-only', { format: options.format });
  const parts = options.split === undefined ? null : values.split(options.split);
  const seed = values.wholeNumber('--seed', options.seed);
  const request = {
    format: options.format,
    filter: { status: values.statuses(options.status), annotator: options.annotator ?? null },
    offsetUnit: values.offsetUnit(options.offsetUnit),
    split: parts === null ? null : { ...parts, seed },
    options: values.pairs(options.option ?? []),
  };
  const report = await withCore(print, options.project, (core) =>
    core.call('export.run', { job: randomUUID(), target: core.token(options.output), request }),
  );
  print.json(report);
  print.line(print.text('cli.done.export', report.counts));
  for (const { name, bytes, sha256 } of report.files) print.line(`  ${name}  ${bytes}  ${sha256}`);
  for (const loss of report.losses) print.line(print.text('cli.done.loss', loss));
  return EXIT.done;
};
