/** The rate of a JSONL export, beside reading the same rows and `JSON.stringify` of objects of the same shape. */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectDatabase } from '#core/store/database.ts';
import { closeProjectFile, openForJob } from '#core/store/open.ts';
import { atLeast, interleave, type Measured, makeFigure, quantile } from './figure.ts';
import { makeSpans, makeText, makeTitle } from './generate.ts';
import {
  type Bench,
  call,
  entityLabels,
  fillProject,
  makePorts,
  makeProject,
  type SeedDocument,
  withCore,
} from './workbench.ts';

const CHARACTERS = 1000;
const SPANS = 20;

/** Documents a second; medians. */
export async function measureExport(bench: Bench): Promise<readonly Measured[]> {
  const count = bench.isQuick ? 1000 : 10_000;
  const ports = makePorts(bench.folder);
  const project = makeProject(ports, 'export');
  fillProject(ports, project, documents(count, entityLabels(ports)));

  const samples = await withCore(ports, project, (core) => {
    let round = 0;
    const exportOnce = async () => {
      const folder = join(bench.folder, `export-${round++}`);
      mkdirSync(folder);
      const target = join(folder, 'corpus.jsonl');
      const { token } = ports.grants.grant(target);
      const started = performance.now();
      const report = await call(core, 'export.run', { job: 'bench', target: token, request: { format: 'jsonl' } });
      const seconds = (performance.now() - started) / 1000;
      if (report.counts.documents !== count || report.counts.spans !== count * SPANS)
        throw new Error(`the export wrote ${report.counts.documents} documents, ${report.counts.spans} spans`);
      if (round === 1) compare(project, join(folder, report.files[0]?.name ?? ''), join(folder, 'bare.jsonl'));
      rmSync(folder, { recursive: true });
      return count / seconds;
    };
    const writeOnce = () => {
      const target = join(bench.folder, 'bare.jsonl');
      const started = performance.now();
      writeBare(project, target);
      const seconds = (performance.now() - started) / 1000;
      rmSync(target);
      return count / seconds;
    };
    return interleave(bench.isQuick ? 2 : 5, 1, exportOnce, writeOnce);
  });
  const value = quantile(samples.value, 0.5);
  const control = quantile(samples.control, 0.5);
  return [
    {
      figure: makeFigure('export', 'documents/s', value, control, atLeast(0.5)),
      note: `${count} documents of 1,000 characters and ${SPANS} spans, median; control: the same rows read, JSON.stringify, written`,
    },
  ];
}

function* documents(count: number, labels: readonly string[]): Generator<SeedDocument> {
  for (let i = 0; i < count; i += 1) {
    const text = makeText(i, CHARACTERS);
    yield { title: makeTitle(i), text, spans: makeSpans(i, text, SPANS, labels) };
  }
}

/** A control that wrote less would flatter it or the app: the sizes must be those of the app's corpus, to a hundredth. */
function compare(project: string, corpus: string, bare: string): void {
  writeBare(project, bare);
  const ratio = statSync(bare).size / statSync(corpus).size;
  const sameFirst = firstLine(bare) === firstLine(corpus);
  if (Math.abs(ratio - 1) > 0.01 || !sameFirst)
    throw new Error(`the control does not write what the app writes: ${ratio.toFixed(3)} of the size`);
}

function firstLine(file: string): string {
  const text = readFileSync(file, 'utf8');
  const value = JSON.parse(text.slice(0, text.indexOf('\n'))) as { entities: { id: string }[] };
  value.entities.sort((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify(value);
}

type DocumentRow = [
  string,
  string,
  string,
  string,
  string | null,
  number,
  string | null,
  string | null,
  string | null,
  string,
  number,
  string,
  string,
];
type SpanRow = [string, string, number, number, string | null, string, string | null, string | null];

/** What the app selects, as objects of the shape of its lines, one `JSON.stringify` a document. No order, no checks, no hashes. */
function writeBare(project: string, target: string): void {
  const db: ProjectDatabase = openForJob(project, 'read');
  const file = openSync(target, 'w');
  try {
    const rows = db
      .prepare<[], DocumentRow>(
        `SELECT d.id, d.title, t.text, d.meta, d.source_id, d.source_index, s.file, s.sha256, s.encoding, n.name, a.id, a.status, a.labels
         FROM document d JOIN document_text t ON t.document_num = d.num LEFT JOIN source s ON s.id = d.source_id
         JOIN annotation_set a ON a.document_num = d.num JOIN annotator n ON n.id = a.annotator_id
         WHERE d.trashed_at IS NULL ORDER BY d.ord`,
      )
      .raw(true);
    const spans = db
      .prepare<[number], SpanRow>(
        'SELECT id, label, start, end, fragments, attributes, entity, note FROM span WHERE set_id = ?',
      )
      .raw(true);
    const frames = db.prepare<[number], unknown>('SELECT * FROM frame WHERE set_id = ?').raw(true);
    const relations = db.prepare<[number], unknown>('SELECT * FROM relation WHERE set_id = ?').raw(true);
    let pending = '';
    for (const [
      id,
      title,
      text,
      meta,
      sourceId,
      index,
      name,
      sha256,
      encoding,
      annotator,
      setId,
      status,
      labels,
    ] of rows.iterate()) {
      const own = JSON.parse(meta) as Record<string, unknown>;
      const value = {
        format: 'zhupi.document/1',
        id,
        title,
        text,
        offset_unit: 'codepoint',
        meta: { publication: null, date: null, page: null, byline: null, url: null, ...own },
        source: sourceId === null ? null : { file: name, sha256, encoding, index },
        annotator,
        status,
        labels: JSON.parse(labels) as unknown,
        entities: spans.all(setId).map(([spanId, label, start, end, fragments, attributes, entity, note]) => ({
          id: spanId,
          label,
          start,
          end,
          text: text.slice(start, end),
          fragments: fragments === null ? [[start, end]] : (JSON.parse(fragments) as unknown),
          attributes: JSON.parse(attributes) as unknown,
          entity,
          note,
        })),
        events: frames.all(setId),
        directives: [],
        relations: relations.all(setId),
      };
      pending += `${JSON.stringify(value)}\n`;
      if (pending.length > 1_000_000) {
        writeSync(file, pending);
        pending = '';
      }
    }
    writeSync(file, pending);
  } finally {
    closeSync(file);
    closeProjectFile(db);
  }
}
