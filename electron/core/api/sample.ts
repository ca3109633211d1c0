/** The sample project: made on first use from the pages and marks that the app brings along. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ZhupiError } from '#shared/api/errors.ts';
import type { ProjectInfo } from '#shared/model/project.ts';
import { builtInTagset } from '../built-in.ts';
import { runJob } from '../jobs/run-job.ts';
import type { ImportSource } from '../jobs/task.ts';
import { DEFAULT_ANNOTATOR } from '../store/annotators.ts';
import { putInPlace } from '../store/create.ts';
import type { HandlerContext } from './handler.ts';
import { createProject, openProjectAt } from './open-project.ts';

/** The sample's name; its file has the same. */
export const SAMPLE_NAME = '样例 Sample';

/** Opens the sample project, making it where it is not there yet. @throws ZhupiError as importing and opening do */
export async function openSample(context: HandlerContext): Promise<ProjectInfo> {
  const path = join(context.ports.folders.projects, `${SAMPLE_NAME}.zhupi`);
  if (!existsSync(path)) await makeSample(context, path);
  return openProjectAt(context, path);
}

/** Made under a passing name: whoever looks meanwhile, or after a crash, finds no half sample. */
async function makeSample(context: HandlerContext, path: string): Promise<void> {
  const { ports } = context;
  const passing = `${path}.${ports.ids.next('p')}.new`;
  try {
    createProject(context, passing, SAMPLE_NAME, builtInTagset(ports.folders), true);
    const folder = join(ports.folders.resources, 'sample');
    const pages = readdirSync(join(folder, 'pages')).toSorted();
    await bringIn(
      context,
      passing,
      pages.map((name) => join(folder, 'pages', name)),
    );
    // A second time, so that the marks go to the articles that the pages gave.
    await bringIn(context, passing, [join(folder, 'marks.jsonl')]);
    putInPlace(passing, path);
  } catch (error) {
    // Two calls at once: the other one was first.
    if (!(error instanceof ZhupiError && error.code === 'project-exists')) throw error;
  } finally {
    rmSync(passing, { force: true });
  }
}

async function bringIn({ ports }: HandlerContext, project: string, paths: readonly string[]): Promise<void> {
  const files = paths.map(
    (path): ImportSource => ({ path, format: 'auto', encoding: 'auto', split: 'auto', adjustments: null }),
  );
  const report = await runJob(ports, null, {
    kind: 'import',
    project,
    files,
    annotator: DEFAULT_ANNOTATOR,
    addLabels: false,
    isDryRun: false,
    now: ports.clock.now(),
  });
  const [refused] = report.refused;
  if (refused !== undefined) throw new ZhupiError('internal', { where: 'sample', ...refused });
}
