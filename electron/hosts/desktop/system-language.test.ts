import { describe, expect, it } from 'vitest';
import { languageOf } from './system-language.ts';

describe('languageOf', () => {
  it.each([
    [['zh-Hans-CN', 'en'], 'zh-CN'],
    [['zh'], 'zh-CN'],
    [['zh-TW'], 'zh-CN'],
    [['en-GB', 'zh-CN'], 'en'],
    [['de'], 'en'],
    [['zha'], 'en'],
    [[], 'en'],
  ])('reads %j as %s', (tags, language) => {
    expect(languageOf(tags)).toBe(language);
  });
});
