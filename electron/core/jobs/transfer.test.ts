import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentLine } from '#shared/format/jsonl-write.ts';
import { GOLDEN } from '#shared/format/testing/golden.ts';
import { messageText } from '#shared/i18n/message.ts';
import { makeTestCore, type TestCore } from '../testing/make-test-core.ts';

const SCHEMA = resolve(import.meta.dirname, '../../../resources/schema/zhupi.document-1.schema.json');
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(SCHEMA, 'utf8')) as object,
);

let test: TestCore;
let other: TestCore;
beforeEach(async () => {
  test = await makeTestCore();
  other = await makeTestCore();
});
afterEach(async () => {
  await test.end();
  await other.end();
});

const put = (name: string, contents: string | Uint8Array, core = test) => {
  writeFileSync(core.path(name), contents);
  return core.token(name);
};
const line = (change: object = {}, unit: 'codepoint' | 'utf16' | 'utf8' = 'codepoint') =>
  documentLine({ ...GOLDEN, ...change }, unit);
const bring = (token: string, more: object = {}, core = test) =>
  core.call('import.run', { job: 'j', files: [{ file: token }], ...more });
const take = (core: TestCore, name: string, request: object = {}) =>
  core.call('export.run', { job: 'x', target: core.token(name), request });
const read = (core: TestCore, name: string) => readFileSync(core.path(name), 'utf8');

const NO_MARKS = { spans: [], frames: [], relations: [] };
const PAGE =
  '青禾区召开植树动员会\n\n本报讯（记者 林小满）3月12日，青禾区召开植树动员会。区长周明远出席。\n\n会议指出，要落实《青禾绿化办法》。\n';

