/** `zhupi formats`: what is read and written. Loads neither the core nor the codecs. */
import { findFormat, formatInfo, listFormats } from '#shared/format/registry.ts';
import type { CommandRun } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { table } from '../print.ts';

export const run: CommandRun = async ({ print }, _options, [name]) => {
  const formats = name === undefined ? listFormats() : [findFormat(name)];
  const infos = formats.map(formatInfo);
  print.json(name === undefined ? infos : infos[0]);
  if (print.isJson) return EXIT.done;
  const yes = (is: boolean) => print.text(is ? 'cli.column.yes' : 'cli.column.no');
  const head = (['format', 'reads', 'writes', 'endings', 'carries'] as const).map((column) =>
    print.text(`cli.column.${column}`),
  );
  const rows = infos.map((info) => [
    info.name,
    yes(info.reads),
    yes(info.writes),
    info.extensions.join(' '),
    info.carries.join(' '),
  ]);
  for (const line of table(head, rows)) print.line(line);
  if (name === undefined) return EXIT.done;
  for (const option of infos.flatMap((info) => info.options))
    print.line(`--option ${option.name}=${option.values}  (${option.fallback})`);
  return EXIT.done;
};
