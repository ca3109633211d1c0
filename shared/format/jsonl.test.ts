import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageText } from '../i18n/message.ts';
import { Span } from '../model/span.ts';
import type { OffsetUnit } from '../text/offsets.ts';
import type { CorpusDocument, ReadItem } from './format.ts';
import { readJsonl } from './jsonl-read.ts';
import { authorityLine, documentLine } from './jsonl-write.ts';
import { GOLDEN, GOLDEN_TEXT, memoryFile } from './testing/golden.ts';

const read = (text: string): ReadItem[] => [...readJsonl([memoryFile('c.jsonl', text)])];
const errors = (text: string): string[] =>
  read(text).map((item) =>
    item.kind === 'finding' ? `${item.severity} ${item.line} ${messageText('en', item.message)}` : item.kind,
  );
/** The golden line with values put at paths such as `entities.3.text`. */
const changed = (...changes: (readonly [string, unknown])[]): string => {
  const line: unknown = JSON.parse(documentLine(GOLDEN, 'codepoint'));
  for (const [path, value] of changes) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const target = keys.reduce((at: unknown, key) => (at as Record<string, unknown>)[key], line);
    (target as Record<string, unknown>)[last] = value;
  }
  return JSON.stringify(line);
};

/** A text sliced by bytes of UTF-8. */
const sliceBytes = (text: string, start: number, end: number): string =>
  decodeURIComponent((encodeURIComponent(text).match(/%..|[^%]/g) ?? []).slice(start, end).join(''));

describe('documentLine', () => {
  it('writes the golden line, key by key', () => {
    expect(documentLine(GOLDEN, 'codepoint')).toBe(
      `{"format":"zhupi.document/1","id":"d_01HGOLDEN0000000000000000A","title":"𠮷水镇召开会议","text":${JSON.stringify(GOLDEN_TEXT)}` +
        ',"offset_unit":"codepoint"' +
        ',"meta":{"publication":null,"date":"2021-11-05","page":"2","byline":["方一"],"url":null,"area":"乙","zone":"甲"}' +
        `,"source":{"file":"page.txt","sha256":"${'ab'.repeat(32)}","encoding":"utf-8","index":1}` +
        ',"annotator":"gold","status":"done","labels":["politics"],"entities":[' +
        '{"id":"T12","label":"ORG","start":0,"end":3,"text":"𠮷水镇","fragments":[[0,3]],"attributes":{},"entity":null,"note":null},' +
        '{"id":"T2","label":"LOC","start":0,"end":3,"text":"𠮷水镇","fragments":[[0,3]],"attributes":{},"entity":"a_01HPLACE","note":null},' +
        '{"id":"T3","label":"TITLE","start":8,"end":10,"text":"镇长","fragments":[[8,10]],"attributes":{},"entity":null,"note":null},' +
        '{"id":"T10","label":"PER","start":10,"end":13,"text":"林小满","fragments":[[10,13]],"attributes":{"a":["x","y"],"mention":"name"},"entity":null,"note":"镇长"},' +
        '{"id":"T4","label":"ORG","start":16,"end":21,"text":"各村 … 社区","fragments":[[16,18],[19,21]],"attributes":{},"entity":null,"note":null},' +
        '{"id":"T5","label":"POLICY","start":24,"end":30,"text":"《清溪办法》","fragments":[[24,30]],"attributes":{},"entity":null,"note":null},' +
        '{"id":"T6","label":"TIME","start":31,"end":34,"text":"年底前","fragments":[[31,34]],"attributes":{},"entity":null,"note":null},' +
        '{"id":"T7","label":"PER","start":41,"end":46,"text":"何 … 两人","fragments":[[41,42],[44,46]],"attributes":{},"entity":null,"note":null}' +
        '],"events":[' +
        '{"id":"E1","label":"Meeting","trigger":{"start":3,"end":7,"text":"召 … 会议","fragments":[[3,4],[5,7]]},"arguments":[{"role":"convener","target":"T12"},{"role":"subevent","target":"E2"}],"attributes":{},"note":"例会"},' +
        '{"id":"E2","label":"Speech","trigger":{"start":13,"end":15,"text":"强调","fragments":[[13,15]]},"arguments":[{"role":"speaker","target":"T10"}],"attributes":{},"note":null}' +
        '],"directives":[' +
        '{"id":"D1","label":"requirement","start":16,"end":36,"text":"各村、社区要落实《清溪办法》，年底前完成","fragments":[[16,36]],"arguments":[{"role":"addressee","target":"T4"},{"role":"basis","target":"T5"},{"role":"issuer","target":"T10"}],"attributes":{"force":"must"},"note":null}' +
        '],"relations":[' +
        '{"id":"R2","label":"holds_title","from":"T10","to":"T3","attributes":{},"note":null},' +
        '{"id":"R1","label":"same_as","from":"T2","to":"T12","attributes":{},"note":null}]}\n',
    );
  });

  it('refuses a mark that lies outside the text', () => {
    const spans = [Span.parse({ id: 'T1', label: 'PER', fragments: [[0, GOLDEN_TEXT.length + 1]] })];
    expect(() => documentLine({ ...GOLDEN, spans, frames: [], relations: [] }, 'codepoint')).toThrow('edit-offsets');
    expect(() => documentLine({ ...GOLDEN, spans, frames: [], relations: [] }, 'utf16')).toThrow('edit-offsets');
  });

  it('refuses a mark that cuts a surrogate pair', () => {
    const spans = [Span.parse({ id: 'T1', label: 'PER', fragments: [[1, 3]] })];
    expect(() => documentLine({ ...GOLDEN, spans, frames: [], relations: [] }, 'codepoint')).toThrow(
      'edit-cuts-character',
    );
  });

  it.each(['codepoint', 'utf16', 'utf8'] as const)('writes offsets that slice the text in %s', (unit) => {
    const slice = {
      codepoint: (text: string, a: number, b: number) => [...text].slice(a, b).join(''),
      utf16: (text: string, a: number, b: number) => text.slice(a, b),
      utf8: sliceBytes,
    }[unit satisfies OffsetUnit];
    const line = JSON.parse(documentLine(GOLDEN, unit)) as {
      text: string;
      entities: { text: string; fragments: [number, number][] }[];
    };
    expect(line.entities.map(({ fragments }) => fragments.map(([a, b]) => slice(line.text, a, b)).join(' … '))).toEqual(
      line.entities.map(({ text }) => text),
    );
    expect(line.entities).toHaveLength(8);
  });

  it('is valid JSON for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.dictionary(fc.string(), fc.string()), (text, meta) => {
        const line = documentLine({ ...GOLDEN, text, meta, spans: [], frames: [], relations: [] }, 'utf8');
        const value = JSON.parse(line) as { text: string; meta: object };
        expect(value.text).toBe(text);
        expect(value.meta).toMatchObject(meta);
        expect(line.indexOf('\n')).toBe(line.length - 1);
      }),
    );
  });
});

