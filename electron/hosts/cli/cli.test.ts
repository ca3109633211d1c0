import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentLine } from '#shared/format/jsonl-write.ts';
import { GOLDEN } from '#shared/format/testing/golden.ts';
import { type CliFolder, cliFolder } from './testing/run-cli.ts';

const PAGE = `青禾区召开植树动员会

本报讯（记者 林小满）3月12日，青禾区召开植树动员会。区长周明远出席。

会议指出，要落实《青禾绿化办法》。

𠮷水镇修桥工程开工

本报讯（记者 方一）3月13日，𠮷水镇修桥工程开工。镇长何白到场。
`;

interface Row {
  readonly id: string;
  readonly title: string;
}

const rows = (at: CliFolder, project = 'p.zhupi') => at.json('documents', '-p', project) as readonly Row[];

describe('zhupi: from a page to a corpus and back', () => {
  let at: CliFolder;
  beforeAll(() => {
    at = cliFolder();
    at.write('page.txt', PAGE);
    expect(at.run('new', '--project', 'p.zhupi')).toEqual({
      status: 0,
      out: `Made ${at.path('p.zhupi')} with the tagset news-zh.\n`,
      err: '',
    });
  });
  afterAll(() => at.end());

  it('shows the split without writing', () => {
    const { status, out } = at.run('import', 'page.txt', '--project', 'p.zhupi', '--dry-run');
    expect(status).toBe(0);
    expect(out).toContain('2 documents added');
    expect(out).toContain('  青禾区召开植树动员会  (page.txt, ');
    expect(rows(at)).toEqual([]);
  });

  it('imports once', () => {
    const report = { added: 2, duplicates: 0, refused: [], spans: 0, frames: 0, relations: 0, warnings: [] };
    expect(at.json('import', 'page.txt', '--project', 'p.zhupi')).toEqual(report);
    expect(at.json('import', 'page.txt', '--project', 'p.zhupi')).toEqual({ ...report, added: 0, duplicates: 2 });
  });

  it('lists documents with exactly the promised keys', () => {
    const list = rows(at);
    expect(list).toEqual([
      {
        id: expect.stringMatching(/^d_[0-9A-Z]{26}$/),
        title: '青禾区召开植树动员会',
        characters: 54,
        status: 'todo',
        spans: 0,
        events: 0,
        directives: 0,
        relations: 0,
      },
      expect.objectContaining({ title: '𠮷水镇修桥工程开工', characters: 33 }),
    ]);
    expect(at.run('documents', '-p', 'p.zhupi').out.split('\n')).toHaveLength(4);
  });

  it('applies operations with code-point offsets, gives ids, and undoes nothing halfway', () => {
    const [first, second] = rows(at);
    const text = (JSON.parse(at.run('show', second?.id ?? '', '-p', 'p.zhupi').out) as { text: string }).text;
    const start = [...text.slice(0, text.indexOf('镇长'))].length;
    const ops = [
      { document: second?.id, kind: 'span.add', span: { label: 'TITLE', start, end: start + 2, text: '镇长' } },
      {
        document: second?.id,
        edit: { kind: 'span.add', span: { label: 'PER', fragments: [[start + 2, start + 4]], text: '何白' } },
      },
      { document: second?.id, kind: 'relation.add', relation: { label: 'holds_title', from: 'T2', to: 'T1' } },
      {
        document: second?.id,
        kind: 'batch',
        edits: [
          { kind: 'frame.add', frame: { label: 'Construction', start: 5, end: 7, arguments: [] } },
          { kind: 'set.change', set: { status: 'done', labels: ['society'] } },
        ],
      },
      {
        document: first?.id,
        kind: 'frame.add',
        frame: { id: 'D7', label: 'requirement', start: 39, end: 48, attributes: { force: 'must' } },
      },
    ];
    at.write('ops.jsonl', `${ops.map((op) => JSON.stringify(op)).join('\n\n')}\n`);
    expect(at.json('annotate', '-p', 'p.zhupi', '--ops', 'ops.jsonl')).toEqual({
      applied: 6,
      documents: 2,
      added: [
        { line: 1, document: second?.id, id: 'T1' },
        { line: 3, document: second?.id, id: 'T2' },
        { line: 5, document: second?.id, id: 'R1' },
        { line: 7, document: second?.id, id: 'E1' },
        { line: 9, document: first?.id, id: 'D7' },
      ],
    });
    expect(at.json('documents', '-p', 'p.zhupi')).toMatchObject([
      { directives: 1, status: 'todo' },
      { spans: 2, events: 1, relations: 1, status: 'done' },
    ]);
    const shown = JSON.parse(at.run('show', second?.id ?? '', '-p', 'p.zhupi', '--offset-unit', 'utf16').out) as {
      entities: { start: number; text: string }[];
    };
    expect(shown.entities.map(({ start: s, text: t }) => [text.slice(s, s + 2), t])).toEqual([
      ['镇长', '镇长'],
      ['何白', '何白'],
    ]);
  });

  it.each([
    [
      'an edit that breaks the tagset',
      { kind: 'span.add', span: { label: 'NOPE', start: 0, end: 2 } },
      'The tagset has no entity label “NOPE”',
      '标签集的实体层没有标签“NOPE”',
    ],
    [
      'a quote that is not there',
      { kind: 'span.add', span: { label: 'PER', start: 0, end: 2, text: '何人' } },
      'At 0–2 the text is “本报”, not “何人”',
      '0–2 处的文字是“本报”，不是“何人”',
    ],
    [
      'an offset outside',
      { kind: 'span.add', span: { label: 'PER', start: 0, end: 999 } },
      'The range 999 lies outside the text or is not in order (length 54)',
      '范围 999 超出文本或次序不对（长度 54）',
    ],
    [
      'an id that is not there',
      { kind: 'span.remove', id: 'T99' },
      'There is no T99 in this document',
      '本文档中没有 T99',
    ],
    [
      'a frame of no label',
      { kind: 'frame.add', frame: { label: 'Nope', start: 0, end: 2 } },
      'The tagset has no event label “Nope”',
      '标签集的事件层没有标签“Nope”',
    ],
  ])('refuses %s with its line, and keeps everything', (_name, edit, english, chinese) => {
    const [first] = rows(at);
    const before = at.json('documents', '-p', 'p.zhupi');
    const good = { document: first?.id, kind: 'span.add', span: { label: 'PER', start: 0, end: 2 } };
    at.write('bad.jsonl', `${JSON.stringify(good)}\n${JSON.stringify({ document: first?.id, edit })}\n`);
    const args = ['annotate', '-p', 'p.zhupi', '--ops', 'bad.jsonl'];
    const kept = 'Nothing was changed; mend the line and run it again.';
    expect(at.run(...args)).toEqual({ status: 1, out: '', err: `bad.jsonl, line 2: ${english}. ${kept}\n` });
    expect(at.runIn('zh_CN.UTF-8', ...args)).toEqual({
      status: 1,
      out: '',
      err: `bad.jsonl 第 2 行：${chinese}。未作任何更改；请改正后重新运行。\n`,
    });
    expect(at.json('documents', '-p', 'p.zhupi')).toEqual(before);
  });

  it('refuses an ops file that is cut off, empty, missing or about an unknown document', () => {
    const kept = 'Nothing was changed; mend the line and run it again.\n';
    at.write('cut.jsonl', '{"document":"d_x","kind":"span.ad');
    expect(at.run('annotate', '-p', 'p.zhupi', '--ops', 'cut.jsonl').err).toBe(
      `cut.jsonl, line 1: this is not a JSON object. ${kept}`,
    );
    at.write('unknown.jsonl', '{"document":"d_x","kind":"span.remove","id":"T1"}');
    expect(at.run('annotate', '-p', 'p.zhupi', '--ops', 'unknown.jsonl').err).toBe(
      `unknown.jsonl, line 1: There is no document d_x in this project. ${kept}`,
    );
    at.write('empty.jsonl', '');
    expect(at.run('annotate', '-p', 'p.zhupi', '--ops', 'empty.jsonl')).toMatchObject({
      status: 1,
      err: 'empty.jsonl is empty. Nothing was added.\n',
    });
    expect(at.run('annotate', '-p', 'p.zhupi', '--ops', 'none.jsonl')).toMatchObject({
      status: 1,
      err: 'none.jsonl does not exist. Nothing was changed.\n',
    });
  });

  it('takes operations for a new annotator', () => {
    const [first] = rows(at);
    at.write(
      'own.jsonl',
      JSON.stringify({ document: first?.id, kind: 'span.add', span: { label: 'ORG', start: 0, end: 2 } }),
    );
    expect(at.json('annotate', '-p', 'p.zhupi', '--ops', 'own.jsonl', '--annotator', '乙')).toMatchObject({
      added: [{ id: 'T1' }],
    });
    expect(at.json('stats', '-p', 'p.zhupi')).toMatchObject({
      documents: 2,
      annotators: { 乙: { documents: 1, spans: 1 }, annotator: { spans: 2, events: 1, directives: 1, relations: 1 } },
    });
  });

  it('exports, imports into a second project and exports the same bytes', () => {
    const report = at.json('export', '-p', 'p.zhupi', '--format', 'jsonl', '-o', 'out') as { counts: object };
    expect(report.counts).toEqual({ documents: 3, spans: 3, events: 1, directives: 1, relations: 1 });
    at.run('new', '-p', 'q.zhupi');
    expect(at.json('import', 'out', '-p', 'q.zhupi')).toMatchObject({
      added: 2,
      duplicates: 0,
      spans: 3,
      frames: 2,
      relations: 1,
    });
    expect(at.run('export', '-p', 'q.zhupi', '-o', 'again/').status).toBe(0);
    expect(readdirSync(at.path('again'))).toEqual(['authority.jsonl', 'corpus.jsonl', 'manifest.json', 'tagset.json']);
    for (const name of readdirSync(at.path('out'))) expect(at.read(`again/${name}`)).toBe(at.read(`out/${name}`));
    expect(
      at.run('export', '-p', 'p.zhupi', '-o', 'done.jsonl', '--status', 'done', '--annotator', 'annotator').status,
    ).toBe(0);
    expect(at.read('done.jsonl').trim().split('\n')).toHaveLength(1);
  });

  it('finds text from one character up', () => {
    const found = at.json('search', '𠮷', '-p', 'p.zhupi') as { total: number; documents: number; hits: object[] };
    expect(found).toMatchObject({ total: 2, documents: 1 });
    expect(Object.keys(found.hits[0] ?? {})).toEqual([
      'document',
      'title',
      'in',
      'start',
      'end',
      'left',
      'match',
      'right',
    ]);
    expect(at.json('search', '镇', '-p', 'p.zhupi', '--limit', '1', '--offset', '1')).toMatchObject({
      total: 3,
      hits: [{}],
    });
    expect(at.run('search', '周明远', '-p', 'p.zhupi', '--kwic').out).toContain('[周明远]');
  });

  it('checks a sound project', () => {
    expect(at.json('validate', '-p', 'p.zhupi')).toMatchObject({ sound: true });
    expect(at.run('validate', '-p', 'p.zhupi').status).toBe(0);
  });

  it('backs up and restores, never over a file', () => {
    expect(at.json('backup', '-p', 'p.zhupi', '-o', 'copy.zhupi')).toMatchObject({ documents: 2 });
    expect(at.json('restore', 'copy.zhupi', '-p', 'r.zhupi')).toMatchObject({ documents: 2 });
    expect(rows(at, 'r.zhupi')).toEqual(rows(at));
    expect(at.run('restore', 'copy.zhupi', '-p', 'r.zhupi')).toMatchObject({ status: 1 });
    expect(at.runIn('zh_CN.UTF-8', 'new', '-p', 'r.zhupi')).toEqual({
      status: 1,
      out: '',
      err: `${at.path('r.zhupi')} 已有文件，未作改动。请换一个名称。\n`,
    });
  });

  it('leaves nothing in the person’s folders', () => {
    expect(
      readdirSync(at.folder).filter((name) => name.startsWith('.') || /-(wal|shm)$|passing|\.new$/.test(name)),
    ).toEqual([]);
  });
});

