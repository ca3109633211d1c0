/** Builders for tests: documents put straight into an open test core, and marks with little to say. */
import { Edit, type SimpleEdit } from '#shared/edit/edit.ts';
import type { Meta, SourceRange } from '#shared/model/document.ts';
import { Frame } from '#shared/model/frame.ts';
import { DocumentId, SourceId } from '#shared/model/ids.ts';
import { Relation } from '#shared/model/relation.ts';
import { Span } from '#shared/model/span.ts';
import { inTransaction, type WritableDatabase } from '../store/database.ts';
import { insertDocument } from '../store/documents.ts';
import { closeProjectFile, openForJob } from '../store/open.ts';
import type { TestCore } from './make-test-core.ts';

/** A document for a test; what is left out is empty. */
export interface TestDocument {
  readonly id?: string;
  readonly title?: string;
  readonly text: string;
  readonly meta?: Meta;
  readonly sourceId?: string | null;
  readonly sourceIndex?: number;
  readonly map?: readonly SourceRange[];
}

/** Writes to the test core's open project through a connection of its own. */
export async function withDatabase<T>(test: TestCore, work: (db: WritableDatabase) => T): Promise<T> {
  const { path } = (await test.call('project.current', {})) ?? { path: '' };
  const db = openForJob(path, 'write') as WritableDatabase;
  try {
    return inTransaction(db, () => work(db));
  } finally {
    closeProjectFile(db);
  }
}

/** Adds documents and gives their ids. */
export function addDocuments(test: TestCore, documents: readonly TestDocument[]): Promise<readonly DocumentId[]> {
  return withDatabase(test, (db) =>
    documents.map((document) => {
      const id = DocumentId.parse(document.id ?? test.ports.ids.next('d'));
      insertDocument(db, {
        id,
        title: document.title ?? '',
        text: document.text,
        language: 'zh',
        meta: document.meta ?? {},
        sourceId: document.sourceId == null ? null : SourceId.parse(document.sourceId),
        sourceIndex: document.sourceIndex ?? 0,
        map: document.map ?? [],
        addedAt: test.ports.clock.now(),
      });
      return id;
    }),
  );
}

/** `span.add` of one piece. */
export function addSpan(id: string, label: string, start: number, end: number): SimpleEdit {
  return { kind: 'span.add', span: Span.parse({ id, label, fragments: [[start, end]] }) };
}

/** `frame.add`; arguments as `[role, target]`. */
export function addFrame(
  id: string,
  label: string,
  start: number,
  end: number,
  roles: readonly (readonly [string, string])[] = [],
): SimpleEdit {
  const list = roles.map(([role, target]) => ({ role, target }));
  return { kind: 'frame.add', frame: Frame.parse({ id, label, fragments: [[start, end]], arguments: list }) };
}

/** `relation.add`. */
export function addRelation(id: string, label: string, from: string, to: string): SimpleEdit {
  return { kind: 'relation.add', relation: Relation.parse({ id, label, from, to }) };
}

/** Any edit, checked against its schema. */
export function edit(value: unknown): Edit {
  return Edit.parse(value);
}
