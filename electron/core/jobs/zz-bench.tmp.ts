import { mkdtempSync, writeFileSync, rmSync, createWriteStream, openSync, writeSync, closeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { createProjectFile } from '../store/create.ts';
import { builtInTagset } from '../built-in.ts';
import { runTask } from './run-task.ts';
import { makeUlids } from './ulid.ts';
import { documentLine } from '#shared/format/jsonl-write.ts';
const N = 10000;
const folder = mkdtempSync('/tmp/zb/b-');
const sentence = '青禾区召开植树动员会，区长周明远出席并讲话，强调要落实绿化办法，年底前完成任务。';
const text = (n: number) => (`第${n}篇。` + sentence.repeat(30)).slice(0, 1000);
const tools = { ids: makeUlids(), progress: () => {}, check: () => {} };
const project = (name: string) => { const f = `${folder}/${name}.zhupi`; createProjectFile(f, { id: tools.ids.next('p'), name, tagset: builtInTagset({ resources: '/work/main/resources' } as any), createdAt: '2025-01-01T00:00:00.000Z', isSample: false }); return f; };
const src = (path: string) => ({ path, format: 'auto', encoding: 'auto', split: 'auto', adjustments: null } as const);
const imp = (p: string, path: string, split: 'auto'|'none' = 'auto') => runTask({ kind: 'import', project: p, files: [{ ...src(path), split }], annotator: null, addLabels: false, isDryRun: false, now: '2025-01-01T00:00:00.000Z' }, tools);
function lines(file: string, spans: number) { const h = openSync(file, 'w'); for (let n = 0; n < N; n++) { const t = text(n);
  writeSync(h, documentLine({ id: `d_${String(n).padStart(26,'0')}` as any, title: `标题${n}`, text: t, meta: { date: '2021-01-01' }, source: null, annotator: 'gold', status: 'done', labels: ['politics'], note: null, spans: Array.from({ length: spans }, (_, i) => ({ id: `T${i+1}` as any, label: ['PER','ORG','LOC','TIME'][i%4]!, fragments: [[i*40+5, i*40+8]] as any, attributes: i%5===0?{mention:'name'}:{}, entity: null, note: null, provenance: 'imported' as const })), frames: [], relations: [] }, 'codepoint')); } closeSync(h); }
const time = async <T>(name: string, f: () => T | Promise<T>): Promise<number> => { const s = performance.now(); const c0 = process.cpuUsage(); await f(); const c = process.cpuUsage(c0); const d = performance.now() - s; const cpu = (c.user + c.system) / 1000; console.log(name, d.toFixed(0), 'ms wall', cpu.toFixed(0), 'ms cpu'); return cpu; };

lines(`${folder}/plain.jsonl`, 0); lines(`${folder}/spans.jsonl`, 20);
const page = Array.from({ length: N }, (_, n) => `第${n}区召开植树动员大会\n\n本报讯（记者 林小满）${text(n)}\n`).join('\n');
writeFileSync(`${folder}/page.txt`, page);

function bare(path: string) { const db = new Database(path); db.pragma('journal_mode=WAL'); db.pragma('synchronous=FULL'); db.pragma('foreign_keys=ON');
  const d = db.prepare('INSERT INTO document (id, ord, title, language, characters, source_id, source_index, added_at, meta) VALUES (?,?,?,?,?,?,?,?,?)');
  const t = db.prepare('INSERT INTO document_text (document_num, text, source_map) VALUES (?,?,?)');
  db.transaction(() => { for (let n = 0; n < N; n++) { const r = d.run(`d_${String(n).padStart(26,'0')}`, n + 1, `标题${n}`, 'zh', 1000, null, 0, '2025-01-01T00:00:00.000Z', '{}'); t.run(r.lastInsertRowid, text(n), '[]'); } })(); db.close(); }
for (let round = 0; round < 3; round++) {
const a = project(`a${round}`), b = project(`b${round}`), c = project(`c${round}`), d = project(`d${round}`), e = project(`e${round}`);
const control = await time('bare inserts', () => bare(a));
const one = await time('import jsonl 10k x 1000', () => imp(b, `${folder}/plain.jsonl`));
console.log('ratio', (control / one).toFixed(2));
const two = await time('import newspaper page of 10k articles', () => imp(c, `${folder}/page.txt`));
console.log('ratio', (control / two).toFixed(2));
await time('import jsonl 10k x 20 spans', () => imp(d, `${folder}/spans.jsonl`));
const read = await time('read rows + JSON.stringify', () => { const db = new Database(d, { readonly: true }); let n = 0; const out = openSync(`${folder}/control.jsonl`, 'w');
  const spans = db.prepare('SELECT id, label, start, end, fragments, attributes, entity, note FROM span WHERE set_id = ?');
  for (const row of db.prepare('SELECT d.*, t.text, a.id AS setId FROM document d JOIN document_text t ON t.document_num = d.num JOIN annotation_set a ON a.document_num = d.num ORDER BY d.ord').iterate() as any) { const s = JSON.stringify({ ...row, entities: spans.all(row.setId) }) + '\n'; n += s.length; writeSync(out, s); } closeSync(out); db.close(); });
const exp = await time('export', () => runTask({ kind: 'export', project: d, target: `${folder}/out.jsonl`, version: '0', request: { format: 'jsonl', filter: { status: [], annotator: null, labels: [], documents: [] }, offsetUnit: 'codepoint', split: null, options: {} } }, tools));
console.log('ratio', (read / exp).toFixed(2));
}
rmSync(folder, { recursive: true });
