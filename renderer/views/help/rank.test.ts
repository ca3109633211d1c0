import { describe, expect, it } from 'vitest';
import { matchScore, rank } from './rank.ts';

describe('matchScore', () => {
  it('rates the same, the beginning, a word’s beginning, the inside and scattered characters in this order', () => {
    const scores = ['open', 'open project', 'to open', 'reopen it', 'o p e or n', 'close'].map((text) =>
      matchScore(text, 'open'),
    );
    expect(scores).toEqual([4, 3, 2.5, 2, 1, 0]);
  });

  it('does not count letter case, blanks and dots of omission', () => {
    expect(matchScore('Open project…', 'OPEN PROJECT')).toBe(4);
    expect(matchScore('导入 文件…', '导入文件')).toBe(4);
  });

  it('finds everything with nothing', () => {
    expect(matchScore('anything', '  ')).toBe(1);
  });
});

describe('rank', () => {
  const entries = [
    { id: 'trash', texts: ['移入回收站', 'Move to trash'] },
    { id: 'export', texts: ['导出语料…', 'Export corpus…'] },
    { id: 'import', texts: ['导入文件…', 'Bring in files…'] },
  ];
  const idsFor = (query: string) => rank(entries, query).map(({ id }) => id);

  it('finds by either language', () => {
    expect(idsFor('corpus')).toEqual(['export']);
    expect(idsFor('语料')).toEqual(['export']);
  });

  it('puts the better answer first and keeps the order of equals', () => {
    expect(idsFor('入')).toEqual(['trash', 'import']);
    expect(idsFor('导')).toEqual(['export', 'import']);
    expect(idsFor('')).toEqual(['trash', 'export', 'import']);
  });
});
