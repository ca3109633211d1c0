/** The import: every file into the project in one transaction, all or none. */

import type { z } from 'zod';
import { ZhupiError } from '#shared/api/errors.ts';
import { checkTagset } from '#shared/edit/check-tagset.ts';
import type { Finding } from '#shared/format/format.ts';
import { readJsonl } from '#shared/format/jsonl-read.ts';
import { authorityLine } from '#shared/format/jsonl-write.ts';
import { addUses, learnLabels, noUses, unknownLabels, unknownParts } from '#shared/format/learn-labels.ts';
import { encodeMessage } from '#shared/i18n/message.ts';
import type { AuthorityRecord } from '#shared/model/authority.ts';
import type { SourceRef } from '#shared/model/document.ts';
import { Tagset } from '#shared/model/tagset.ts';
import type { ImportReport, ImportWarning } from '#shared/model/transfer.ts';
import { countCodePoints } from '#shared/text/offsets.ts';
import { listAuthority, putAuthority } from '../store/authority.ts';
import { inTransaction, type WritableDatabase } from '../store/database.ts';
import { setTrashed } from '../store/documents.ts';
import { widenCache } from '../store/import-lookups.ts';
import { closeProjectFile, openForJob } from '../store/open.ts';
import { findDocumentsBySha256, type SourceDocument } from '../store/sources.ts';
import { readTagset, writeTagset } from '../store/tagsets.ts';
import { type DiskFile, sha256 } from './disk-file.ts';
import { type ImportPlan, type PlannedFile, planImport, refusal } from './import-plan.ts';
import { type ImportStore, importStore } from './import-store.ts';
import { decodeFile, decodingWarnings, metaOf, readArticles, refuseDamaged, titleOf } from './read-text.ts';
import type { ImportTask, TaskTools } from './task.ts';

/** Warnings beyond this many are only counted by the reader who mends the first ones. */
const MAX_WARNINGS = 1000;

/** The documents that the report lists by name. */
const MAX_LISTED = 10_000;

/** Thrown to take a transaction back; never leaves this file. */
const TAKE_BACK = new Error('take back');

/**
 * Brings files in. Where one is refused, or as a dry run, nothing is written; the report then says what was or would be.
 * @throws ZhupiError labels-unknown, annotations-clash, cancelled, disk-full …: nothing is written then either
 */
export async function runImport(task: ImportTask, tools: TaskTools): Promise<ImportReport> {
  const plan = await planImport(task.files);
  const db = openForJob(task.project, 'write') as WritableDatabase;
  widenCache(db);
  let report: ImportReport | undefined;
  try {
    inTransaction(db, () => {
      report = bringIn(db, plan, task, tools);
      if (task.isDryRun || report.refused.length > 0) throw TAKE_BACK;
      tools.progress(1, 1, 'saving');
    });
  } catch (error) {
    if (error !== TAKE_BACK) throw error;
  } finally {
    closeProjectFile(db);
  }
  if (report === undefined) throw new ZhupiError('internal', { where: 'import' });
  const isWritten = task.isDryRun || report.refused.length === 0;
  return isWritten ? report : { ...report, added: 0, spans: 0, frames: 0, relations: 0, documents: [] };
}

interface Run {
  readonly db: WritableDatabase;
  readonly store: ImportStore;
  readonly tools: TaskTools;
  readonly warnings: z.infer<typeof ImportWarning>[];
  readonly documents: ImportReport['documents'][number][];
  readonly uses: ReturnType<typeof noUses>;
  readonly authority: Map<string, AuthorityRecord>;
  /** Mentions by the authority record they point to. */
  readonly mentions: Map<string, number>;
}

