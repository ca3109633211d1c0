/** `zhupi serve`: the app in the browser, until it ends. */
import { resolve } from 'node:path';
import type { CommandRun } from '../command.ts';
import { CommandError } from '../exit-codes.ts';

export const run: CommandRun = async ({ values }, { project, port, open }) => {
  const wanted = port === undefined ? undefined : values.port(port);
  const { serve, ServeError } = await import('#hosts/browser/serve.ts');
  try {
    const serving = await serve({
      ...(project === undefined ? {} : { project: resolve(project) }),
      ...(wanted === undefined ? {} : { port: wanted }),
      open,
    });
    return await serving.closed;
  } catch (error) {
    if (error instanceof ServeError) throw new CommandError(error.message);
    throw error;
  }
};
