/** The entry of the command line: reads the arguments, runs one command, sets the exit status. */
import { CommanderError } from 'commander';
import { appRoot } from '#hosts/node/app-root.ts';
import { systemLanguage } from '#hosts/node/system-language.ts';
import { type ErrorCode, ZhupiError } from '#shared/api/errors.ts';
import { errorText } from '#shared/i18n/error-text.ts';
import type { Language } from '#shared/model/settings.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { makePrint, oneLine, type Print } from './print.ts';
import { makeProgram } from './program.ts';
import { usageError } from './usage-error.ts';

/** Errors that lie in the command line itself and not in what it is about. */
const WRONG: ReadonlySet<ErrorCode> = new Set(['bad-input', 'format-unknown', 'format-read-only', 'format-write-only']);

/** Runs the command line and gives its exit status. Everything is printed. */
export async function main(args: readonly string[]): Promise<number> {
  const print = makePrint(languageOf(args), args.includes('--json'));
  let status: number = EXIT.done;
  const program = makeProgram(print, appRoot().version, async (_name, load, options, given) => {
    const [{ run }, { valueReaders }] = await Promise.all([load(), import('./values.ts')]);
    status = await run({ print, values: valueReaders(print) }, options, given);
  });
  if (args.length === 0) {
    program.outputHelp({ error: true });
    return EXIT.wrong;
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    return report(print, error, args);
  }
}

function report(print: Print, error: unknown, args: readonly string[]): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === 'commander.help') return EXIT.done;
    const command = args.find((arg) => /^[a-z]+$/.test(arg)) ?? '';
    print.note(usageError(print, error, command));
    return EXIT.wrong;
  }
  if (error instanceof CommandError) {
    print.note(error.message);
    return error.exitCode;
  }
  if (!(error instanceof ZhupiError)) throw error;
  const message = oneLine(errorText(print.language, error.toValue()));
  print.note(message);
  print.json({ error: { code: error.code, message, details: error.details } });
  return WRONG.has(error.code) ? EXIT.wrong : EXIT.failed;
}

/** `--lang` wins over the machine's language. */
function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  if (given === undefined) return systemLanguage();
  return given.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  return EXIT.failed;
});