function bringIn(db: WritableDatabase, plan: ImportPlan, task: ImportTask, tools: TaskTools): ImportReport {
  const run: Run = {
    db,
    store: importStore(db, task, tools),
    tools,
    warnings: [],
    documents: [],
    uses: noUses(),
    authority: new Map(listAuthority(db).map((record) => [record.id, record])),
    mentions: new Map(),
  };
  const refused = [...plan.refused];
  const total = plan.files.reduce((sum, { file }) => sum + file.size, 0);
  let before = 0;
  const take = (name: string, work: () => void) => {
    const counts = { ...run.store.counts };
    const listed = run.documents.length;
    try {
      work();
    } catch (error) {
      if (!(error instanceof ZhupiError) || !REFUSALS.has(error.code)) throw error;
      refused.push(refusal(error, name));
      Object.assign(run.store.counts, counts);
      run.documents.length = listed;
    }
  };
  for (const file of plan.authority) take(file.name, () => readAuthority(run, file));
  for (const planned of plan.files) {
    const progress = (done: number) => {
      tools.check();
      tools.progress(before + done, total, 'import');
    };
    progress(0);
    take(planned.file.name, () =>
      planned.codec === null ? readText(run, planned) : readCorpus(run, planned, progress),
    );
    before += planned.file.size;
  }
  settleLabels(run, plan, task);
  warnOfMissingEntities(run);
  run.store.finish();
  const warnings = run.warnings.slice(0, MAX_WARNINGS);
  return { ...run.store.counts, refused, warnings, documents: run.documents.slice(0, MAX_LISTED) };
}

/** Errors that are about one file; all others end the import. */
const REFUSALS: ReadonlySet<string> = new Set([
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-binary',
  'file-encoding',
  'file-too-large',
  'file-format',
  'file-line',
  'page-adjustment',
]);

function readText(run: Run, planned: PlannedFile): void {
  const { file } = planned;
  const bytes = file.bytes();
  const digest = sha256(bytes);
  const known = findDocumentsBySha256(run.db, digest);
  if (known.length > 0) {
    meetAgain(run, file.name, known);
    return;
  }
  const decoded = decodeFile(planned, bytes);
  refuseDamaged(planned, decoded);
  run.warnings.push(...decodingWarnings(planned, decoded));
  const { articles } = readArticles(planned, decoded.text);
  const place = { file: file.name, line: null, bytes, hasSet: false };
  let restored = 0;
  articles.forEach((article, index) => {
    if (article.dropped) return;
    run.tools.check();
    const source: SourceRef = { file: file.name, sha256: digest, encoding: decoded.encoding, index };
    const title = titleOf(article, file.name);
    const map = article.map.map((entry) => [entry.start, entry.end, entry.sourceStart, entry.sourceEnd] as const);
    const document = { ...NO_MARKS, id: null, title, text: article.text, meta: metaOf(article), source };
    const { placed, id } = run.store.place(document, { ...place, map });
    if (placed === 'restored') restored += 1;
    run.documents.push({ id, title, characters: countCodePoints(article.text), file: file.name });
  });
  if (articles.every((article) => article.dropped)) throw new ZhupiError('file-empty', { file: file.name });
  warnOfTrash(run, 'import.found.restored', file.name, restored);
}

/** Documents of a text that was brought in before: where all are in the trash they come back, otherwise they stay as they are. */
function meetAgain(run: Run, file: string, known: readonly SourceDocument[]): void {
  const trashed = known.filter(({ isTrashed }) => isTrashed);
  if (trashed.length < known.length) {
    run.store.counts.duplicates += known.length;
    warnOfTrash(run, 'import.found.staysInTrash', file, trashed.length);
    return;
  }
  const ids = known.map(({ id }) => id);
  run.store.counts.added += setTrashed(run.db, ids, null);
  run.documents.push(...known.map(({ id, title, characters }) => ({ id, title, characters, file })));
  warnOfTrash(run, 'import.found.restored', file, known.length);
}

function warnOfTrash(
  { warnings }: Run,
  key: 'import.found.restored' | 'import.found.staysInTrash',
  file: string,
  count: number,
): void {
  if (count > 0) warnings.push({ file, line: null, message: encodeMessage(key, { count }) });
}

const NO_MARKS = {
  annotator: null,
  status: 'todo',
  labels: [],
  note: null,
  spans: [],
  frames: [],
  relations: [],
} as const;

