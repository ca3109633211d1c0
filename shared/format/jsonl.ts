/** The native format: `zhupi.document/1`, one document a line. It holds everything but the annotator's note on the whole. */
import type { Codec } from './format.ts';
import { readJsonl } from './jsonl-read.ts';
import { documentLine } from './jsonl-write.ts';

/** Reads and writes the native JSONL. */
export const jsonl: Codec = {
  read: (files) => readJsonl(files),
  *write(documents, { offsetUnit }) {
    for (const document of documents) yield { file: null, data: documentLine(document, offsetUnit) };
  },
  losses: ({ note }) => (note === null ? [] : [{ kind: 'document-note', example: note.slice(0, 60) }]),
};
