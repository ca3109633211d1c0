/** The rate of an import, beside bare prepared inserts of the very rows that it stored. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WritableDatabase } from '#core/store/database.ts';
import { atLeast, interleave, type Measured, makeFigure, quantile } from './figure.ts';
import { makeText, makeTitle } from './generate.ts';
import { type Bench, call, makePorts, makeProject, withCore, withDatabase } from './workbench.ts';

const CHARACTERS = 1000;

/** 10,000 articles as lines of one JSONL file. */
export async function measureImport(bench: Bench): Promise<readonly Measured[]> {
  const count = bench.isQuick ? 1000 : 10_000;
  const file = join(bench.folder, 'articles.jsonl');
  const ids = makePorts(bench.folder).ids;
  const lines = articles(count).map((article) => {
    const line = { format: 'zhupi.document/1', id: ids.next('d'), ...article, offset_unit: 'codepoint' };
    return `${JSON.stringify(line)}\n`;
  });
  writeFileSync(file, lines.join(''));
  return [
    await measureFiles(bench, 'import', count, [file], 7, `${count} articles of 1,000 characters in one JSONL file`),
  ];
}

/** The same articles as text files, each with a headline. */
export async function measureTextImport(bench: Bench): Promise<readonly Measured[]> {
  const count = bench.isQuick ? 1000 : 10_000;
  const folder = join(bench.folder, 'articles');
  mkdirSync(folder);
  const files = articles(count).map(({ title, text }, i) => {
    const file = join(folder, `${i}.txt`);
    writeFileSync(file, `${title}\n\n${text}\n`);
    return file;
  });
  const what = `${count} text files of 1,000 characters and a headline`;
  return [await measureFiles(bench, 'import-text-files', count, files, 3, what)];
}

function articles(count: number): readonly { readonly title: string; readonly text: string }[] {
  return Array.from({ length: count }, (_, i) => ({ title: makeTitle(i), text: makeText(i, CHARACTERS) }));
}

/** Documents a second; medians. Both sides open a connection, write, commit and close it, while the app has the project open. */
async function measureFiles(
  bench: Bench,
  name: string,
  count: number,
  files: readonly string[],
  rounds: number,
  what: string,
): Promise<Measured> {
  const ports = makePorts(bench.folder);
  const given = files.map((file) => ({ file: ports.grants.grant(file).token }));
  let round = 0;
  let rows: readonly TableRows[] | null = null;

  const importOnce = async () => {
    const project = makeProject(ports, `${name}-${round++}`);
    const seconds = await withCore(ports, project, async (core) => {
      const started = performance.now();
      const report = await call(core, 'import.run', { job: 'bench', files: given });
      const took = (performance.now() - started) / 1000;
      if (report.added !== count || report.refused.length > 0)
        throw new Error(`the import added ${report.added} of ${count} and refused ${report.refused.length}`);
      return took;
    });
    rows ??= withDatabase(project, readRows);
    rmSync(project);
    return count / seconds;
  };
  const insertOnce = async () => {
    const project = makeProject(ports, `${name}-${round++}`);
    const seconds = await withCore(ports, project, async () => {
      const started = performance.now();
      withDatabase(project, (db) => insertRows(db, rows ?? []));
      return (performance.now() - started) / 1000;
    });
    rmSync(project);
    return count / seconds;
  };
  // The first import is a warm-up beyond those of `interleave`, and gives the rows.
  await importOnce();
  const samples = await interleave(bench.isQuick ? 2 : rounds, 1, importOnce, insertOnce);
  const value = quantile(samples.value, 0.5);
  const control = quantile(samples.control, 0.5);
  return {
    figure: makeFigure(name, 'documents/s', value, control, atLeast(0.5)),
    note: `${what}, median; control: bare prepared inserts of the same rows in one transaction`,
  };
}

interface TableRows {
  readonly table: string;
  readonly columns: number;
  readonly rows: readonly (readonly unknown[])[];
}

/** Tables that a new project has rows in already. */
const FILLED = new Set(['project', 'tagset_version', 'annotator']);

/** All rows that an import stored, table by table in the order of their making, which foreign keys agree with. */
function readRows(db: WritableDatabase): readonly TableRows[] {
  const tables = db
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
    )
    .all();
  return tables
    .filter(({ name }) => !FILLED.has(name))
    .map(({ name, sql }) => {
      // Rows of virtual tables are written by more than one statement: the control would need to know how.
      if (/^CREATE VIRTUAL/i.test(sql)) throw new Error(`the control cannot copy the virtual table ${name}`);
      const rows = db.prepare<[], unknown[]>(`SELECT * FROM "${name}"`).raw(true).all();
      return { table: name, columns: rows[0]?.length ?? 0, rows };
    })
    .filter(({ rows }) => rows.length > 0);
}

function insertRows(db: WritableDatabase, tables: readonly TableRows[]): void {
  db.exec('BEGIN IMMEDIATE');
  for (const { table, columns, rows } of tables) {
    const insert = db.prepare<unknown[]>(`INSERT INTO "${table}" VALUES (${Array(columns).fill('?').join(', ')})`);
    for (const row of rows) insert.run(...row);
  }
  db.exec('COMMIT');
}
