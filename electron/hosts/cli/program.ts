/** The command line itself: every command with its arguments, options and help. The code of a command is loaded when it runs. */
import { Command, Option } from 'commander';
import type { TextKey } from '#shared/i18n/text.ts';
import type { CommandRun, RawOptions } from './command.ts';
import type { Print } from './print.ts';

/** Runs a chosen command. */
export type Start = (
  name: string,
  load: () => Promise<{ readonly run: CommandRun }>,
  options: RawOptions,
  args: readonly string[],
) => Promise<void>;

/** Makes the program. Wrong command lines and help throw CommanderError; nothing is printed for the wrong ones. */
export function makeProgram(print: Print, version: string, start: Start): Command {
  const t = (key: TextKey) => print.text(key);
  const titles: Readonly<Record<string, string>> = {
    'Usage:': t('cli.usage'),
    'Arguments:': t('cli.arguments'),
    'Options:': t('cli.options'),
    'Commands:': t('cli.commands'),
  };
  const optionDescription = ({ description, defaultValue }: Option) =>
    typeof defaultValue === 'string'
      ? `${description} (${print.text('cli.default', { value: defaultValue })})`
      : description;
  const program = new Command('zhupi')
    .description(t('cli.about'))
    .version(version, '-V, --version', t('cli.version'))
    .helpOption('-h, --help', t('cli.help'))
    .helpCommand('help [command]', t('cli.help.command'));
  const common = (command: Command) =>
    command
      .helpOption('-h, --help', t('cli.help'))
      .configureHelp({ styleTitle: (title) => titles[title] ?? title, optionDescription })
      .configureOutput({ outputError: () => undefined })
      .exitOverride()
      .addOption(new Option('--lang <language>', t('cli.lang')));
  common(program);

  const add = (usage: string, about: TextKey, load: () => Promise<{ readonly run: CommandRun }>) => {
    const command = common(program.command(usage)).description(t(about)).option('--json', t('cli.json'));
    command.action(async (...given: unknown[]) => {
      const args = command.processedArgs.flat().filter((arg): arg is string => typeof arg === 'string');
      // commander gives options as it was told to above; RawOptions says the same.
      await start(command.name(), load, given.at(-2) as RawOptions, args);
    });
    return command;
  };
  const inProject = (command: Command, about: TextKey = 'cli.project') =>
    command.requiredOption('-p, --project <file>', t(about));
  const several = (value: string, before: readonly string[] | undefined) => [...(before ?? []), value];

  inProject(add('new', 'cli.new', () => import('./commands/new.ts'))).option(
    '--tagset <file>',
    t('cli.new.tagset'),
    'news-zh',
  );

  inProject(add('import', 'cli.import', () => import('./commands/import.ts')))
    .argument('<files...>', t('cli.import.files'))
    .option('--format <format>', t('cli.import.format'), 'auto')
    .option('--split <auto|none>', t('cli.import.split'))
    .option('--encoding <name>', t('cli.import.encoding'), 'auto')
    .option('--annotator <name>', t('cli.import.annotator'))
    .option('--add-labels', t('cli.import.addLabels'))
    .option('--dry-run', t('cli.import.dryRun'))
    .option('--skip-refused', t('cli.import.skipRefused'))
    .option('--option <key=value>', t('cli.option'), several);

  inProject(add('export', 'cli.export', () => import('./commands/export.ts')))
    .option('--format <format>', t('cli.export.format'), 'jsonl')
    .requiredOption('-o, --output <path>', t('cli.export.output'))
    .option('--status <status>', t('cli.export.status'))
    .option('--annotator <name>', t('cli.export.annotator'))
    .option('--offset-unit <unit>', t('cli.offsetUnit'), 'codepoint')
    .option('--split <a/b/c>', t('cli.export.split'))
    .option('--seed <number>', t('cli.export.seed'), '0')
    .option('--option <key=value>', t('cli.option'), several);

  inProject(add('documents', 'cli.documents', () => import('./commands/documents.ts'))).option(
    '--annotator <name>',
    t('cli.annotator'),
  );

  inProject(add('show', 'cli.show', () => import('./commands/show.ts')))
    .argument('<id>', t('cli.show.id'))
    .option('--annotator <name>', t('cli.annotator'))
    .option('--offset-unit <unit>', t('cli.offsetUnit'), 'codepoint');

  inProject(add('annotate', 'cli.annotate', () => import('./commands/annotate.ts')))
    .requiredOption('--ops <file>', t('cli.annotate.ops'))
    .option('--annotator <name>', t('cli.annotator'))
    .option('--offset-unit <unit>', t('cli.offsetUnit'), 'codepoint');

  inProject(add('search', 'cli.search', () => import('./commands/search.ts')))
    .argument('<query>', t('cli.search.query'))
    .option('--kwic', t('cli.search.kwic'))
    .option('--label <label>', t('cli.search.label'))
    .option('--limit <number>', t('cli.search.limit'), '100')
    .option('--offset <number>', t('cli.search.offset'), '0');

  inProject(add('stats', 'cli.stats', () => import('./commands/stats.ts')));
  inProject(add('validate', 'cli.validate', () => import('./commands/validate.ts')));
  add('formats', 'cli.formats', () => import('./commands/formats.ts')).argument('[name]', t('cli.formats.name'));

  add('serve', 'cli.serve', () => import('./commands/serve.ts'))
    .option('-p, --project <file>', t('cli.project'))
    .option('--port <number>', t('cli.serve.port'))
    .option('--no-open', t('cli.serve.noOpen'));

  inProject(add('backup', 'cli.backup', () => import('./commands/backup.ts'))).requiredOption(
    '-o, --output <file>',
    t('cli.backup.output'),
  );
  inProject(
    add('restore', 'cli.restore', () => import('./commands/restore.ts')),
    'cli.restore.project',
  ).argument('<backup>', t('cli.restore.backup'));
  return program;
}
