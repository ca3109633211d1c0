import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GOLDEN } from '#shared/format/testing/golden.ts';
import { messageText } from '#shared/i18n/message.ts';
import { Tagset } from '#shared/model/tagset.ts';
import { readOpsLines, resolveOps } from './ops-file.ts';

const newsTagset = Tagset.parse(
  JSON.parse(readFileSync(new URL('../../../resources/tagsets/news-zh.json', import.meta.url), 'utf8')),
);
const ID = GOLDEN.id ?? '';
const last = { T: 12, E: 2, D: 1, R: 2 };

function resolve(...ops: readonly object[]) {
  const lines = readOpsLines(ops.map((op) => JSON.stringify({ document: ID, ...op })).join('\n'), 'ops.jsonl');
  const documents = new Map(lines.map(({ document }) => [document, { text: GOLDEN.text, last }]));
  return resolveOps(lines, documents, newsTagset, 'codepoint', 'ops.jsonl');
}

/** The line and the reason of a refusal. */
function refusal(...ops: readonly object[]): readonly unknown[] {
  try {
    resolve(...ops);
  } catch (error) {
    const { code, details } = error as { code: string; details: { line: number; reason: string } };
    return [code, details.line, messageText('en', details.reason)];
  }
  return [];
}

const SPAN = { label: 'LOC', start: 0, end: 3, text: '𠮷水镇' };

describe('resolveOps', () => {
  it('takes every key that a mark has', () => {
    const [edit] = resolve({
      kind: 'span.add',
      span: { ...SPAN, attributes: { mention: 'name' }, entity: null, note: '镇' },
    });
    expect(edit?.edit).toEqual({
      kind: 'span.add',
      span: {
        id: 'T13',
        label: 'LOC',
        fragments: [[0, 4]],
        attributes: { mention: 'name' },
        entity: null,
        note: '镇',
        provenance: 'manual',
      },
    });
  });

  it.each([
    ['span', { kind: 'span.add', span: { ...SPAN, atributes: {} } }, 'span: Unrecognized key: "atributes"'],
    [
      'frame',
      { kind: 'frame.add', frame: { label: 'Meeting', start: 0, end: 3, argments: [] } },
      'frame: Unrecognized key: "argments"',
    ],
    [
      'argument',
      {
        kind: 'frame.add',
        frame: { label: 'Meeting', start: 0, end: 3, arguments: [{ role: 'convener', target: 'T12', x: 1 }] },
      },
      'frame.arguments.0: Unrecognized key: "x"',
    ],
    [
      'relation',
      { kind: 'relation.add', relation: { label: 'same_as', from: 'T2', to: 'T12', notes: '' } },
      'relation: Unrecognized key: "notes"',
    ],
    ['change', { kind: 'span.change', id: 'T2', set: { atributes: {} } }, 'set: Unrecognized key: "atributes"'],
  ])('refuses a misspelt key of a %s with its line', (_name, op, expected) => {
    expect(refusal({ kind: 'span.add', span: SPAN }, op)).toEqual(['ops-line', 2, expected]);
  });
});
