/** Every text a person sees in 简体中文, gathered from one file a subject. */

import type { TextTable } from './text.ts';
import { checks } from './zh-CN/checks.ts';
import { cli } from './zh-CN/cli.ts';
import { commands } from './zh-CN/commands.ts';
import { common } from './zh-CN/common.ts';
import { errors } from './zh-CN/errors.ts';
import { exporting } from './zh-CN/exporting.ts';
import { host } from './zh-CN/host.ts';
import { importing } from './zh-CN/importing.ts';
import { library } from './zh-CN/library.ts';
import { reading } from './zh-CN/reading.ts';
import { settings } from './zh-CN/settings.ts';
import { tagset } from './zh-CN/tagset.ts';

export const zhCN = {
  ...common,
  ...commands,
  ...errors,
  ...checks,
  ...cli,
  ...host,
  ...importing,
  ...exporting,
  ...library,
  ...reading,
  ...settings,
  ...tagset,
} as const satisfies TextTable;