describe('import.run', () => {
  it('brings an export into an empty project, ids included, and exports the same bytes', async () => {
    const id = (n: number) => `d_${String(n).padStart(26, '0')}`;
    const text = [1, 2, 3].map((n) => line({ id: id(n), source: { ...GOLDEN.source, index: n } })).join('');
    const report = await bring(put('a.jsonl', text));
    expect(report).toMatchObject({ added: 3, duplicates: 0, refused: [], spans: 24, frames: 9, relations: 6 });
    mkdirSync(test.path('out'));
    await take(test, 'out');
    expect(read(test, 'out/corpus.jsonl')).toBe(text);
    await bring(other.ports.grants.grant(test.path('out')).token, {}, other);
    mkdirSync(other.path('out'));
    await take(other, 'out');
    for (const name of readdirSync(test.path('out')))
      expect(read(other, `out/${name}`)).toBe(read(test, `out/${name}`));
    expect(readdirSync(test.path('out'))).toEqual(['authority.jsonl', 'corpus.jsonl', 'manifest.json', 'tagset.json']);
  });

  it('reads offsets in every unit alike', async () => {
    await bring(put('a.jsonl', line({}, 'utf8')));
    await take(test, 'a.out.jsonl', { offsetUnit: 'utf16' });
    expect(read(test, 'a.out.jsonl')).toBe(line({}, 'utf16'));
  });

  it('shows the work of whoever marked the corpus where nobody has marked yet', async () => {
    await bring(put('a.jsonl', line()));
    expect(await test.call('project.current', {})).toMatchObject({ annotator: 'gold' });
    expect((await test.call('document.list', {})).rows).toMatchObject([
      { spans: 8, events: 2, directives: 1, relations: 2 },
    ]);
  });

  it('brings in a text once, with its source and the map to it', async () => {
    const token = put('页.txt', PAGE);
    expect(await bring(token)).toMatchObject({ added: 1, duplicates: 0, refused: [] });
    expect(await bring(token)).toMatchObject({ added: 0, duplicates: 1, refused: [] });
    expect(await bring(put('copy.txt', PAGE))).toMatchObject({ added: 0, duplicates: 1 });
    const { rows } = await test.call('document.list', {});
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ title: '青禾区召开植树动员会', file: '页.txt' });
    const opened = await test.call('document.open', { document: rows[0]?.id ?? '' } as never);
    const source = await test.call('document.source', { document: rows[0]?.id ?? '' } as never);
    expect(source.map.length).toBeGreaterThan(0);
    for (const [start, end, from, to] of source.map)
      expect(source.text.slice(from, to)).toBe(opened.document.text.slice(start, end));
  });

  it('brings a text back from the trash, with its marks', async () => {
    const token = put('页.txt', PAGE);
    const { documents } = await bring(token);
    const document = documents[0]?.id ?? '';
    const span = { id: 'T1', label: 'PER', fragments: [[0, 2]] };
    await test.call('edit.apply', { document, base: 0, edit: { kind: 'span.add', span } } as never);
    await test.call('document.trash', { documents: [document] } as never);
    expect((await test.call('import.preview', { file: token })).duplicateOf).toEqual([]);
    expect(await bring(token, { isDryRun: true })).toMatchObject({ added: 1, duplicates: 0 });
    expect((await test.call('document.trashed', {})).length).toBe(1);
    const report = await bring(token);
    expect(report).toMatchObject({ added: 1, duplicates: 0, refused: [], documents });
    expect(report.warnings.map(({ file, message }) => [file, messageText('en', message)])).toEqual([
      ['页.txt', '1 document was in the trash and comes back with its marks'],
    ]);
    expect(await test.call('document.trashed', {})).toEqual([]);
    expect((await test.call('document.list', {})).rows).toMatchObject([{ id: document, spans: 1 }]);
  });

  it('says so too where the same text comes in another file', async () => {
    const { documents } = await bring(put('页.txt', PAGE));
    await test.call('document.trash', { documents: documents.map(({ id }) => id) } as never);
    const report = await bring(put('other.txt', `${PAGE}\n`));
    expect(report).toMatchObject({ added: 1, duplicates: 0 });
    expect(report.warnings.map(({ message }) => messageText('en', message))).toEqual([
      '1 document was in the trash and comes back with its marks',
    ]);
  });

  it('leaves in the trash what was put there alone, and says so', async () => {
    const token = put('页.txt', `${PAGE}\n\n${PAGE.replaceAll('植树', '修渠')}`);
    const { documents } = await bring(token);
    expect(documents).toHaveLength(2);
    const [first, second] = documents;
    await test.call('document.trash', { documents: [first?.id] } as never);
    const report = await bring(token);
    expect(report).toMatchObject({ added: 0, duplicates: 2 });
    expect(report.warnings.map(({ message }) => messageText('en', message))).toEqual([
      '1 document of it is in the trash and stays there',
    ]);
    expect((await test.call('document.list', {})).rows).toMatchObject([{ id: second?.id }]);
    expect((await test.call('import.preview', { file: token })).duplicateOf).toHaveLength(2);
  });

  it('brings documents of a corpus back from the trash, with the same marks or new ones', async () => {
    const bare = { spans: [], frames: [], relations: [], labels: [], status: 'todo' };
    const marked = line({ id: 'd_A', source: null });
    const unmarked = line({ id: 'd_B', source: null, text: '无标注', ...bare });
    await bring(put('a.jsonl', marked + unmarked));
    await test.call('document.trash', { documents: ['d_A', 'd_B'] } as never);
    const preview = await test.call('import.preview', { file: test.token('a.jsonl') });
    expect(preview.duplicateOf).toEqual([]);
    const report = await bring(put('b.jsonl', marked + unmarked));
    expect(report).toMatchObject({ added: 2, duplicates: 0, spans: 0, documents: [{ id: 'd_A' }, { id: 'd_B' }] });
    expect(report.warnings.map(({ message }) => messageText('zh-CN', message))).toContain(
      '其中 2 篇文档在回收站中，连同标注一并恢复',
    );
    await test.call('document.trash', { documents: ['d_A'] } as never);
    expect(await bring(put('c.jsonl', line({ id: 'd_A', source: null, annotator: '乙' })))).toMatchObject({
      added: 1,
      duplicates: 0,
      spans: 8,
    });
    expect((await test.call('document.list', {})).total).toBe(2);
    expect(await bring(put('d.jsonl', unmarked))).toMatchObject({ added: 0, duplicates: 1 });
  });

  it('prefers a document that is not in the trash', async () => {
    await bring(put('a.jsonl', line({ id: 'd_A', source: null }) + line({ id: 'd_B', source: null })));
    await test.call('document.trash', { documents: ['d_A'] } as never);
    expect(await bring(put('b.jsonl', line({ id: 'd_C', source: null })))).toMatchObject({ added: 0, duplicates: 1 });
    expect((await test.call('document.trashed', {})).length).toBe(1);
  });

  it('counts a line as a duplicate where document and marks are there already', async () => {
    await bring(put('a.jsonl', line()));
    expect(await bring(put('b.jsonl', line()))).toMatchObject({ added: 0, duplicates: 1, spans: 0 });
    const elsewhere = line({ id: 'd_OTHER', source: null });
    expect(await bring(put('c.jsonl', elsewhere))).toMatchObject({ added: 0, duplicates: 1, spans: 0 });
  });

  it('adds a second annotator’s marks to the document that is there', async () => {
    await bring(put('a.jsonl', line()));
    const report = await bring(put('b.jsonl', line({ annotator: '乙', status: 'in_progress' })));
    expect(report).toMatchObject({ added: 0, duplicates: 0, spans: 8 });
    await take(test, 'both.jsonl');
    expect(read(test, 'both.jsonl')).toBe(line() + line({ annotator: '乙', status: 'in_progress' }));
    await take(test, 'one.jsonl', { filter: { annotator: '乙' } });
    expect(read(test, 'one.jsonl')).toBe(line({ annotator: '乙', status: 'in_progress' }));
  });

  it('gives marks to a set that has none, as one step that can be undone', async () => {
    await bring(put('a.jsonl', line()));
    const document = GOLDEN.id ?? '';
    const spans = GOLDEN.spans.map(({ id }) => ({ kind: 'span.remove', id }));
    const frames = GOLDEN.frames.map(({ id }) => ({ kind: 'frame.remove', id }));
    const edits = [...spans, ...frames, { kind: 'set.change', set: { status: 'todo', labels: [] } }];
    await test.call('edit.apply', { document, base: 0, edit: { kind: 'batch', edits } } as never);
    expect(await bring(put('b.jsonl', line()))).toMatchObject({ added: 0, duplicates: 0, spans: 8 });
    await take(test, 'again.jsonl');
    expect(read(test, 'again.jsonl')).toBe(line());
    await test.call('edit.undo', { document } as never);
    expect((await test.call('document.list', {})).rows).toMatchObject([{ spans: 0, events: 0, status: 'todo' }]);
  });

  it('refuses other marks by the same annotator', async () => {
    await bring(put('a.jsonl', line()));
    const token = put('b.jsonl', line({ relations: [] }));
    expect(await test.refused('import.run', { job: 'j', files: [{ file: token }] })).toEqual({
      code: 'annotations-clash',
      details: { id: GOLDEN.id, title: GOLDEN.title, annotator: 'gold' },
    });
    expect(await bring(token, { annotator: '乙' })).toMatchObject({ added: 0, spans: 8 });
  });

  it('refuses a document that is there with another text', async () => {
    await bring(put('a.jsonl', line()));
    const token = put('b.jsonl', line({ text: `${GOLDEN.text}。` }));
    const { refused } = await bring(token);
    expect(refused.map(({ file, reason }) => [file, messageText('en', reason)])).toEqual([
      [
        'b.jsonl',
        `b.jsonl, line 1: the document ${GOLDEN.id} is already in the project with another text. Nothing was added; mend the line and try again.`,
      ],
    ]);
  });

  it('keeps two documents of one corpus that have the same text', async () => {
    const text = line({ id: 'd_A', source: null }) + line({ id: 'd_B', source: null });
    expect(await bring(put('a.jsonl', text))).toMatchObject({ added: 2, duplicates: 0 });
  });

  it('refuses labels that the tagset lacks, or takes them in', async () => {
    const spans = GOLDEN.spans.map((span) => (span.id === 'T6' ? { ...span, label: 'DEADLINE' } : span));
    const frames = GOLDEN.frames.map((frame) =>
      frame.id === 'E1'
        ? { ...frame, label: 'Assembly' }
        : frame.id === 'D1'
          ? { ...frame, arguments: [...frame.arguments, { role: 'until', target: 'T6' }] }
          : frame,
    );
    const token = put('a.jsonl', line({ spans, frames, labels: ['weather'] }));
    expect(await test.refused('import.run', { job: 'j', files: [{ file: token }] })).toEqual({
      code: 'labels-unknown',
      details: { labels: 'Assembly, DEADLINE, weather', count: 3 },
    });
    expect((await test.call('document.list', {})).total).toBe(0);
    expect(await bring(token, { addLabels: true })).toMatchObject({ added: 1, spans: 8 });
    const { tagset } = await test.call('tagset.get', {});
    expect(tagset.version).toBe(2);
    expect(tagset.entities.at(-1)).toMatchObject({ label: 'DEADLINE', key: null, color: 11 });
    expect(tagset.events.at(-1)).toMatchObject({
      label: 'Assembly',
      roles: [
        { name: 'convener', fillers: ['ORG'], many: true },
        { name: 'subevent', fillers: ['Speech'], many: true },
      ],
    });
    const until = tagset.directives.find(({ label }) => label === 'requirement')?.roles.at(-1);
    expect(until).toMatchObject({ name: 'until', fillers: ['DEADLINE'] });
    expect(tagset.documentLabels.map(({ label }) => label)).toContain('weather');
  });

  it('takes the definition of a new label from the tagset beside the corpus', async () => {
    const { tagset } = await test.call('tagset.get', {});
    const own = { ...tagset.entities[0], label: 'DEADLINE', title: { en: 'Deadline', zh: '期限' }, key: 'z', color: 3 };
    mkdirSync(test.path('in'));
    writeFileSync(test.path('in/tagset.json'), JSON.stringify({ ...tagset, entities: [...tagset.entities, own] }));
    const spans = GOLDEN.spans.map((span) => (span.id === 'T6' ? { ...span, label: 'DEADLINE' } : span));
    writeFileSync(test.path('in/corpus.jsonl'), line({ spans }));
    await bring(test.token('in'), { addLabels: true });
    expect((await test.call('tagset.get', {})).tagset.entities.at(-1)).toMatchObject({
      title: own.title,
      key: 'z',
      color: 3,
    });
  });

  it('reads the authority file beside a corpus and keeps what the project says', async () => {
    mkdirSync(test.path('in'));
    const record = { id: 'a_01HPLACE', label: 'LOC', name: '𠮷水镇', aliases: [], external: {}, note: null };
    writeFileSync(test.path('in/authority.jsonl'), `${JSON.stringify(record)}\n`);
    writeFileSync(test.path('in/corpus.jsonl'), line());
    expect((await bring(test.token('in'), { addLabels: true })).warnings).toEqual([]);
    expect(await test.call('authority.list', {})).toEqual([record]);
    writeFileSync(test.path('in/authority.jsonl'), `${JSON.stringify({ ...record, name: '吉水' })}\n`);
    const { warnings } = await bring(test.token('in'));
    expect(warnings.map(({ message }) => messageText('en', message))).toEqual([
      'the authority record a_01HPLACE is in the project with other contents; the project’s were kept',
    ]);
    expect(await test.call('authority.list', {})).toEqual([record]);
  });

  it('warns of mentions that point nowhere', async () => {
    const { warnings } = await bring(put('a.jsonl', line()));
    expect(warnings.map(({ message }) => messageText('en', message))).toEqual([
      'the tagset does not know these roles or attributes: Meeting.subevent, PER.a; they were kept (--add-labels takes them into the tagset)',
      '1 mention points to authority records that are not in the project (first: a_01HPLACE)',
    ]);
  });

  it('writes nothing as a dry run', async () => {
    const report = await bring(put('页.txt', PAGE), { isDryRun: true });
    expect(report).toMatchObject({ added: 1, documents: [{ title: '青禾区召开植树动员会', file: '页.txt' }] });
    expect((await test.call('document.list', {})).total).toBe(0);
  });

  it('writes nothing where one of several files is refused', async () => {
    const files = [{ file: put('good.txt', PAGE) }, { file: put('empty.txt', '') }, { file: test.token('none.txt') }];
    const report = await test.call('import.run', { job: 'j', files });
    expect(report).toMatchObject({ added: 0, documents: [] });
    expect(report.refused.map(({ file, reason }) => [file, messageText('en', reason)])).toEqual([
      ['empty.txt', 'empty.txt is empty. Nothing was added.'],
      ['none.txt', 'none.txt does not exist. Nothing was changed.'],
    ]);
    expect((await test.call('document.list', {})).total).toBe(0);
  });

  it.each<readonly [string, string | Uint8Array, 'auto' | 'utf-8', string]>([
    [
      'binary data',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'auto',
      'x is not text (binary data at byte 8). Nothing was added; choose a text file.',
    ],
    [
      'a text that is cut off inside a character',
      Buffer.from(PAGE).subarray(0, Buffer.from(PAGE).indexOf('区长') + 4),
      'auto',
      'x is not utf-8: byte 111 (line 3) does not fit. Nothing was added; choose another encoding.',
    ],
    [
      'the wrong encoding',
      Buffer.from([0xc7, 0xe0, 0xba, 0xcc, 0xc7, 0xf8, 0xd5, 0xd9, 0xbf, 0xaa, 10]),
      'utf-8',
      'x is not utf-8: byte 0 (line 1) does not fit. Nothing was added; choose another encoding.',
    ],
    ['white space only', ' \n\n', 'auto', 'x is empty. Nothing was added.'],
    [
      'a corpus that is cut off',
      line().slice(0, 500),
      'auto',
      'x, line 1: this is not a whole JSON object (is the file cut off?). Nothing was added; mend the line and try again.',
    ],
    [
      'a corpus with bad bytes',
      Buffer.concat([Buffer.from(line()), Buffer.from([0x7b, 0xff, 0x0a])]),
      'auto',
      `x is not utf-8: byte ${Buffer.from(line()).length + 1} (line 2) does not fit. Nothing was added; choose another encoding.`,
    ],
  ])('refuses %s', async (_name, contents, encoding, expected) => {
    const report = await test.call('import.run', { job: 'j', files: [{ file: put('x', contents), encoding }] });
    expect(report.refused.map(({ reason }) => messageText('en', reason))).toEqual([expected]);
    expect((await test.call('document.list', {})).total).toBe(0);
  });

  it.each([0, 1, 2])('knows a corpus whose format is told beyond the first 64 KB (shifted by %i)', async (shift) => {
    const {
      format,
      title: _title,
      ...rest
    } = JSON.parse(line({ ...NO_MARKS, text: '青'.repeat(40_000) })) as object & {
      format: string;
      title: string;
    };
    const text = `${JSON.stringify({ title: `${'a'.repeat(shift)}青`, ...rest, format })}\n`;
    expect(await bring(put('big.txt', text))).toMatchObject({ added: 1, documents: [{ id: GOLDEN.id }] });
  });

  it('refuses a .jsonl that is no JSON with its line', async () => {
    const { refused } = await bring(put('a.jsonl', PAGE));
    expect(refused.map(({ reason }) => messageText('en', reason))).toEqual([
      'a.jsonl, line 1: this is not a whole JSON object (is the file cut off?). Nothing was added; mend the line and try again.',
    ]);
  });

  it('takes a few damaged bytes with a warning', async () => {
    const bytes = Buffer.from(PAGE.repeat(20));
    bytes[bytes.indexOf('周明远')] = 0xff;
    const { warnings, added } = await bring(put('x.txt', bytes));
    expect(added).toBeGreaterThan(0);
    expect(warnings.map(({ line: at, message }) => [at, messageText('en', message)])[0]).toEqual([
      3,
      expect.stringMatching(/not valid utf-8/),
    ]);
  });
});