function readCorpus(run: Run, { file, codec }: PlannedFile, progress: (done: number) => void): void {
  let items = 0;
  let restored = 0;
  for (const item of codec?.read?.([file], { options: {} }) ?? []) {
    progress(file.readBytes());
    if (item.kind === 'finding') takeFinding(run, item);
    if (item.kind === 'authority') takeAuthority(run, item.record, item.file, item.line);
    if (item.kind === 'authority' || item.kind === 'document') items += 1;
    if (item.kind !== 'document') continue;
    const { document, line } = item;
    addUses(run.uses, document);
    for (const { entity } of document.spans)
      if (entity !== null) run.mentions.set(entity, (run.mentions.get(entity) ?? 0) + 1);
    const { placed, id } = run.store.place(document, { file: file.name, line, map: [], bytes: null, hasSet: true });
    if (placed === 'restored') restored += 1;
    if ((placed === 'added' || placed === 'restored') && run.documents.length < MAX_LISTED)
      run.documents.push({ id, title: document.title, characters: countCodePoints(document.text), file: file.name });
  }
  if (items === 0)
    throw new ZhupiError('file-line', { file: file.name, line: 1, reason: encodeMessage('import.found.noDocuments') });
  warnOfTrash(run, 'import.found.restored', file.name, restored);
}

function readAuthority(run: Run, file: DiskFile): void {
  for (const item of readJsonl([file])) {
    if (item.kind === 'finding') takeFinding(run, item);
    if (item.kind === 'authority') takeAuthority(run, item.record, item.file, item.line);
  }
}

function takeFinding(run: Run, { severity, file, line, message }: Finding): void {
  if (severity === 'error') throw new ZhupiError('file-line', { file, line: line ?? 0, reason: message });
  if (run.warnings.length < MAX_WARNINGS) run.warnings.push({ file, line, message });
}

/** A record that is there already keeps what the project says: the person may have worked on it. */
function takeAuthority(run: Run, record: AuthorityRecord, file: string, line: number | null): void {
  const old = run.authority.get(record.id);
  if (old === undefined) {
    putAuthority(run.db, record);
    run.authority.set(record.id, record);
  } else if (authorityLine(old) !== authorityLine(record)) {
    run.warnings.push({ file, line, message: encodeMessage('import.found.authorityKept', { id: record.id }) });
  }
}

/** Labels that the tagset lacks end the import, or are taken in where that was asked for. */
function settleLabels({ db, uses, warnings }: Run, plan: ImportPlan, task: ImportTask): void {
  const { tagset } = readTagset(db);
  if (task.addLabels) {
    const learned = learnLabels(uses, tagset, plan.tagset);
    const [issue] = Tagset.safeParse(learned).error?.issues ?? [];
    const [broken] = checkTagset(learned);
    const rule = issue === undefined ? broken?.rule : `${issue.path.join('.')}: ${issue.message}`;
    if (rule !== undefined) throw new ZhupiError('tagset-invalid', { file: 'tagset.json', line: 0, rule });
    if (learned !== tagset) writeTagset(db, learned, task.now);
    return;
  }
  const labels = unknownLabels(uses, tagset);
  if (labels.length > 0) throw new ZhupiError('labels-unknown', { labels: labels.join(', '), count: labels.length });
  const names = unknownParts(uses, tagset);
  const [first] = plan.files;
  if (names.length > 0 && first !== undefined)
    warnings.push({
      file: first.file.name,
      line: null,
      message: encodeMessage('import.found.partsUnknown', { names: names.join(', ') }),
    });
}

function warnOfMissingEntities({ authority, mentions, warnings, documents }: Run): void {
  const missing = [...mentions].filter(([id]) => !authority.has(id));
  const [first] = missing;
  if (first === undefined) return;
  const count = missing.reduce((sum, [, n]) => sum + n, 0);
  const file = documents[0]?.file ?? '';
  warnings.push({
    file,
    line: null,
    message: encodeMessage('import.found.entityMissing', { count, entity: first[0] }),
  });
}
