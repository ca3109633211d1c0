/** A file before it is stored: text formats show how they would be split, others what they hold. */
import { ZhupiError } from '#shared/api/errors.ts';
import { addUses, noUses, unknownLabels } from '#shared/format/learn-labels.ts';
import type { ImportPreview } from '#shared/model/transfer.ts';
import type { ProjectDatabase } from '../store/database.ts';
import { findDocumentById } from '../store/import-lookups.ts';
import { closeProjectFile, openForJob } from '../store/open.ts';
import { findDocumentsBySha256 } from '../store/sources.ts';
import { readTagset } from '../store/tagsets.ts';
import { sha256 } from './disk-file.ts';
import { type PlannedFile, planFile } from './import-plan.ts';
import { decodeFile, decodingWarnings, readArticles } from './read-text.ts';
import type { ImportPreviewTask } from './task.ts';

/** The page is shown at most this much text, in UTF-16 code units; a longer one is not shown split. */
const MAX_SHOWN = 2_000_000;
const MAX_LISTED = 100;

/** Looks at a file and writes nothing. @throws ZhupiError file-…, format-…, page-adjustment */
export async function previewImport(task: ImportPreviewTask): Promise<ImportPreview> {
  const planned = await planFile(task.file);
  const db = openForJob(task.project, 'read');
  try {
    return planned.codec === null ? previewText(db, planned) : previewCorpus(db, planned);
  } finally {
    closeProjectFile(db);
  }
}

function previewText(db: ProjectDatabase, planned: PlannedFile): ImportPreview {
  const { file } = planned;
  const bytes = file.bytes();
  const digest = sha256(bytes);
  const decoded = decodeFile(planned, bytes);
  const { text } = decoded;
  const reading = readArticles(planned, text);
  const isCut = text.length > MAX_SHOWN;
  return {
    ...NOTHING,
    name: file.name,
    bytes: file.size,
    sha256: digest,
    format: reading.reader === 'newspaper' ? 'newspaper' : 'text',
    encoding: decoded.encoding,
    hasBom: decoded.hasBom,
    undecodable: decoded.undecodable,
    candidates: decoded.candidates,
    text: isCut ? text.slice(0, MAX_SHOWN) : text,
    isCut,
    reading: isCut ? null : reading,
    duplicateOf: knownDocuments(db, digest),
    documents: reading.articles.filter((article) => !article.dropped).length,
    warnings: decodingWarnings(planned, decoded),
  };
}

/** The documents of a file that was brought in before; none where all are in the trash, from where an import brings them back. */
function knownDocuments(db: ProjectDatabase, digest: string): ImportPreview['duplicateOf'] {
  const known = findDocumentsBySha256(db, digest);
  return known.every(({ isTrashed }) => isTrashed) ? [] : known.map(({ id, title }) => ({ id, title }));
}

function previewCorpus(db: ProjectDatabase, { file, format, codec }: PlannedFile): ImportPreview {
  const uses = noUses();
  const warnings: ImportPreview['warnings'][number][] = [];
  const duplicateOf: ImportPreview['duplicateOf'][number][] = [];
  const counts = { documents: 0, spans: 0, frames: 0, relations: 0 };
  for (const item of codec?.read?.([file], { options: {} }) ?? []) {
    if (item.kind === 'finding') {
      const { line, message, severity } = item;
      if (severity === 'error')
        throw new ZhupiError('file-line', { file: file.name, line: line ?? 0, reason: message });
      if (warnings.length < MAX_LISTED) warnings.push({ file: file.name, line, message });
    }
    if (item.kind !== 'document') continue;
    const { document } = item;
    addUses(uses, document);
    counts.documents += 1;
    counts.spans += document.spans.length;
    counts.frames += document.frames.length;
    counts.relations += document.relations.length;
    const found =
      document.id === null || duplicateOf.length >= MAX_LISTED ? undefined : findDocumentById(db, document.id);
    if (found?.isTrashed === 0) duplicateOf.push({ id: found.id, title: found.title });
  }
  return {
    ...NOTHING,
    ...counts,
    name: file.name,
    bytes: file.size,
    format: format.name,
    duplicateOf,
    unknownLabels: unknownLabels(uses, readTagset(db).tagset),
    warnings,
  };
}

const NOTHING = {
  sha256: '',
  encoding: null,
  hasBom: false,
  undecodable: 0,
  candidates: [],
  text: '',
  isCut: false,
  reading: null,
  documents: 0,
  spans: 0,
  frames: 0,
  relations: 0,
  unknownLabels: [],
} as const;
