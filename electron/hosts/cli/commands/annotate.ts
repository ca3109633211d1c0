/** `zhupi annotate`: applies operations from a file, the very ones that the editor sends. */
import { readFileSync } from 'node:fs';
import { ZhupiError } from '#shared/api/errors.ts';
import type { CommandRun } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { nextNumbers } from '../next-numbers.ts';
import { readOpsLines, reasonOf, resolveOps } from '../ops-file.ts';
import { withCore } from '../session.ts';

export const run: CommandRun = async ({ print, values }, { project, ops, annotator, offsetUnit }) => {
  const unit = values.offsetUnit(offsetUnit);
  const name = annotator ?? null;
  const result = await withCore(print, project, async (core) => {
    const lines = readOpsLines(readText(ops), ops);
    const documents = await nextNumbers(core, lines, name, ops);
    const { tagset } = await core.call('tagset.get', {});
    const operations = resolveOps(lines, documents, tagset, unit, ops);
    const answer = await explain(ops, () => core.call('edit.applyOps', { annotator: name, ops: [...operations] }));
    return { ...answer, added: operations.flatMap(added) };
  });
  print.json(result);
  print.line(print.text('cli.done.annotate', { applied: result.applied, documents: result.documents }));
  return EXIT.done;
};

/** The ids of what an operation added. */
function added({ line, document, edit }: ReturnType<typeof resolveOps>[number]) {
  if (edit.kind === 'span.add') return [{ line, document, id: edit.span.id as string }];
  if (edit.kind === 'frame.add') return [{ line, document, id: edit.frame.id as string }];
  return edit.kind === 'relation.add' ? [{ line, document, id: edit.relation.id as string }] : [];
}

/** Puts the file's name, and the reason in words, into what the core says about a line. */
async function explain<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ZhupiError) || error.code !== 'ops-line') throw error;
    const { code, line = 0, ...details } = error.details;
    const reason = reasonOf({ code: String(code) as ZhupiError['code'], details });
    throw new ZhupiError('ops-line', { file, line, reason }, { cause: error });
  }
}

/** @throws ZhupiError file-missing, file-unreadable, file-empty, file-encoding */
function readText(file: string): string {
  const bytes = readBytes(file);
  if (bytes.length === 0) throw new ZhupiError('file-empty', { file });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    const byteOffset = firstBad(bytes);
    const line = bytes.subarray(0, byteOffset).filter((byte) => byte === 10).length + 1;
    throw new ZhupiError('file-encoding', { file, encoding: 'utf-8', byteOffset, line }, { cause });
  }
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new ZhupiError('file-missing', { file }, { cause: error });
    throw new ZhupiError('file-unreadable', { file, reason: code }, { cause: error });
  }
}

/** The offset of the line that holds the first bytes that are not UTF-8. */
function firstBad(bytes: Buffer): number {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start) < 0 ? bytes.length : bytes.indexOf(10, start) + 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return start;
    }
    start = end;
  }
  return 0;
}
