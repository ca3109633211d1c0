/** `zhupi search`: where a text occurs. */
import type { CommandRun } from '../command.ts';
import { CommandError, EXIT } from '../exit-codes.ts';
import { displayWidth, oneLine } from '../print.ts';
import { withCore } from '../session.ts';

export const run: CommandRun = async ({ print, values }, { project, label, limit, offset, kwic }, [query = '']) => {
  const request = {
    query,
    label: label ?? null,
    limit: values.wholeNumber('--limit', limit),
    offset: values.wholeNumber('--offset', offset),
  };
  if (query === '')
    throw new CommandError(print.text('cli.wrong.missingArgument', { name: 'query', command: 'search' }), EXIT.wrong);
  const answer = await withCore(print, project, (core) => core.call('search.run', request));
  print.json(answer);
  print.line(print.text('cli.done.search', { total: answer.total, documents: answer.documents }));
  if (print.isJson) return EXIT.done;
  if (kwic === true) {
    const width = Math.max(0, ...answer.hits.map(({ left }) => displayWidth(oneLine(left))));
    for (const { document, start, left, match, right } of answer.hits) {
      const before = oneLine(left);
      print.line(
        `${document}  ${String(start).padStart(6)}  ${' '.repeat(width - displayWidth(before))}${before}[${match}]${oneLine(right)}`,
      );
    }
    return EXIT.done;
  }
  const byDocument = new Map<string, { readonly title: string; count: number }>();
  for (const { document, title } of answer.hits) {
    const entry = byDocument.get(document);
    if (entry === undefined) byDocument.set(document, { title, count: 1 });
    else entry.count += 1;
  }
  for (const [document, { title, count }] of byDocument) print.line(`${document}  ${count}  ${title}`);
  return EXIT.done;
};
