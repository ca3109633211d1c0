/** What must be known of the documents that operations are about. */

import type { MethodOutput } from '#shared/api/contract.ts';
import { ZhupiError } from '#shared/api/errors.ts';
import type { DocumentId } from '#shared/model/ids.ts';
import { type OpsDocument, type OpsLine, reasonOf } from './ops-file.ts';
import type { CommandCore } from './session.ts';

/** Texts and the numbers that are taken, by document. @throws ZhupiError ops-line where a document does not exist */
export async function nextNumbers(
  core: CommandCore,
  lines: readonly OpsLine[],
  annotator: string | null,
  file: string,
): Promise<ReadonlyMap<DocumentId, OpsDocument>> {
  const out = new Map<DocumentId, OpsDocument>();
  for (const { line, document } of lines) {
    if (out.has(document)) continue;
    try {
      out.set(document, await look(core, document, annotator));
    } catch (error) {
      if (!(error instanceof ZhupiError) || error.code !== 'document-missing') throw error;
      throw new ZhupiError('ops-line', { file, line, reason: reasonOf(error) }, { cause: error });
    }
  }
  return out;
}

async function look(core: CommandCore, document: DocumentId, annotator: string | null): Promise<OpsDocument> {
  try {
    return toOpsDocument(await core.call('document.open', { document, annotator }));
  } catch (error) {
    // A new annotator begins with these operations.
    if (!(error instanceof ZhupiError) || error.code !== 'annotator-missing') throw error;
    const { text } = toOpsDocument(await core.call('document.open', { document, annotator: null }));
    return { text, last: { T: 0, E: 0, D: 0, R: 0 } };
  }
}

function toOpsDocument({ document, lastNumbers }: MethodOutput<'document.open'>): OpsDocument {
  return { text: document.text, last: lastNumbers };
}
