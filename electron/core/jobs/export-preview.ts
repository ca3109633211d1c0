/** What an export would hold, without writing it. */
import { inSnapshot } from '../store/database.ts';
import { closeProjectFile, openForJob } from '../store/open.ts';
import { readTagset } from '../store/tagsets.ts';
import { checkRequest, counted, countsOf, emptyTally, lossesOf, streamCorpus } from './export-corpus.ts';
import { writingCodec } from './export-run.ts';
import type { ExportPreview, ExportPreviewTask } from './task.ts';

/** The beginning that is shown, in UTF-16 code units. */
const MAX_FIRST = 4000;

/** Counts, the beginning of what would be written, and what would be lost. @throws ZhupiError as runExport, but for the target */
export async function previewExport({ project, request }: ExportPreviewTask): Promise<ExportPreview> {
  const codec = await writingCodec(request.format);
  const db = openForJob(project, 'read');
  try {
    return inSnapshot(db, () => {
      checkRequest(db, request);
      const tally = emptyTally();
      let first = '';
      const options = { offsetUnit: request.offsetUnit, options: request.options, tagset: readTagset(db).tagset };
      const documents = counted(streamCorpus(db, request, null), [tally], codec);
      const [head] = [...take(documents, 1)];
      if (head !== undefined)
        for (const { data } of codec.write([head], options))
          if (typeof data === 'string' && first.length < MAX_FIRST) first += data;
      for (const _ of documents);
      return { counts: countsOf(tally), first: first.slice(0, MAX_FIRST), losses: lossesOf(tally) };
    });
  } finally {
    closeProjectFile(db);
  }
}

/** The first `count` of a generator, which can be read on afterwards. */
function* take<T>(items: Generator<T, void, undefined>, count: number): Generator<T, void, undefined> {
  for (let i = 0; i < count; i += 1) {
    const next = items.next();
    if (next.done === true) return;
    yield next.value;
  }
}
