/** `zhupi stats`: counts per label, status and annotator. */
import type { CommandRun } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { table } from '../print.ts';
import { withCore } from '../session.ts';

export const run: CommandRun = async ({ print }, { project }) => {
  const stats = await withCore(print, project, (core) => core.call('project.stats', {}));
  print.json(stats);
  if (print.isJson) return EXIT.done;
  const sections = [
    ['cli.stats.status', stats.status],
    ['layer.entity', stats.entities],
    ['layer.event', stats.events],
    ['layer.directive', stats.directives],
    ['layer.relation', stats.relations],
    ['cli.stats.documentLabels', stats.documentLabels],
  ] as const;
  for (const name of ['documents', 'characters', 'sources'] as const)
    print.line(`${print.text(`cli.stats.${name}`)}: ${stats[name]}`);
  for (const [key, counts] of sections) {
    if (Object.keys(counts).length === 0) continue;
    print.line('');
    for (const line of table([print.text(key), ''], Object.entries(counts))) print.line(line);
  }
  print.line('');
  const head = [
    print.text('cli.stats.annotators'),
    print.text('cli.stats.documents'),
    ...(['spans', 'events', 'directives', 'relations'] as const).map((name) => print.text(`cli.column.${name}`)),
  ];
  const rows = Object.entries(stats.annotators).map(([name, counts]) => [
    name,
    counts.documents,
    counts.spans,
    counts.events,
    counts.directives,
    counts.relations,
  ]);
  for (const line of table(head, rows)) print.line(line);
  return EXIT.done;
};