describe('import.preview', () => {
  it('shows how a page would be split, and whether it is known', async () => {
    const token = put('页.txt', PAGE);
    const preview = await test.call('import.preview', { file: token });
    expect(preview).toMatchObject({
      format: 'newspaper',
      encoding: 'utf-8',
      documents: 1,
      duplicateOf: [],
      isCut: false,
    });
    expect(preview.reading?.articles.map(({ title }) => title)).toEqual(['青禾区召开植树动员会']);
    await bring(token);
    expect((await test.call('import.preview', { file: token })).duplicateOf).toMatchObject([
      { title: '青禾区召开植树动员会' },
    ]);
  });

  it('counts what a corpus holds and names unknown labels', async () => {
    const spans = GOLDEN.spans.map((span) => ({ ...span, label: `X${span.label}` }));
    const preview = await test.call('import.preview', { file: put('a.jsonl', line({ spans, relations: [] })) });
    expect(preview).toMatchObject({ format: 'jsonl', documents: 1, spans: 8, frames: 3, relations: 0, reading: null });
    expect(preview.unknownLabels).toEqual(['XLOC', 'XORG', 'XPER', 'XPOLICY', 'XTIME', 'XTITLE']);
  });
});

describe('export.run', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      line({
        id: `d_${n}`,
        source: null,
        text: `${GOLDEN.text}${n}`,
        status: n % 2 === 0 ? 'done' : 'todo',
        labels: n < 3 ? ['society'] : ['politics'],
      }),
    ).join('');

  it('writes lines that the shipped schema accepts, and the schema can refuse', async () => {
    await bring(put('a.jsonl', many(3)));
    for (const offsetUnit of ['codepoint', 'utf16', 'utf8'] as const) {
      await take(test, 'out.jsonl', { offsetUnit });
      for (const text of read(test, 'out.jsonl').trim().split('\n'))
        expect(validate(JSON.parse(text)) || validate.errors).toBe(true);
    }
    expect(validate({ ...(JSON.parse(line()) as object), status: 'finished' })).toBe(false);
    expect(validate({ ...(JSON.parse(line()) as object), extra: 1 })).toBe(false);
  });

  it('writes manifest, tagset and authority file with hashes that fit, and no time', async () => {
    await bring(put('a.jsonl', many(3)));
    const report = await take(test, 'out.jsonl', { filter: { status: ['done'] } });
    const manifest = JSON.parse(read(test, 'manifest.json')) as {
      files: { name: string; bytes: number; sha256: string }[];
    };
    const { hash } = await test.call('tagset.get', {});
    expect(manifest).toMatchObject({
      format: 'zhupi.manifest/1',
      tool: { name: 'zhupi', version: '0.0.0-test' },
      corpus: { format: 'jsonl', version: 'zhupi.document/1', offset_unit: 'codepoint' },
      tagset: { name: 'news-zh', version: 1, sha256: hash },
      filter: { status: ['done'], annotator: null },
      split: null,
      counts: {
        documents: 2,
        spans: 16,
        events: 4,
        directives: 2,
        relations: 4,
        labels: {
          entities: { LOC: 2, ORG: 4, PER: 4, POLICY: 2, TIME: 2, TITLE: 2 },
          events: { Meeting: 2, Speech: 2 },
          directives: { requirement: 2 },
          relations: { holds_title: 2, same_as: 2 },
          documents: { society: 2 },
        },
      },
    });
    const { sha256 } = await import('./disk-file.ts');
    for (const { name, bytes, sha256: digest } of manifest.files) {
      expect([name, bytes, digest]).toEqual([
        name,
        readFileSync(test.path(name)).length,
        sha256(readFileSync(test.path(name))),
      ]);
    }
    expect(report.files.map(({ name }) => name)).toEqual([
      'out.jsonl',
      'authority.jsonl',
      'tagset.json',
      'manifest.json',
    ]);
    expect(read(test, 'manifest.json')).not.toContain('2025');
  });

  it('writes the same bytes again', async () => {
    await bring(put('a.jsonl', many(5)));
    const request = { split: { train: 60, dev: 20, test: 20, seed: 3 } };
    mkdirSync(test.path('one'));
    await take(test, 'one', request);
    await take(test, 'two', request);
    expect(readdirSync(test.path('two'))).toEqual(readdirSync(test.path('one')));
    for (const name of readdirSync(test.path('one'))) expect(read(test, `two/${name}`)).toBe(read(test, `one/${name}`));
  });

  it('splits by document into parts of the right size with every label in each', async () => {
    await bring(put('a.jsonl', many(30)));
    await take(test, 'c.jsonl', { split: { train: 80, dev: 10, test: 10, seed: 7 } });
    const parts = ['train', 'dev', 'test'].map((part) => read(test, `c.${part}.jsonl`).trim().split('\n'));
    expect(parts.map((lines) => lines.length)).toEqual([24, 3, 3]);
    expect(new Set(parts.flat()).size).toBe(30);
    expect(existsSync(test.path('c.jsonl'))).toBe(false);
    const manifest = JSON.parse(read(test, 'manifest.json')) as { parts: Record<string, { documents: number }> };
    expect(manifest.parts['dev']).toMatchObject({ documents: 3 });
    const before = read(test, 'c.dev.jsonl');
    await take(test, 'c.jsonl', { split: { train: 80, dev: 10, test: 10, seed: 8 } });
    expect(read(test, 'c.dev.jsonl')).not.toBe(before);
  });

  it('leaves out other labels and what points to them', async () => {
    await bring(put('a.jsonl', line()));
    await take(test, 'out.jsonl', { filter: { labels: ['PER', 'Speech', 'requirement'] } });
    const out = JSON.parse(read(test, 'out.jsonl')) as {
      entities: { id: string }[];
      directives: { arguments: object[] }[];
      relations: object[];
    };
    expect(out.entities.map(({ id }) => id)).toEqual(['T10', 'T7']);
    expect(out.directives[0]?.arguments).toEqual([{ role: 'issuer', target: 'T10' }]);
    expect(out.relations).toEqual([]);
  });

  it('leaves the folder as it was where a folder has the name of a file', async () => {
    await bring(put('a.jsonl', line()));
    mkdirSync(test.path('at/manifest.json'), { recursive: true });
    put('at/corpus.jsonl', 'old');
    expect(await test.refused('export.run', { job: 'x', target: test.token('at'), request: {} })).toEqual({
      code: 'target-not-writable',
      details: { file: test.path('at/manifest.json'), reason: 'EISDIR' },
    });
    expect(readdirSync(test.path('at'))).toEqual(['corpus.jsonl', 'manifest.json']);
    expect(read(test, 'at/corpus.jsonl')).toBe('old');
  });

  it.each(['manifest.json', 'tagset.json', 'authority.jsonl'])(
    'does not replace a %s of somebody else',
    async (name) => {
      await bring(put('a.jsonl', line()));
      mkdirSync(test.path('at'));
      put(`at/${name}`, '{"format":"else","files":[]}');
      for (const target of ['at', 'at/corpus.jsonl'])
        expect(await test.refused('export.run', { job: 'x', target: test.token(target), request: {} })).toEqual({
          code: 'target-exists',
          details: { file: test.path(`at/${name}`) },
        });
      expect(readdirSync(test.path('at'))).toEqual([name]);
    },
  );

  it('does not replace a companion that its own manifest does not list', async () => {
    await bring(put('a.jsonl', line()));
    mkdirSync(test.path('at'));
    put('at/manifest.json', '{"format":"zhupi.manifest/1","files":[{"name":"authority.jsonl"}]}');
    put('at/tagset.json', '{}');
    expect(await test.refused('export.run', { job: 'x', target: test.token('at'), request: {} })).toMatchObject({
      details: { file: test.path('at/tagset.json') },
    });
  });

  it('takes a tagset file that says the same as the project for its own, however it is written', async () => {
    await bring(put('a.jsonl', line()));
    mkdirSync(test.path('at'));
    const { tagset } = await test.call('tagset.get', {});
    put('at/tagset.json', JSON.stringify(tagset, null, 7));
    await take(test, 'at');
  });

  it('replaces its own export, and takes away the parts or the whole that went out of date', async () => {
    await bring(put('a.jsonl', many(10)));
    mkdirSync(test.path('at'));
    await take(test, 'at/other.jsonl');
    await take(test, 'at');
    const names = () => readdirSync(test.path('at')).filter((name) => name.endsWith('.jsonl'));
    const all = () => readdirSync(test.path('at')).map((name) => read(test, `at/${name}`));
    const before = all();
    await take(test, 'at');
    expect(all()).toEqual(before);
    await take(test, 'at', { split: { train: 80, dev: 10, test: 10, seed: 7 } });
    const companions = ['authority.jsonl', 'other.jsonl'];
    expect(names().sort()).toEqual(
      [...companions, 'corpus.dev.jsonl', 'corpus.test.jsonl', 'corpus.train.jsonl'].sort(),
    );
    await take(test, 'at');
    expect(names()).toEqual(['authority.jsonl', 'corpus.jsonl', 'other.jsonl']);
    expect(all()).toEqual(before);
  });

  it('leaves files as they were where the export fails', async () => {
    await bring(put('a.jsonl', line()));
    put('out.jsonl', 'old');
    const answer = await test.refused('export.run', {
      job: 'x',
      target: test.token('out.jsonl'),
      request: { filter: { annotator: 'nobody' } },
    });
    expect(answer).toEqual({ code: 'annotator-missing', details: { name: 'nobody' } });
    expect(read(test, 'out.jsonl')).toBe('old');
    expect(readdirSync(test.folder).filter((name) => name.includes('passing'))).toEqual([]);
  });

  it.each([
    ['none/deep/out.jsonl', 'target-missing'],
    ['none/out.jsonl', 'target-missing'],
    ['none/deep', 'target-missing'],
    ['a.jsonl/out.jsonl', 'target-not-writable'],
  ])('refuses the target %s', async (name, code) => {
    await bring(put('a.jsonl', line()));
    expect(await test.refused('export.run', { job: 'x', target: test.token(name), request: {} })).toMatchObject({
      code,
    });
    expect(existsSync(test.path('none'))).toBe(false);
  });

  it('refuses a split that does not add up', async () => {
    const request = { split: { train: 80, dev: 10, test: 20, seed: 1 } };
    expect(await test.refused('export.run', { job: 'x', target: test.token('o.jsonl'), request })).toMatchObject({
      code: 'bad-input',
    });
  });

  it('previews counts and the beginning', async () => {
    await bring(put('a.jsonl', many(3)));
    const preview = await test.call('export.preview', { filter: { status: ['done'] } });
    expect(preview.counts).toEqual({ documents: 2, spans: 16, events: 4, directives: 2, relations: 4 });
    expect(preview.first.startsWith('{"format":"zhupi.document/1","id":"d_0"')).toBe(true);
  });

  it('shows one document as the line that an export would hold', async () => {
    await bring(put('a.jsonl', line()));
    expect(await test.call('document.show', { document: GOLDEN.id ?? '' } as never)).toEqual({ line: line() });
    expect(await test.refused('document.show', { document: 'd_none' } as never)).toMatchObject({
      code: 'document-missing',
    });
  });
});