describe('readJsonl', () => {
  it.each(['codepoint', 'utf16', 'utf8'] as const)('gives back what was written in %s', (unit) => {
    const line = documentLine(GOLDEN, unit);
    const [item, ...rest] = read(line);
    expect(rest).toEqual([]);
    if (item?.kind !== 'document') throw new Error(item?.kind);
    expect(item.document.spans.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
      GOLDEN.spans.toSorted((a, b) => a.id.localeCompare(b.id)),
    );
    expect(documentLine(item.document, unit)).toBe(line);
  });

  it('gives back any document with nested and discontinuous spans (property)', () => {
    const character = fc.constantFrom('镇', '长', '𠮷', '😀', 'a', '\n', '，');
    fc.assert(
      fc.property(
        fc.array(character, { minLength: 1, maxLength: 30 }),
        fc.array(fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 4 }), { maxLength: 6 }),
        fc.constantFrom<OffsetUnit>('codepoint', 'utf16', 'utf8'),
        (characters, cuts, unit) => {
          const text = characters.join('');
          const offset = (n: number) => characters.slice(0, n).join('').length;
          const spans = cuts.flatMap((list, i) => {
            const places = [...new Set(list.map((n) => offset(Math.min(n, characters.length))))].sort((a, b) => a - b);
            const fragments = [];
            for (let k = 0; k + 1 < places.length; k += 2) fragments.push([places[k], places[k + 1]]);
            return fragments.length === 0
              ? []
              : [Span.parse({ id: `T${i + 1}`, label: 'PER', fragments, provenance: 'imported' })];
          });
          const document: CorpusDocument = { ...GOLDEN, text, spans, frames: [], relations: [] };
          const [item] = read(documentLine(document, unit));
          expect(item).toMatchObject({
            kind: 'document',
            document: { text, spans: item?.kind === 'document' ? item.document.spans : null },
          });
          if (item?.kind === 'document')
            expect(new Map(item.document.spans.map((span) => [span.id, span]))).toEqual(
              new Map(spans.map((span) => [span.id, span])),
            );
        },
      ),
    );
  });

  it('reads authority records among documents', () => {
    const record = {
      id: 'a_1',
      label: 'LOC',
      name: '𠮷水镇',
      aliases: ['吉水'],
      external: { b: '2', a: '1' },
      note: null,
    };
    const [item] = read(authorityLine(record as never));
    expect(item).toMatchObject({ kind: 'authority', record });
    expect(authorityLine(record as never)).toBe(
      '{"id":"a_1","label":"LOC","name":"𠮷水镇","aliases":["吉水"],"external":{"a":"1","b":"2"},"note":null}\n',
    );
  });

  it('moves a mark whose quote stands once nearby, and says so', () => {
    const text = changed(['entities.3.start', 8], ['entities.3.end', 11], ['entities.3.fragments', [[8, 11]]]);
    expect(errors(text)).toEqual([
      'warning 1 T10: “林小满” was not at 8 but once nearby; it was put there',
      'document',
    ]);
    const item = read(text)[1];
    expect(item?.kind === 'document' && documentLine(item.document, 'codepoint')).toBe(
      documentLine(GOLDEN, 'codepoint'),
    );
  });

  it('moves a discontinuous mark as a whole', () => {
    const moved = [
      [17, 19],
      [20, 22],
    ];
    expect(errors(changed(['entities.4.fragments', moved]))[0]).toContain('“各村 … 社区” was not at 16');
  });

  it('joins fragments that touch', () => {
    const touching = [
      [0, 1],
      [1, 3],
    ];
    const [item] = read(changed(['entities.0.fragments', touching], ['entities.0.text', '𠮷 … 水镇']));
    expect(item?.kind === 'document' && item.document.spans[0]?.fragments).toEqual([[0, 4]]);
  });

  it('refuses a quote that stands nowhere or several times nearby', () => {
    expect(errors(changed(['entities.3.text', '林大满']))).toEqual([
      'error 1 T10: at 10–13 the text is “林小满”, not “林大满”',
    ]);
    expect(errors(changed(['entities.3.text', '镇']))).toEqual([
      'error 1 T10: at 10–13 the text is “林小满”, not “镇”',
    ]);
  });

  const ID = 'd_01HGOLDEN0000000000000000A';
  it.each([
    [
      'a line that is cut off',
      documentLine(GOLDEN, 'codepoint').slice(0, 700),
      'error 1 this is not a whole JSON object (is the file cut off?)',
    ],
    ['another format', '{"format":"zhupi.document/2"}', 'error 1 format: Invalid input: expected "zhupi.document/1"'],
    [
      'offsets outside',
      changed(['entities.1.end', 999], ['entities.1.text', undefined], ['entities.1.fragments', undefined]),
      'error 1 T2: the offsets 0–999 are not in the text',
    ],
    ['an id twice', changed(['entities.1.id', 'T12']), `error 1 ${ID}: T12 is already used in this document`],
    [
      'a target that is not there',
      changed(['relations.0.to', 'T77']),
      `error 1 ${ID}: There is no T77 in this document`,
    ],
    [
      'a frame inside itself',
      changed(['events.1.arguments.1', { role: 'x', target: 'E1' }]),
      `error 1 ${ID}: E1 cannot be a part of itself`,
    ],
    ['a directive with the id of an event', changed(['directives.0.id', 'E9']), 'error 1 directives.0.id: D…'],
  ])('refuses %s with its line', (_name, text, expected) => {
    expect(errors(text)).toEqual([expected]);
  });

  it('leaves out unknown keys and tells once which', () => {
    const text = `${changed(['extra', 1])}\n${changed(['extra', 2], ['entities.0.score', 1])}`;
    expect(errors(text)).toEqual([
      'document',
      'document',
      'warning 1 “extra” is not part of the format and was left out (2 times, first on this line)',
      'warning 2 “entities.score” is not part of the format and was left out (1 time, first on this line)',
    ]);
  });

  it('tells findings in Chinese too', () => {
    const [item] = read('{');
    expect(item?.kind === 'finding' && messageText('zh-CN', item.message)).toBe(
      '不是完整的 JSON 对象（文件是否被截断？）',
    );
  });
});
