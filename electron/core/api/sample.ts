/** The sample project: made on first use from the texts that the app brings along. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectInfo } from '#shared/model/project.ts';
import { builtInTagset } from '../built-in.ts';
import type { HandlerContext } from './handler.ts';
import { createProject, openProjectAt } from './open-project.ts';

/** The sample's name; its file has the same. */
const NAME = '示例 Sample';

/** Opens the sample project, making it where it is not there yet. */
export async function openSample(context: HandlerContext): Promise<ProjectInfo> {
  const { folders } = context.ports;
  const path = join(folders.projects, `${NAME}.zhupi`);
  if (!existsSync(path)) createProject(context, path, NAME, builtInTagset(folders), true);
  return openProjectAt(context, path);
}
