/** `zhupi documents`: lists the documents. */
import type { DocumentRow } from '#shared/model/document.ts';
import type { CommandRun } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { table } from '../print.ts';
import { withCore } from '../session.ts';

const PAGE = 10_000;

export const run: CommandRun = async ({ print }, { project, annotator }) => {
  const rows = await withCore(print, project, async (core) => {
    const all: DocumentRow[] = [];
    for (;;) {
      const answer = await core.call('document.list', {
        offset: all.length,
        limit: PAGE,
        annotator: annotator ?? null,
      });
      all.push(...answer.rows);
      if (answer.rows.length < PAGE) return all;
    }
  });
  print.json(
    rows.map(({ id, title, characters, status, spans, events, directives, relations }) => ({
      id,
      title,
      characters,
      status,
      spans,
      events,
      directives,
      relations,
    })),
  );
  if (print.isJson) return EXIT.done;
  const head = (['id', 'title', 'characters', 'status', 'spans', 'events', 'directives', 'relations'] as const).map(
    (name) => print.text(`cli.column.${name}`),
  );
  const cells = rows.map((row) => [
    row.id,
    row.title,
    row.characters,
    print.text(`status.${row.status}`),
    row.spans,
    row.events,
    row.directives,
    row.relations,
  ]);
  for (const line of table(head, cells)) print.line(line);
  return EXIT.done;
};
