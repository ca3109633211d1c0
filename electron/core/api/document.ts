/** document.*: the library list, opening one document, its source, the trash. */
import { ZhupiError } from '#shared/api/errors.ts';
import { snapshotFromState } from '#shared/model/annotation-set.ts';
import { EncodingName } from '#shared/model/encoding.ts';
import { decodeBytes } from '../readers/encoding.ts';
import { currentAnnotator, findAnnotator, needAnnotator } from '../store/annotators.ts';
import { inSnapshot, inTransaction } from '../store/database.ts';
import { listDocuments } from '../store/document-list.ts';
import { listTrashed, readDocument, readPlace, readSourceMap, setTrashed } from '../store/documents.ts';
import { readReach } from '../store/history.ts';
import { findSet, NO_NUMBERS } from '../store/sets.ts';
import { readSource } from '../store/sources.ts';
import { stateOf } from '../store/work.ts';
import type { HandlerContext, Handlers } from './handler.ts';

/** Handlers for documents. */
export const documentHandlers = {
  'document.list': (context, { annotator, ...request }) => {
    const db = context.db();
    const annotatorId = annotator === null ? (findAnnotator(db, null)?.id ?? 0) : needAnnotator(db, annotator).id;
    return listDocuments(db, { ...request, annotatorId });
  },

  'document.open': (context, { document: id, annotator }) => {
    const db = context.db();
    return inSnapshot(db, () => {
      const name = annotator ?? currentAnnotator(db);
      const found = findAnnotator(db, name);
      if (found === undefined && annotator !== null) throw new ZhupiError('annotator-missing', { name });
      const {
        num,
        ord,
        language: _language,
        characters: _characters,
        trashedAt: _trashedAt,
        ...document
      } = readDocument(db, id);
      const set = found === undefined ? null : (findSet(db, num, found.id) ?? null);
      const state = stateOf(db, document.text, document, set);
      if (set !== null) context.session().states.put(set.id, set.revision, state);
      return {
        document,
        annotator: name,
        snapshot: snapshotFromState(state),
        revision: set?.revision ?? 0,
        lastNumbers: set?.last ?? NO_NUMBERS,
        ...(set === null ? { canUndo: false, canRedo: false } : readReach(db, set.id)),
        ...readPlace(db, ord),
      };
    });
  },

  'document.source': (context, { document: id }) => {
    const db = context.db();
    const { num, sourceId } = readDocument(db, id);
    if (sourceId === null) throw new ZhupiError('not-found', { what: id });
    const { bytes, file, encoding } = readSource(db, sourceId);
    const known = EncodingName.safeParse(encoding);
    if (bytes === null || !known.success) throw new ZhupiError('not-found', { what: file });
    return {
      file,
      encoding: known.data,
      text: decodeBytes(bytes, known.data, { strict: false }).text,
      map: readSourceMap(db, num),
    };
  },

  'document.trash': (context, { documents }) => changeTrash(context, documents, context.ports.clock.now()),
  'document.restore': (context, { documents }) => changeTrash(context, documents, null),
  'document.trashed': (context) => listTrashed(context.db()),
} satisfies Handlers;

async function changeTrash(
  context: HandlerContext,
  documents: Parameters<typeof setTrashed>[1],
  at: string | null,
): Promise<{ changed: number }> {
  const db = context.writable();
  const changed = await context.writeLock.run(() => inTransaction(db, () => setTrashed(db, documents, at)));
  if (changed > 0) context.events.emit({ kind: 'documents.changed' });
  return { changed };
}