describe('zhupi: bad input', () => {
  let at: CliFolder;
  beforeEach(() => {
    at = cliFolder();
    at.run('new', '-p', 'p.zhupi');
  });
  afterEach(() => at.end());

  it('refuses files with one line in the person’s language and leaves the project as it was', () => {
    at.write('empty.txt', '');
    at.write('binary.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
    at.write('cut.txt', Buffer.from(PAGE).subarray(0, Buffer.from(PAGE).indexOf('区长') + 4));
    at.write('cut.jsonl', documentLine(GOLDEN, 'codepoint').slice(0, 400));
    at.write('wrong.txt', Uint8Array.from([0xc7, 0xe0, 0xba, 0xcc, 0xc7, 0xf8, 10]));
    const before = readFileSync(at.path('p.zhupi'));
    const expected = [
      ['empty.txt', 'empty.txt is empty. Nothing was added.', 'empty.txt 是空文件，未添加任何内容。'],
      [
        'binary.txt',
        'binary.txt is not text (binary data at byte 4). Nothing was added; choose a text file.',
        'binary.txt 不是文本（第 4 字节为二进制数据），未添加任何内容。请选择文本文件。',
      ],
      [
        'cut.txt',
        'cut.txt is not utf-8: byte 111 (line 3) does not fit. Nothing was added; choose another encoding.',
        'cut.txt 不是 utf-8 编码：第 111 字节（第 3 行）不符，未添加任何内容。请选择其他编码。',
      ],
      [
        'cut.jsonl',
        'cut.jsonl, line 1: this is not a whole JSON object (is the file cut off?). Nothing was added; mend the line and try again.',
        'cut.jsonl 第 1 行：不是完整的 JSON 对象（文件是否被截断？）。未添加任何内容；请改正后重试。',
      ],
      ['none.txt', 'none.txt does not exist. Nothing was changed.', 'none.txt 不存在，未作任何更改。'],
    ] as const;
    for (const [file, english, chinese] of expected) {
      expect(at.run('import', file, '-p', 'p.zhupi')).toMatchObject({ status: 1, err: `${english}\n` });
      expect(at.run('import', file, '-p', 'p.zhupi', '--lang', 'zh-CN')).toMatchObject({
        status: 1,
        err: `${chinese}\n`,
      });
    }
    expect(at.run('import', 'wrong.txt', '-p', 'p.zhupi', '--encoding', 'utf-8')).toMatchObject({
      status: 1,
      err: 'wrong.txt is not utf-8: byte 0 (line 1) does not fit. Nothing was added; choose another encoding.\n',
    });
    expect(rows(at)).toEqual([]);
    expect(before.length).toBe(readFileSync(at.path('p.zhupi')).length);
  });

  it('tells refused files in --json and skips them only where that was asked for', () => {
    at.write('good.txt', PAGE);
    at.write('empty.txt', '');
    const refused = [{ file: 'empty.txt', reason: 'empty.txt is empty. Nothing was added.' }];
    const strict = at.run('import', 'good.txt', 'empty.txt', '-p', 'p.zhupi', '--json');
    expect(strict.status).toBe(1);
    expect(JSON.parse(strict.out)).toMatchObject({ added: 0, refused });
    expect(strict.err).toBe(
      '1 file was refused, nothing was added; the first: empty.txt is empty. Mend them, or bring in the others with --skip-refused.\n',
    );
    expect(rows(at)).toEqual([]);
    expect(at.json('import', 'good.txt', 'empty.txt', '-p', 'p.zhupi', '--skip-refused')).toMatchObject({
      added: 2,
      refused,
    });
  });

  it('lists labels that the tagset lacks, and takes them in where that was asked for', () => {
    at.write('a.jsonl', documentLine({ ...GOLDEN, labels: ['weather'] }, 'codepoint'));
    const { status, err, out } = at.run('import', 'a.jsonl', '-p', 'p.zhupi', '--json');
    expect(status).toBe(1);
    expect(err).toBe(
      'The tagset has no label weather. Nothing was added; take them in with --add-labels, or change the tagset first.\n',
    );
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'labels-unknown', details: { labels: 'weather' } } });
    expect(at.json('import', 'a.jsonl', '-p', 'p.zhupi', '--add-labels')).toMatchObject({
      added: 1,
      spans: 8,
      frames: 3,
      relations: 2,
    });
    expect(at.run('show', GOLDEN.id ?? '', '-p', 'p.zhupi').out).toBe(
      documentLine({ ...GOLDEN, labels: ['weather'] }, 'codepoint'),
    );
  });

  it('refuses what is no project, a damaged one and one that is not there', () => {
    at.write('text.zhupi', 'not a project at all, only text');
    at.write('damaged.zhupi', readFileSync(at.path('p.zhupi')).subarray(0, 5000));
    expect(at.run('documents', '-p', 'text.zhupi')).toEqual({
      status: 1,
      out: '',
      err: `${at.path('text.zhupi')} is not a Zhupi project. It was left untouched; choose a file that ends in .zhupi.\n`,
    });
    expect(at.run('documents', '-p', 'damaged.zhupi')).toMatchObject({
      status: 1,
      err: expect.stringMatching(/damaged/),
    });
    expect(at.runIn('zh_CN.UTF-8', 'documents', '-p', 'none.zhupi')).toMatchObject({
      status: 1,
      err: `${at.path('none.zhupi')} 处没有项目。请检查路径，或用 “zhupi new” 新建。\n`,
    });
    expect(at.read('text.zhupi')).toBe('not a project at all, only text');
    expect(existsSync(at.path('none.zhupi'))).toBe(false);
  });

  it('refuses targets that cannot be written and leaves old files as they were', () => {
    at.write('old.jsonl', 'old');
    mkdirSync(at.path('closed'));
    chmodSync(at.path('closed'), 0o555);
    expect(at.run('export', '-p', 'p.zhupi', '-o', 'none/deep/c.jsonl')).toEqual({
      status: 1,
      out: '',
      err: `The folder ${at.path('none/deep')} does not exist. Nothing was written; make it or choose another.\n`,
    });
    expect(at.run('export', '-p', 'p.zhupi', '-o', 'closed/c.jsonl')).toMatchObject({
      status: 1,
      err: expect.stringMatching(/cannot be written/),
    });
    expect(at.run('export', '-p', 'p.zhupi', '-o', 'old.jsonl', '--annotator', 'nobody').status).toBe(1);
    expect(at.read('old.jsonl')).toBe('old');
    expect(readdirSync(at.path('closed'))).toEqual([]);
  });

  it('refuses to read a read-only project for writing, but reads it', () => {
    at.write('a.txt', PAGE);
    chmodSync(at.path('p.zhupi'), 0o444);
    expect(at.run('documents', '-p', 'p.zhupi').status).toBe(0);
    expect(at.run('import', 'a.txt', '-p', 'p.zhupi')).toMatchObject({
      status: 1,
      err: expect.stringMatching(/p\.zhupi cannot be written/),
    });
  });

  it('names the line of a tagset that is wrong', () => {
    at.write('shape.json', '{"format": "zhupi.tagset/1",\n "name": "x y"}');
    at.write('cut.json', '{"format": "zhupi.tagset/1",\n');
    expect(at.run('new', '-p', 'n.zhupi', '--tagset', 'shape.json')).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^The tagset is not valid: shape\.json line [12]: .* Nothing was changed\.\n$/),
    });
    expect(at.run('new', '-p', 'n.zhupi', '--tagset', 'cut.json', '--lang', 'zh-CN')).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^标签集有误：cut\.json 第 [23] 行：不是有效的 JSON.*。未作任何更改。\n$/),
    });
    expect(existsSync(at.path('n.zhupi'))).toBe(false);
  });
});

