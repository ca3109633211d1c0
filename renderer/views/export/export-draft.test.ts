import { describe, expect, it } from 'vitest';
import { NEW_EXPORT, prettyRecord, showBytes, splitFault, suggestedName, toggled, toRequest } from './export-draft.ts';

describe('splitFault', () => {
  it('accepts whole percentages that add up to 100', () => {
    expect(splitFault({ ...NEW_EXPORT, isSplit: true })).toBeNull();
    expect(splitFault({ ...NEW_EXPORT, isSplit: true, train: 100, dev: 0, test: 0 })).toBeNull();
  });

  it('names what is wrong', () => {
    expect(splitFault({ ...NEW_EXPORT, isSplit: true, train: 70 })).toBe('sum');
    expect(splitFault({ ...NEW_EXPORT, isSplit: true, train: 80.5, dev: 9.5 })).toBe('range');
    expect(splitFault({ ...NEW_EXPORT, isSplit: true, train: 120, dev: -20, test: 0 })).toBe('range');
    expect(splitFault({ ...NEW_EXPORT, isSplit: true, dev: null })).toBe('range');
    expect(splitFault({ ...NEW_EXPORT, isSplit: true, seed: null })).toBe('seed');
  });

  it('does not look at parts that are not asked for', () => {
    expect(splitFault({ ...NEW_EXPORT, train: null })).toBeNull();
  });
});

describe('toRequest', () => {
  it('asks for everything at first', () => {
    expect(toRequest(NEW_EXPORT)).toEqual({
      format: 'jsonl',
      filter: { status: [], annotator: null, labels: [], documents: [] },
      offsetUnit: 'codepoint',
      split: null,
      options: {},
    });
  });

  it('carries the parts and their seed, and nothing while they are wrong', () => {
    expect(toRequest({ ...NEW_EXPORT, isSplit: true, seed: 7 })?.split).toEqual({
      train: 80,
      dev: 10,
      test: 10,
      seed: 7,
    });
    expect(toRequest({ ...NEW_EXPORT, isSplit: true, train: 1 })).toBeNull();
  });
});

describe('toggled', () => {
  it('puts in and takes out', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});

describe('suggestedName', () => {
  it('keeps the project’s name and takes the format’s ending', () => {
    const format = {
      name: 'jsonl',
      title: '',
      extensions: ['jsonl'],
      reads: true,
      writes: true,
      carries: [],
      options: [],
    };
    expect(suggestedName('望溪 2022/06', format)).toBe('望溪 2022 06.jsonl');
    expect(suggestedName(' ', format)).toBe('corpus.jsonl');
  });
});

describe('prettyRecord', () => {
  it('indents JSON, leaves other text, and cuts what is too long', () => {
    expect(prettyRecord('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(prettyRecord('T1\tPER 0 2')).toBe('T1\tPER 0 2');
    expect(prettyRecord('abcdef', 3)).toBe('abc\n…');
  });
});

describe('showBytes', () => {
  it('chooses a unit that fits', () => {
    expect(showBytes(1023, 'en')).toBe('1,023 B');
    expect(showBytes(1536, 'en')).toBe('1.5 KB');
    expect(showBytes(5 * 1024 * 1024, 'en')).toBe('5 MB');
  });
});
