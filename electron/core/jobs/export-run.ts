/** The export: a corpus, its authority file, tagset and manifest, all in their places at once or not at all. */
import { basename } from 'node:path';
import { ZhupiError } from '#shared/api/errors.ts';
import type { Codec, CorpusDocument } from '#shared/format/format.ts';
import { authorityLine, DOCUMENT_FORMAT } from '#shared/format/jsonl-write.ts';
import { findFormat } from '#shared/format/registry.ts';
import { PARTS, splitCorpus } from '#shared/format/split.ts';
import type { ExportReport, ExportRequest } from '#shared/model/transfer.ts';
import { listAuthority } from '../store/authority.ts';
import { inSnapshot, type ProjectDatabase } from '../store/database.ts';
import { widenCache } from '../store/import-lookups.ts';
import { closeProjectFile, openForJob } from '../store/open.ts';
import { countDocuments } from '../store/stats.ts';
import { readTagset, tagsetText } from '../store/tagsets.ts';
import { AUTHORITY, earlierCorpus, MANIFEST, TAGSET } from './earlier-export.ts';
import { checkRequest, counted, countsOf, emptyTally, lossesOf, streamCorpus, type Tally } from './export-corpus.ts';
import { corpusPath, type ExportTarget, exportTarget, refuseCompanionName } from './export-target.ts';
import { manifestText } from './manifest.ts';
import { type StagedFile, type StagedFiles, stageFiles, type WrittenFile } from './staged-files.ts';
import type { ExportTask, TaskTools } from './task.ts';

/** A format's codec that can write. @throws ZhupiError format-unknown, format-read-only */
export async function writingCodec(name: string): Promise<Codec & Required<Pick<Codec, 'write'>>> {
  const format = findFormat(name);
  const codec = format.writes ? await format.load?.() : undefined;
  if (codec?.write === undefined) throw new ZhupiError('format-read-only', { format: name });
  return { ...codec, write: codec.write };
}

/**
 * Writes a corpus. The same project and request give the same bytes. What was there before stays until all is on disk.
 * @throws ZhupiError target-…, format-…, annotator-missing, document-missing, edit-offsets, disk-full, cancelled
 */
export async function runExport(task: ExportTask, tools: TaskTools): Promise<ExportReport> {
  const { request } = task;
  const codec = await writingCodec(request.format);
  const target = exportTarget(task.target, findFormat(request.format));
  refuseCompanionName(target, [AUTHORITY, TAGSET, MANIFEST]);
  const db = openForJob(task.project, 'read');
  widenCache(db);
  try {
    const earlier = earlierCorpus(target, readTagset(db).tagset);
    return inSnapshot(db, () => {
      checkRequest(db, request);
      const staged = stageFiles(target.folder, target.isNew);
      try {
        const report = writeAll({ db, task, request, codec, target, staged, tools });
        const written = new Set(report.files.map(({ name }) => name));
        for (const name of earlier) if (!written.has(name)) staged.remove(name);
        staged.commit();
        return report;
      } catch (error) {
        staged.discard();
        throw error;
      }
    });
  } finally {
    closeProjectFile(db);
  }
}

interface Run {
  readonly db: ProjectDatabase;
  readonly task: ExportTask;
  readonly request: ExportRequest;
  readonly codec: Codec & Required<Pick<Codec, 'write'>>;
  readonly target: ExportTarget;
  readonly staged: StagedFiles;
  readonly tools: TaskTools;
}

function writeAll(run: Run): ExportReport {
  const { db, task, request, target } = run;
  const tally = emptyTally();
  const parts: (readonly [string, Tally])[] = [];
  const files: WrittenFile[] = [];
  const progress = makeProgress(run, countDocuments(db));
  if (request.split === null) {
    files.push(...writeCorpus(run, corpusPath(target, null), null, [tally], progress));
  } else {
    const byPart = assignParts(run);
    for (const part of PARTS) {
      const own = emptyTally();
      files.push(...writeCorpus(run, corpusPath(target, part), byPart[part], [tally, own], progress));
      parts.push([part, own]);
    }
  }
  const tagset = readTagset(db);
  files.push(
    writeText(run, AUTHORITY, listAuthority(db).map(authorityLine)),
    writeText(run, TAGSET, [tagsetText(tagset.tagset)]),
  );
  const formatVersion = request.format === 'jsonl' ? DOCUMENT_FORMAT : request.format;
  const manifest = manifestText({ version: task.version, formatVersion, request, tagset, tally, parts, files });
  files.push(writeText(run, MANIFEST, [manifest]));
  return { counts: countsOf(tally), files, losses: lossesOf(tally) };
}

function writeCorpus(
  run: Run,
  path: string,
  ids: readonly string[] | null,
  tallies: readonly Tally[],
  progress: (documents: Iterable<CorpusDocument>) => Iterable<CorpusDocument>,
): readonly WrittenFile[] {
  const { db, request, codec, staged } = run;
  const documents = counted(progress(streamCorpus(db, request, ids)), tallies, codec);
  const open = new Map<string, StagedFile>([[basename(path), staged.open(basename(path))]]);
  const options = { offsetUnit: request.offsetUnit, options: request.options, tagset: readTagset(db).tagset };
  for (const { file, data } of codec.write(documents, options)) {
    const name = file ?? basename(path);
    let staging = open.get(name);
    if (staging === undefined) {
      staging = staged.open(name);
      open.set(name, staging);
    }
    staging.write(data);
  }
  return [...open.values()].map((file) => file.end());
}

function writeText({ staged }: Run, name: string, lines: readonly string[]): WrittenFile {
  const file = staged.open(name);
  for (const line of lines) file.write(line);
  return file.end();
}

/** Counts documents as they pass, over all parts. */
function makeProgress({ tools }: Run, total: number) {
  let done = 0;
  return function* pass(documents: Iterable<CorpusDocument>): Generator<CorpusDocument, void, undefined> {
    for (const document of documents) {
      tools.check();
      tools.progress(done, total, 'export');
      done += 1;
      yield document;
    }
  };
}

/** The ids of each part. A document with several annotators' work stays whole: the labels of all of them count. */
function assignParts({ db, request }: Run): Readonly<Record<(typeof PARTS)[number], readonly string[]>> {
  const labels = new Map<string, Set<string>>();
  for (const document of streamCorpus(db, request, null)) {
    const own = labels.get(document.id ?? '') ?? new Set<string>();
    labels.set(document.id ?? '', own);
    for (const mark of [...document.spans, ...document.frames, ...document.relations]) own.add(mark.label);
    for (const label of document.labels) own.add(`#${label}`);
  }
  const split = request.split ?? { train: 100, dev: 0, test: 0, seed: 0 };
  const parts = splitCorpus(
    [...labels].map(([id, own]) => ({ id, labels: own })),
    split,
  );
  const out = { train: [] as string[], dev: [] as string[], test: [] as string[] };
  for (const [id, part] of parts) out[part].push(id);
  return out;
}
