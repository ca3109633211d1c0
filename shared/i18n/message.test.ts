import { describe, expect, it } from 'vitest';
import { errorText } from './error-text.ts';
import { encodeError, encodeMessage, messageText, reasonText } from './message.ts';

describe('messageText', () => {
  it('puts a message into both languages, with messages inside it', () => {
    const inner = encodeError({ code: 'edit-id-missing', details: { id: 'T9' } });
    const message = encodeMessage('import.found.mark', { document: 'd_1', problem: inner });
    expect(messageText('en', message)).toBe('d_1: There is no T9 in this document');
    expect(messageText('zh-CN', message)).toBe('d_1：本文档中没有 T9');
  });

  it.each([
    ['entity', '实体'],
    ['event', '事件'],
    ['directive', '政策指令'],
    ['relation', '关系'],
    ['document', '文档'],
  ])('names the layer %s in the language', (layer, chinese) => {
    const details = { label: '甲', layer };
    expect(messageText('zh-CN', encodeError({ code: 'edit-label-unknown', details }))).toBe(
      `标签集的${chinese}层没有标签“甲”，未作任何更改。`,
    );
    expect(messageText('en', encodeMessage('problem.edit-label-unknown', details))).toBe(
      `The tagset has no ${layer} label “甲”.`,
    );
    expect(
      errorText('zh-CN', { code: 'ops-line', details: { file: 'a', line: 1, code: 'edit-label-unknown', ...details } }),
    ).toContain(`标签集的${chinese}层没有标签“甲”`);
  });

  it('leaves any other text as it is', () => {
    for (const text of ['plain words', 'import.found.mark {broken', 'no.such.key {}'])
      expect(messageText('en', text)).toBe(text);
  });
});

describe('errorText', () => {
  it('writes places without separators and leaves no slot open', () => {
    expect(errorText('en', { code: 'file-line', details: { file: 'a', line: 12345, reason: 'x' } })).toContain(
      'line 12345',
    );
    expect(errorText('en', { code: 'edit-offsets', details: { offset: 9, length: 3 } })).not.toContain('{');
  });
});

describe('reasonText', () => {
  it('says the reason without what was kept', () => {
    const message = encodeError({ code: 'file-empty', details: { file: 'a.txt' } });
    expect(reasonText('en', message)).toBe('a.txt is empty');
    expect(reasonText('zh-CN', message)).toBe('a.txt 是空文件');
  });
});
