/** What every measurement works with: the app's folder, a folder for its files, a core on it, and projects filled directly. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtInTagset } from '#core/built-in.ts';
import { createCore } from '#core/create-core.ts';
import type { Core, Ports } from '#core/ports.ts';
import { ensureAnnotator } from '#core/store/annotators.ts';
import { createProjectFile } from '#core/store/create.ts';
import { inTransaction, type WritableDatabase } from '#core/store/database.ts';
import { insertDocument } from '#core/store/documents.ts';
import { closeProjectFile, openForJob } from '#core/store/open.ts';
import { insertSet } from '#core/store/sets.ts';
import { SILENT_LOG } from '#hosts/node/log.ts';
import { makeNodePorts } from '#hosts/node/ports.ts';
import { unwrap } from '#shared/api/call.ts';
import type { CoreMethodName, MethodInput, MethodOutput } from '#shared/api/contract.ts';
import { DocumentId, SpanId } from '#shared/model/ids.ts';
import type { GeneratedSpan } from './generate.ts';

/** One run of the bench. */
export interface Bench {
  /** The folder of package.json. */
  readonly root: string;
  /** An empty folder for this measurement; whoever made it removes it. */
  readonly folder: string;
  /** Fewer rounds on less data: shows that everything runs, says little about speed. */
  readonly isQuick: boolean;
}

/** Ports on a folder; jobs run in this process, as in the command line. */
export function makePorts(folder: string): Ports {
  const state = join(folder, 'state');
  const projects = join(folder, 'projects');
  return makeNodePorts({ state, projects, jobs: { kind: 'inline' }, log: SILENT_LOG });
}

/** Runs `work` with a core that has this project open. */
export async function withCore<T>(ports: Ports, project: string, work: (core: Core) => Promise<T>): Promise<T> {
  const core = createCore(ports);
  try {
    await core.openProject(project);
    return await work(core);
  } finally {
    await core.close();
  }
}

/** Calls a method. @throws ZhupiError as the method does */
export async function call<N extends CoreMethodName>(core: Core, name: N, input: MethodInput<N>) {
  return unwrap(await core.call(name, input)) as MethodOutput<N>;
}

/** A document with its spans, to be put into a project. */
export interface SeedDocument {
  readonly title: string;
  readonly text: string;
  readonly spans: readonly GeneratedSpan[];
}

/** Makes an empty project file and gives its path. */
export function makeProject(ports: Ports, name: string): string {
  mkdirSync(ports.folders.projects, { recursive: true });
  const file = join(ports.folders.projects, `${name}.zhupi`);
  createProjectFile(file, {
    id: ports.ids.next('p'),
    name,
    tagset: builtInTagset(ports.folders),
    createdAt: ports.clock.now(),
    isSample: false,
  });
  return file;
}

/** Opens a project for writing as a job does, and closes it. */
export function withDatabase<T>(file: string, work: (db: WritableDatabase) => T): T {
  // `write` gives a writable connection.
  const db = openForJob(file, 'write') as WritableDatabase;
  try {
    return work(db);
  } finally {
    closeProjectFile(db);
  }
}

/** Puts documents into a project, past all calls; those with spans are in progress. */
export function fillProject(ports: Ports, file: string, documents: Iterable<SeedDocument>): void {
  withDatabase(file, (db) => inTransaction(db, () => insertDocuments(ports, db, documents)));
}

function insertDocuments(ports: Ports, db: WritableDatabase, documents: Iterable<SeedDocument>): void {
  const at = ports.clock.now();
  const annotatorId = ensureAnnotator(db, null).id;
  for (const { title, text, spans } of documents) {
    const id = DocumentId.parse(ports.ids.next('d'));
    const nothing = { meta: {}, sourceId: null, sourceIndex: 0, map: [] };
    const documentNum = insertDocument(db, { id, title, text, language: 'zh', ...nothing, addedAt: at });
    insertSet(db, {
      documentNum,
      annotatorId,
      status: 'in_progress',
      labels: [],
      note: null,
      spans: spans.map(({ label, start, end }, i) => ({
        id: SpanId.parse(`T${i + 1}`),
        label,
        fragments: [[start, end]] as const,
        attributes: {},
        entity: null,
        note: null,
        provenance: 'manual' as const,
      })),
      frames: [],
      relations: [],
      updatedAt: at,
    });
  }
}

/** The entity labels of the built-in tagset. */
export function entityLabels(ports: Ports): readonly string[] {
  return builtInTagset(ports.folders).entities.map(({ label }) => label);
}
