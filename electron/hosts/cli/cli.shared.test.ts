import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliFolder, cliFolder } from './testing/run-cli.ts';

const PAGE = join(resolve(process.env['ZHUPI_SHARED'] ?? '../shared'), 'seed', 'newspaper-page.txt');

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

describe('zhupi on the real page', () => {
  let at: CliFolder;
  beforeAll(() => {
    at = cliFolder();
  });
  afterAll(() => at.end());

  it('goes from the page to a corpus and back, to the same bytes', () => {
    expect(at.run('new', '-p', 'p.zhupi').status).toBe(0);
    expect(at.json('import', PAGE, '-p', 'p.zhupi')).toMatchObject({
      added: 5,
      duplicates: 0,
      refused: [],
      warnings: [],
    });
    expect(at.json('import', PAGE, '-p', 'p.zhupi')).toMatchObject({ added: 0, duplicates: 5 });
    const list = at.json('documents', '-p', 'p.zhupi') as readonly { readonly id: string }[];
    const documents = list.map(({ id }) => JSON.parse(at.run('show', id, '-p', 'p.zhupi').out) as Shown);
    const ops = documents.flatMap(({ id, text }) => [
      ...mark(id, text, 'PER', /[区市]?领导\p{Script=Han}{2,3}|书记朱素芳|徐连土/u),
      ...mark(id, text, 'POLICY', /《[^》]+》|“[^”]+”/u),
      { document: id, kind: 'set.change', set: { status: 'done', labels: ['politics'] } },
    ]);
    at.write('ops.jsonl', ops.map((op) => JSON.stringify(op)).join('\n'));
    expect(at.json('annotate', '-p', 'p.zhupi', '--ops', 'ops.jsonl')).toMatchObject({
      applied: ops.length,
      documents: 5,
    });
    expect(at.json('validate', '-p', 'p.zhupi')).toMatchObject({ sound: true });

    expect(at.run('export', '-p', 'p.zhupi', '-o', 'out').status).toBe(0);
    expect(at.run('new', '-p', 'q.zhupi').status).toBe(0);
    expect(at.json('import', 'out', '-p', 'q.zhupi')).toMatchObject({ added: 5, spans: ops.length - 5 });
    expect(at.run('export', '-p', 'q.zhupi', '-o', 'again').status).toBe(0);
    expect(readdirSync(at.path('again'))).toEqual(['authority.jsonl', 'corpus.jsonl', 'manifest.json', 'tagset.json']);
    for (const name of readdirSync(at.path('out'))) expect(at.read(`again/${name}`)).toBe(at.read(`out/${name}`));
  });
});

/** Every match as an operation with code-point offsets. */
function mark(document: string, text: string, label: string, pattern: RegExp) {
  return [...text.matchAll(new RegExp(pattern, 'gu'))].map((match) => {
    const start = [...text.slice(0, match.index)].length;
    return { document, kind: 'span.add', span: { label, start, end: start + [...match[0]].length, text: match[0] } };
  });
}
