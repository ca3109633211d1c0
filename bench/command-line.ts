/** How long `zhupi formats` takes from start to end, beside a Node that does nothing. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { atMost, interleave, type Measured, makeFigure, quantile } from './figure.ts';
import type { Bench } from './workbench.ts';

/** Medians in milliseconds, from `spawn` to the end of the process. */
export async function measureCommandLine({ root, isQuick, folder }: Bench): Promise<readonly Measured[]> {
  const program = join(root, 'resources', 'bin', 'zhupi.mjs');
  if (!existsSync(program)) throw new Error(`${program} is missing`);
  const samples = await interleave(
    isQuick ? 7 : 25,
    2,
    () => timeProgram([program, 'formats'], folder),
    () => timeProgram(['-e', '0'], folder),
  );
  const value = quantile(samples.value, 0.5);
  const control = quantile(samples.control, 0.5);
  return [
    {
      figure: makeFigure('command-line', 'ms', value, control, atMost(2, 150, 'ms')),
      note: '“zhupi formats” from spawn to exit, median; control: “node -e 0”',
    },
  ];
}

function timeProgram(args: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
    });
    child.once('error', reject);
    child.once('exit', (status) => {
      const took = performance.now() - started;
      if (status === 0) resolve(took);
      else reject(new Error(`node ${args.join(' ')} ended with status ${status}: ${said.trim()}`));
    });
  });
}
