/** Checks a whole project: SQLite's own rules, the counts kept beside the marks, and every set against the tagset. */
import { setImmediate as breathe } from 'node:timers/promises';
import { checkState } from '#shared/edit/check.ts';
import type { AnnotationState } from '#shared/model/annotation-set.ts';
import type { Problem } from '#shared/model/project.ts';
import type { Tagset } from '#shared/model/tagset.ts';
import { countCodePoints } from '#shared/text/offsets.ts';
import { findAnnotator } from './annotators.ts';
import { listAuthority } from './authority.ts';
import { checkFile } from './check-file.ts';
import { inSnapshot, type ProjectDatabase } from './database.ts';
import { closeProjectFile, openForJob } from './open.ts';
import { type Pair, streamPairs } from './set-stream.ts';
import { countMarks, findSet, highestNumbers } from './sets.ts';

/** Sets checked before the event loop gets a turn. */
const STRIDE = 50;

/** Checks a project through a connection of its own. `isSound`: nothing worse than warnings. */
export async function validateProject(
  path: string,
  tagset: Tagset,
): Promise<{ readonly problems: readonly Problem[]; readonly isSound: boolean }> {
  const db = openForJob(path, 'read');
  try {
    const problems: Problem[] = checkFile(db).map((reason) => fileProblem(path, reason));
    if (problems.length === 0) await checkSets(db, tagset, problems);
    return { problems, isSound: problems.every((problem) => problem.severity !== 'error') };
  } finally {
    closeProjectFile(db);
  }
}

async function checkSets(db: ProjectDatabase, tagset: Tagset, problems: Problem[]): Promise<void> {
  const known = new Set<string>(inSnapshot(db, () => listAuthority(db)).map((record) => record.id));
  let n = 0;
  for (const pair of streamPairs(db, { status: [], annotator: { kind: 'all', fallback: '' }, documents: [] })) {
    problems.push(...checkPair(db, pair, tagset, known));
    n += 1;
    if (n % STRIDE === 0) await breathe();
  }
}

function checkPair(db: ProjectDatabase, pair: Pair, tagset: Tagset, known: ReadonlySet<string>): readonly Problem[] {
  const { document, annotator } = pair;
  const base = { document: document.id, annotator: pair.setId === null ? null : annotator };
  const out: Problem[] = [];
  if (document.characters !== countCodePoints(document.text))
    out.push({ ...base, mark: null, code: 'check-counts', details: { what: 'characters' }, severity: 'error' });
  if (pair.setId === null) return out;
  for (const field of wrongCounts(db, pair))
    out.push({ ...base, mark: null, code: 'check-counts', details: { what: field }, severity: 'error' });
  for (const finding of checkState(stateOfPair(pair), tagset)) out.push({ ...base, ...finding });
  for (const { id, entity } of pair.spans)
    if (entity !== null && !known.has(entity))
      out.push({ ...base, mark: id, code: 'check-authority-missing', details: { entity }, severity: 'warning' });
  return out;
}

function wrongCounts(db: ProjectDatabase, pair: Pair): readonly string[] {
  const annotator = findAnnotator(db, pair.annotator);
  const set = annotator === undefined ? undefined : findSet(db, pair.document.num, annotator.id);
  if (set === undefined) return [];
  const counts = countMarks(pair.spans.length, pair.frames, pair.relations.length);
  const used = highestNumbers([...pair.spans, ...pair.frames, ...pair.relations].map((mark) => mark.id));
  const keys = ['spans', 'events', 'directives', 'relations'] as const;
  const letters = ['T', 'E', 'D', 'R'] as const;
  return [
    ...keys.filter((key) => counts[key] !== set.counts[key]),
    ...letters.filter((letter) => used[letter] > set.last[letter]),
  ];
}

function stateOfPair(pair: Pair): AnnotationState {
  const { document, status, labels, note } = pair;
  return {
    text: document.text,
    title: document.title,
    meta: document.meta,
    status,
    labels,
    note,
    spans: new Map(pair.spans.map((span) => [span.id, span])),
    frames: new Map(pair.frames.map((frame) => [frame.id, frame])),
    relations: new Map(pair.relations.map((relation) => [relation.id, relation])),
  };
}

function fileProblem(file: string, reason: string): Problem {
  return {
    document: null,
    annotator: null,
    mark: null,
    code: 'project-damaged',
    details: { file, reason },
    severity: 'error',
  };
}
