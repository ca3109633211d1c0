/** `npm run bench`: prints each figure beside its control, taken in turns in the same run, and whether it meets its goal. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp, isBuilt } from '#hosts/launch/build.ts';
import { appRoot } from '#hosts/node/app-root.ts';
import { measureCommandLine } from './command-line.ts';
import { measureExport } from './export.ts';
import type { Figure, Measured } from './figure.ts';
import { measureImport, measureTextImport } from './import.ts';
import { measureKeyToPaint } from './key-to-paint.ts';
import { measureOpenDocument } from './open-document.ts';
import { describeMachine, printTable } from './print.ts';
import type { Bench } from './workbench.ts';

interface Measurement {
  /** True where the built app is measured. */
  readonly needsBuild: boolean;
  measure(bench: Bench): Promise<readonly Measured[]>;
}

const MEASUREMENTS: Readonly<Record<string, Measurement>> = {
  'key-to-paint': { needsBuild: true, measure: measureKeyToPaint },
  'open-document': { needsBuild: true, measure: measureOpenDocument },
  import: { needsBuild: false, measure: measureImport },
  'import-text-files': { needsBuild: false, measure: measureTextImport },
  export: { needsBuild: false, measure: measureExport },
  'command-line': { needsBuild: true, measure: measureCommandLine },
};

process.exitCode = await run(process.argv.slice(2));

/** Exit status: 0 measured, whether goals are met or not; 1 something could not be measured; 2 wrong arguments. */
async function run(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked === null) return 2;
  const root = appRoot().folder;
  const chosen = Object.entries(MEASUREMENTS).filter(([name]) => asked.only.length === 0 || asked.only.includes(name));
  console.log(describeMachine());
  if (asked.isQuick) console.log('Quick: fewer rounds on less data. Not for comparing with the goals.');
  if (chosen.some(([, { needsBuild }]) => needsBuild) && !(await build(root))) return 1;

  const measured: Measured[] = [];
  let status = 0;
  for (const [name, { measure }] of chosen) {
    process.stderr.write(`${name} …\n`);
    const folder = mkdtempSync(join(tmpdir(), 'zhupi-bench-'));
    try {
      measured.push(...(await measure({ root, folder, isQuick: asked.isQuick })));
    } catch (error) {
      status = 1;
      console.error(
        `${name} could not be measured: ${error instanceof Error ? (error.stack ?? error) : String(error)}`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  }
  printTable(measured);
  if (asked.json !== undefined) {
    const figures: readonly Figure[] = measured.map(({ figure }) => figure);
    writeFileSync(resolve(process.env.INIT_CWD ?? '.', asked.json), `${JSON.stringify(figures, null, 2)}\n`);
  }
  return status;
}

interface Asked {
  readonly json: string | undefined;
  /** Names of measurements; empty: all. */
  readonly only: readonly string[];
  readonly isQuick: boolean;
}

/** Null where the arguments are wrong, which is then said. */
function readArguments(args: readonly string[]): Asked | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'string' },
        only: { type: 'string', multiple: true, default: [] },
        quick: { type: 'boolean', default: false },
      },
    });
    const unknown = values.only.find((name) => !Object.hasOwn(MEASUREMENTS, name));
    if (unknown !== undefined) throw new Error(`“${unknown}” is none of ${Object.keys(MEASUREMENTS).join(', ')}`);
    return { json: values.json, only: values.only, isQuick: values.quick };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error('bench [--json FILE] [--only NAME]… [--quick]');
    return null;
  }
}

/** The figures belong to the sources: the app is built anew where they have changed. */
async function build(root: string): Promise<boolean> {
  if (isBuilt(root)) return true;
  const { isGood, output } = await buildApp(root);
  if (!isGood) console.error(`${output}\nThe app could not be built.`);
  return isGood;
}
