/** A wrong command line in the person's language. */
import type { CommanderError } from 'commander';
import type { TextKey } from '#shared/i18n/text.ts';
import type { Print } from './print.ts';

const TEXTS: Readonly<Record<string, TextKey>> = {
  'commander.unknownOption': 'cli.wrong.unknownOption',
  'commander.unknownCommand': 'cli.wrong.unknownCommand',
  'commander.missingArgument': 'cli.wrong.missingArgument',
  'commander.missingMandatoryOptionValue': 'cli.wrong.missingOption',
  'commander.optionMissingArgument': 'cli.wrong.missingValue',
  'commander.excessArguments': 'cli.wrong.excess',
};

/** The text for what commander found wrong; `command`: the one that was chosen, if any. */
export function usageError(print: Print, { code, message }: CommanderError, command: string): string {
  const key = TEXTS[code];
  // commander names the part that is wrong in quotes.
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? '';
  const name = /--[a-z][a-z-]*/.exec(quoted)?.[0] ?? quoted;
  return key === undefined ? message : print.text(key, { name, command }).replace('zhupi  --help', 'zhupi --help');
}