describe('zhupi: the command line itself', () => {
  let at: CliFolder;
  beforeAll(() => {
    at = cliFolder();
  });
  afterAll(() => at.end());

  it.each([
    [['documents'], 'The option --project is missing. “zhupi documents --help” shows how it is used.'],
    [['nonsense'], 'There is no command “nonsense”. “zhupi --help” lists them.'],
    [['new', '-p', 'x.zhupi', '--frob'], 'There is no option --frob. “zhupi new --help” lists them.'],
    [['import', '-p', 'x.zhupi'], 'The argument files is missing. “zhupi import --help” shows how it is used.'],
    [['export', '-p', 'x.zhupi'], 'The option --output is missing. “zhupi export --help” shows how it is used.'],
    [
      ['export', '-p', 'x.zhupi', '-o', 'o', '--split', '80/10'],
      '“80/10” is no value for --split: three whole percentages that add up to 100, such as 80/10/10.',
    ],
    [
      ['export', '-p', 'x.zhupi', '-o', 'o', '--format', 'nope'],
      'There is no format called “nope”. “zhupi formats” lists them.',
    ],
    [
      ['show', 'd_1', '-p', 'x.zhupi', '--offset-unit', 'byte'],
      '“byte” is no value for --offset-unit: codepoint, utf16, utf8.',
    ],
    [['search', 'a', '-p', 'x.zhupi', '--limit', '-1'], '“-1” is no value for --limit: a whole number from 0.'],
  ])('ends %j with status 2 and says why', (args, expected) => {
    expect(at.run(...args)).toEqual({ status: 2, out: '', err: `${expected}\n` });
  });

  it('says so in Chinese too', () => {
    expect(at.runIn('zh_CN.UTF-8', 'documents')).toEqual({
      status: 2,
      out: '',
      err: '缺少选项 --project。用法见 “zhupi documents --help”。\n',
    });
  });

  it('helps in both languages with status 0, and shows the help where nothing was asked', () => {
    expect(at.run('import', '--help')).toMatchObject({
      status: 0,
      out: expect.stringContaining('Usage: zhupi import'),
    });
    expect(at.run('--help', '--lang', 'zh-CN')).toMatchObject({ status: 0, out: expect.stringContaining('命令：') });
    expect(at.run()).toMatchObject({ status: 2, err: expect.stringContaining('Usage: zhupi') });
  });

  it('lists formats', () => {
    expect(at.json('formats')).toMatchObject([
      { name: 'jsonl', reads: true, writes: true },
      { name: 'text' },
      { name: 'newspaper' },
    ]);
    expect(at.json('formats', 'jsonl')).toMatchObject({ name: 'jsonl' });
  });
});
