import { describe, expect, it } from 'vitest';
import { findFormat, formatInfo, listFormats, sniffFormat } from './registry.ts';

const sniff = (name: string, text: string | null) => sniffFormat({ name, text, bytes: new Uint8Array() }).name;

describe('sniffFormat', () => {
  it('looks at the content, not only the name', () => {
    expect(sniff('a.txt', '{"format":"zhupi.document/1","id":"d_1"')).toBe('jsonl');
    expect(sniff('a.txt', '{"id":"d_1","format": "zhupi.document/1"}')).toBe('jsonl');
    expect(sniff('b.jsonl', '{"id":"a_1","label":"PER"}')).toBe('jsonl');
    expect(sniff('a.txt', '青禾区召开会议')).toBe('newspaper');
    expect(sniff('a', null)).toBe('newspaper');
  });

  it('takes what is JSON by its beginning or its name for a corpus, so that it is refused with its line', () => {
    expect(sniff('a.txt', `{"id":"d_1","text":"${'青'.repeat(100)}`)).toBe('jsonl');
    expect(sniff('a.jsonl', '青禾区召开会议')).toBe('jsonl');
    expect(sniff('A.NDJSON', null)).toBe('jsonl');
    expect(sniff('a.txt', '{青禾区}')).toBe('newspaper');
  });
});

describe('findFormat', () => {
  it('refuses an unknown name', () => {
    expect(() => findFormat('nope')).toThrow('format-unknown');
  });

  it('describes every format as plain data', () => {
    for (const format of listFormats()) expect(structuredClone(formatInfo(format)).name).toBe(format.name);
  });
});
