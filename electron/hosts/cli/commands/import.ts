/** `zhupi import`: brings files into a project. */
import { randomUUID } from 'node:crypto';
import { findFormat } from '#shared/format/registry.ts';
import { messageText, reasonText } from '#shared/i18n/message.ts';
import type { ImportReport } from '#shared/model/transfer.ts';
import type { CommandContext, CommandRun, RawOptions } from '../command.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { openFolder } from '../open-folder.ts';
import type { Print } from '../print.ts';
import { type CommandCore, withCore } from '../session.ts';

export const run: CommandRun = async (context, options, files) => {
  const { print, values } = context;
  if (options.format !== 'auto') findFormat(options.format);
  values.encoding(options.encoding);
  values.pairs(options.option ?? []);
  if (options.split !== undefined) values.oneOf('--split', options.split, ['auto', 'none']);
  const report = await withCore(print, options.project, (core) =>
    options.skipRefused === true ? importEach(core, context, options, files) : importAll(core, context, options, files),
  );
  const isFailed = report.refused.length > 0 && (options.skipRefused !== true || report.refused.length >= files.length);
  printReport(print, report, options);
  if (!isFailed || options.dryRun === true)
    return report.refused.length > 0 && options.dryRun === true ? EXIT.failed : EXIT.done;
  const [first] = report.refused;
  const reason = first?.reason ?? '';
  if (files.length === 1 && report.refused.length === 1) throw new CommandError(messageText(print.language, reason));
  const slots = { count: report.refused.length, reason: reasonText(print.language, reason) };
  const isAll = report.refused.length >= files.length;
  throw new CommandError(print.text(isAll ? 'cli.failed.importAll' : 'cli.failed.import', slots));
};

function importAll(
  core: CommandCore,
  { values }: CommandContext,
  options: RawOptions,
  files: readonly string[],
): Promise<ImportReport> {
  // Splitting asked for by name means the reader of pages, also where the format is called plain text.
  const format = options.format === 'text' && options.split === 'auto' ? 'newspaper' : options.format;
  return core.call('import.run', {
    job: randomUUID(),
    files: files.map((file) => ({
      file: core.token(file),
      format,
      encoding: values.encoding(options.encoding),
      split: options.split === 'none' ? 'none' : 'auto',
    })),
    annotator: options.annotator ?? null,
    addLabels: options.addLabels === true,
    isDryRun: options.dryRun === true,
  });
}

/** Each file by itself, so that one that is refused does not keep the others out. */
async function importEach(
  core: CommandCore,
  context: CommandContext,
  options: RawOptions,
  files: readonly string[],
): Promise<ImportReport> {
  let sum: ImportReport = {
    added: 0,
    duplicates: 0,
    refused: [],
    spans: 0,
    frames: 0,
    relations: 0,
    warnings: [],
    documents: [],
  };
  for (const file of files.flatMap(openFolder)) {
    const one = await importAll(core, context, options, [file]);
    sum = {
      added: sum.added + one.added,
      duplicates: sum.duplicates + one.duplicates,
      refused: [...sum.refused, ...one.refused],
      spans: sum.spans + one.spans,
      frames: sum.frames + one.frames,
      relations: sum.relations + one.relations,
      warnings: [...sum.warnings, ...one.warnings],
      documents: [...sum.documents, ...one.documents],
    };
  }
  return sum;
}

function printReport(print: Print, report: ImportReport, { dryRun }: RawOptions): void {
  const { added, duplicates, spans, frames, relations, documents } = report;
  const say = (message: string) => messageText(print.language, message);
  const refused = report.refused.map(({ file, reason }) => ({ file, reason: say(reason) }));
  const warnings = report.warnings.map(({ file, line, message }) => ({ file, line, message: say(message) }));
  const value = { added, duplicates, refused, spans, frames, relations, warnings };
  print.json(dryRun === true ? { ...value, documents } : value);
  if (dryRun === true) print.line(print.text('cli.done.dryRun'));
  print.line(print.text('cli.done.import', { added, duplicates, refused: refused.length, spans, frames, relations }));
  if (dryRun === true)
    for (const { title, characters, file } of documents)
      print.line(`  ${title}  (${file}, ${print.text('count.characters', { n: characters })})`);
  for (const { reason } of refused) print.line(print.text('cli.done.refused', { reason }));
  for (const { file, line, message } of warnings)
    print.line(
      line === null
        ? print.text('cli.done.warning', { file, message })
        : print.text('cli.done.warningLine', { file, line: String(line), message }),
    );
}
