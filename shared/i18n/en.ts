/** Every text a person sees in English, gathered from one file a subject. */
import { checks } from './en/checks.ts';
import { cli } from './en/cli.ts';
import { commands } from './en/commands.ts';
import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import { exporting } from './en/exporting.ts';
import { host } from './en/host.ts';
import { importing } from './en/importing.ts';
import { library } from './en/library.ts';
import { reading } from './en/reading.ts';
import { settings } from './en/settings.ts';
import { tagset } from './en/tagset.ts';

export const en = {
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
} as const;
