/** `zhupi show`: one document as native JSONL. */
import { ZhupiError } from '#shared/api/errors.ts';
import { DocumentId } from '#shared/model/ids.ts';
import type { CommandRun } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withCore } from '../session.ts';

export const run: CommandRun = async ({ print, values }, { project, annotator, offsetUnit }, [id = '']) => {
  const unit = values.offsetUnit(offsetUnit);
  const { line } = await withCore(print, project, (core) => {
    const document = DocumentId.safeParse(id);
    if (!document.success) throw new ZhupiError('document-missing', { id });
    return core.call('document.show', { document: document.data, annotator: annotator ?? null, offsetUnit: unit });
  });
  print.raw(line.trimEnd());
  return EXIT.done;
};
