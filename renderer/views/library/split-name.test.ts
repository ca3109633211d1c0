import { describe, expect, it } from 'vitest';
import { splitName } from './split-name.ts';

describe('splitName', () => {
  it('leaves a short name whole', () => {
    expect(splitName('望溪日报')).toEqual(['望溪日报', '']);
    expect(splitName('0123456789abcdef')).toEqual(['0123456789abcdef', '']);
  });

  it('keeps the last eight characters of a long name together', () => {
    expect(splitName('0123456789abcdefg')).toEqual(['012345678', '9abcdefg']);
  });

  it('counts characters as a person does and cuts none of them', () => {
    const family = '👨‍👩‍👧';
    const [head, tail] = splitName(`${'𠮷'.repeat(10)}${family.repeat(8)}`);
    expect(head).toBe('𠮷'.repeat(10));
    expect(tail).toBe(family.repeat(8));
  });

  it('takes the length of the end as it is asked', () => {
    expect(splitName('/home/someone/corpus.zhupi', 12)).toEqual(['/home/someone/', 'corpus.zhupi']);
  });
});
