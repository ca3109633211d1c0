/** What every command's code gets, and how its options look after parsing. */
import type { Print } from './print.ts';
import type { ValueReaders } from './values.ts';

/** The means of a command. */
export interface CommandContext {
  readonly print: Print;
  readonly values: ValueReaders;
}

/** Options by their camel-case names, as the command line gives them. */
export interface RawOptions {
  readonly project: string;
  readonly tagset?: string;
  readonly format: string;
  readonly split?: string;
  readonly encoding: string;
  readonly annotator?: string;
  readonly addLabels?: boolean;
  readonly dryRun?: boolean;
  readonly skipRefused?: boolean;
  readonly option?: readonly string[];
  readonly output: string;
  readonly status?: string;
  readonly offsetUnit: string;
  readonly seed: string;
  readonly ops: string;
  readonly kwic?: boolean;
  readonly label?: string;
  readonly limit: string;
  readonly offset: string;
  readonly port?: string;
  readonly open: boolean;
}

/** A command's code. `args`: its arguments. Gives the exit status. @throws ZhupiError, CommandError */
export type CommandRun = (context: CommandContext, options: RawOptions, args: readonly string[]) => Promise<number>;
