import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../api/errors.ts';
import { en } from './en.ts';
import { errorText } from './error-text.ts';
import { translate } from './text.ts';
import { zhCN } from './zh-CN.ts';

const slots = (text: string) => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1]).toSorted();

describe('the two languages', () => {
  it('have the same keys, and the same slots in each text', () => {
    expect(Object.keys(zhCN).toSorted()).toEqual(Object.keys(en).toSorted());
    const differing = Object.keys(en).filter((key) => {
      const names = (table: Readonly<Record<string, string>>) => [...new Set(slots(table[key] ?? ''))].join(' ');
      return names(en) !== names(zhCN);
    });
    expect(differing).toEqual([]);
  });

  it('leave no English in a Chinese text but names of formats, keys and commands', () => {
    const wordy = Object.entries(zhCN).filter(
      ([key, text]) => /[a-z]+ [a-z]+ [a-z]+/i.test(text.replace(/“[^”]*”/g, '')) && key !== 'command.view.language',
    );
    expect(wordy).toEqual([]);
  });
});

describe('translate', () => {
  it('fills slots, chooses by number, and shows a slot that nobody filled', () => {
    expect(translate('en', 'count.documents', { n: 1 })).toBe('1 document');
    expect(translate('en', 'count.documents', { n: 1234 })).toBe('1,234 documents');
    expect(translate('zh-CN', 'count.documents', { n: 3 })).toBe('3 篇文档');
    expect(translate('en', 'error.not-found')).toBe('{what} does not exist.');
  });
});

describe('errorText', () => {
  it('has a text for every code in both languages', () => {
    for (const code of ERROR_CODES)
      for (const language of ['en', 'zh-CN'] as const)
        expect(errorText(language, { code, details: {} }).length).toBeGreaterThan(4);
  });

  it('tells the reason of an operation that stands in a file', () => {
    const error = {
      code: 'ops-line',
      details: { file: 'ops.jsonl', line: 3, code: 'edit-id-missing', id: 'T9' },
    } as const;
    expect(errorText('en', error)).toBe(
      'ops.jsonl, line 3: T9 does not exist in this document. Nothing was changed; mend the line and run it again.',
    );
    expect(errorText('zh-CN', error)).toContain('本文档中没有 T9');
  });
});