describe('a job in a worker thread', () => {
  it('gives the same result, tells progress, and stops when cancelled', async () => {
    const workerFile = join(import.meta.dirname, 'worker.ts');
    const { runJob } = await import('./run-job.ts');
    const token = put('a.jsonl', Array.from({ length: 400 }, (_, n) => line({ id: `d_${n}`, source: null })).join(''));
    const ports = { ...test.ports, jobs: { kind: 'worker', workerFile } as const };
    const path = (await test.call('project.current', {}))?.path ?? '';
    const file = {
      path: test.ports.grants.path(token),
      format: 'auto',
      encoding: 'auto',
      split: 'auto',
      adjustments: null,
    } as const;
    const task = {
      kind: 'import',
      project: path,
      files: [file],
      annotator: null,
      addLabels: false,
      isDryRun: false,
      now: '2025-01-01T00:00:00.000Z',
    } as const;
    const controller = new AbortController();
    const seen: string[] = [];
    const job = {
      signal: controller.signal,
      check: () => undefined,
      progress: (_done: number, _total: number | null, phase: string) => {
        seen.push(phase);
        controller.abort();
      },
    };
    await expect(runJob(ports, job, task)).rejects.toMatchObject({ code: 'cancelled' });
    expect(seen[0]).toBe('import');
    expect((await test.call('document.list', {})).total).toBe(0);
    const report = await runJob(ports, null, task);
    expect(report).toMatchObject({ added: 400, spans: 3200 });
    expect((await test.call('document.list', {})).total).toBe(400);
    await expect(runJob(ports, null, { ...task, files: [{ ...file, format: 'none' }] })).rejects.toMatchObject({
      code: 'format-unknown',
    });
  });
});
