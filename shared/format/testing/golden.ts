/** A document with everything that a format may have to hold: astral characters, nesting, gaps, frames in frames. Invented text. */
import { Frame } from '../../model/frame.ts';
import { DocumentId } from '../../model/ids.ts';
import { Relation } from '../../model/relation.ts';
import { Span } from '../../model/span.ts';
import type { CorpusDocument, InputFile } from '../format.ts';

/** 𠮷 is one code point, two UTF-16 code units and four bytes of UTF-8. */
export const GOLDEN_TEXT =
  '𠮷水镇召开会议。镇长林小满强调，各村、社区要落实《清溪办法》，年底前完成。😀\n代表何、白两人签约。';

const at = (quote: string, from = 0): [number, number] => {
  const start = GOLDEN_TEXT.indexOf(quote, from);
  if (start < 0) throw new Error(quote);
  return [start, start + quote.length];
};

const span = (id: string, label: string, fragments: [number, number][], rest: object = {}) =>
  Span.parse({ id, label, fragments, provenance: 'imported', ...rest });
const frame = (id: string, label: string, fragments: [number, number][], rest: object = {}) =>
  Frame.parse({ id, label, fragments, provenance: 'imported', ...rest });

/** Marks are out of order on purpose. */
export const GOLDEN: CorpusDocument = {
  id: DocumentId.parse('d_01HGOLDEN0000000000000000A'),
  title: '𠮷水镇召开会议',
  text: GOLDEN_TEXT,
  meta: { zone: '甲', date: '2021-11-05', byline: ['方一'], area: '乙', page: '2' },
  source: { file: 'page.txt', sha256: 'ab'.repeat(32), encoding: 'utf-8', index: 1 },
  annotator: 'gold',
  status: 'done',
  labels: ['politics'],
  note: null,
  spans: [
    span('T10', 'PER', [at('林小满')], { attributes: { mention: 'name', a: ['x', 'y'] }, note: '镇长' }),
    span('T2', 'LOC', [at('𠮷水镇')], { entity: 'a_01HPLACE' }),
    span('T12', 'ORG', [at('𠮷水镇')]),
    span('T3', 'TITLE', [at('镇长')]),
    span('T4', 'ORG', [at('各村'), at('社区')]),
    span('T5', 'POLICY', [at('《清溪办法》')]),
    span('T6', 'TIME', [at('年底前')]),
    span('T7', 'PER', [at('何'), at('两人')]),
  ],
  frames: [
    frame('D1', 'requirement', [at('各村、社区要落实《清溪办法》，年底前完成')], {
      arguments: [
        { role: 'issuer', target: 'T10' },
        { role: 'basis', target: 'T5' },
        { role: 'addressee', target: 'T4' },
      ],
      attributes: { force: 'must' },
    }),
    frame('E2', 'Speech', [at('强调')], { arguments: [{ role: 'speaker', target: 'T10' }] }),
    frame('E1', 'Meeting', [at('召'), at('会议')], {
      arguments: [
        { role: 'subevent', target: 'E2' },
        { role: 'convener', target: 'T12' },
      ],
      note: '例会',
    }),
  ],
  relations: [
    Relation.parse({ id: 'R2', label: 'holds_title', from: 'T10', to: 'T3', provenance: 'imported' }),
    Relation.parse({ id: 'R1', label: 'same_as', from: 'T2', to: 'T12', provenance: 'imported' }),
  ],
};

/** A file in memory. */
export function memoryFile(name: string, text: string): InputFile {
  return {
    name,
    lines: () => text.replace(/\n$/, '').split('\n'),
    bytes: () => {
      throw new Error('not asked for');
    },
  };
}
