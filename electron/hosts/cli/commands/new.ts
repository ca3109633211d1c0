/** `zhupi new`: makes a project file. */
import { basename, extname } from 'node:path';
import { ZhupiError } from '#shared/api/errors.ts';
import { encodeMessage } from '#shared/i18n/message.ts';
import { isTextKey } from '#shared/i18n/text.ts';
import type { Tagset } from '#shared/model/tagset.ts';
import type { CommandRun } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { type CommandCore, withCore } from '../session.ts';

/** The name of the built-in tagset. */
const BUILT_IN = 'news-zh';

export const run: CommandRun = ({ print }, { project, tagset = BUILT_IN }) =>
  withCore(print, null, async (core) => {
    const chosen = tagset === BUILT_IN ? null : await readTagset(core, tagset);
    const name = basename(project, extname(project)).slice(0, 120) || 'zhupi';
    const info = await core.call('project.create', { file: core.token(project), name, tagset: chosen });
    const own = (await core.call('tagset.get', {})).tagset;
    print.json({ project: info.path, name: info.name, tagset: own.name });
    print.line(print.text('cli.done.new', { file: info.path, tagset: own.name }));
    return EXIT.done;
  });

async function readTagset(core: CommandCore, file: string): Promise<Tagset> {
  const { tagset, findings } = await core.call('tagset.read', { file: core.token(file) });
  if (tagset !== null) return tagset;
  const { line = 0, path = '', rule = '', message = '' } = findings[0] ?? {};
  const key: string = `tagset.rule.${rule}`;
  const said = isTextKey(key) ? encodeMessage(key, { value: message }) : message;
  throw new ZhupiError('tagset-invalid', {
    file,
    line,
    rule: path === '' ? said : encodeMessage('cli.ops.shape', { path, rule: said }),
  });
}
