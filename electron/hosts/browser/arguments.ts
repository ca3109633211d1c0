/** The arguments of the browser host's own command line. */
import { parseArgs } from 'node:util';
import type { ServeOptions } from './serve.ts';

/** Either options, or what is wrong with the arguments. */
export type ReadArguments =
  | { readonly kind: 'options'; readonly options: ServeOptions }
  | { readonly kind: 'wrong'; readonly reason: string };

/** Reads `[PROJECT] [--project FILE] [--port N] [--no-open]`. */
export function readArguments(args: readonly string[]): ReadArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      allowNegative: true,
      options: { project: { type: 'string' }, port: { type: 'string' }, open: { type: 'boolean', default: true } },
    });
    if (positionals.length > 1) return { kind: 'wrong', reason: positionals.slice(1).join(' ') };
    const port = values.port === undefined ? 0 : Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return { kind: 'wrong', reason: `--port ${values.port ?? ''}` };
    const project = values.project ?? positionals[0];
    const options = { port, open: values.open, ...(project === undefined ? {} : { project }) };
    return { kind: 'options', options };
  } catch (error) {
    return { kind: 'wrong', reason: error instanceof Error ? error.message : String(error) };
  }
}
