/** settings.*: how the app looks and behaves on this machine. */
import { join } from 'node:path';
import { ZhupiError } from '#shared/api/errors.ts';
import { DEFAULT_SETTINGS, Settings } from '#shared/model/settings.ts';
import { badInput } from '../dispatch.ts';
import { targetError } from '../store/errors.ts';
import { readJsonFile, writeJsonFile } from '../store/json-file.ts';
import type { HandlerContext, Handlers } from './handler.ts';

const fileOf = ({ ports }: HandlerContext) => join(ports.folders.state, 'settings.json');

function read(context: HandlerContext): Settings {
  return readJsonFile(fileOf(context), Settings, DEFAULT_SETTINGS, context.ports.log);
}

/** Handlers for settings. */
export const settingsHandlers = {
  'settings.get': (context) => read(context),

  'settings.set': (context, { change }) => {
    const unknown = Object.keys(change).find((key) => !Object.hasOwn(DEFAULT_SETTINGS, key));
    const parsed = Settings.safeParse({ ...read(context), ...change });
    if (unknown !== undefined) throw new ZhupiError('bad-input', { path: unknown, reason: 'unknown' });
    if (!parsed.success) throw badInput(parsed.error);
    try {
      writeJsonFile(fileOf(context), parsed.data);
    } catch (error) {
      throw targetError(error, fileOf(context), context.ports.folders.state);
    }
    context.events.emit({ kind: 'settings.changed' });
    return parsed.data;
  },
} satisfies Handlers;
