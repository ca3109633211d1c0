import { describe, expect, it } from 'vitest';
import { systemLanguage } from './system-language.ts';

describe('systemLanguage', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'en-GB', 'zh-CN'],
    [{ LANG: 'zh_TW.UTF-8' }, 'en-GB', 'zh-CN'],
    [{ LANG: 'en_GB.UTF-8' }, 'zh-CN', 'en'],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
    [{ LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_GB.UTF-8' }, 'en-GB', 'zh-CN'],
    [{ LC_ALL: '', LANG: '' }, 'zh-Hans-CN', 'zh-CN'],
    [{}, 'de-DE', 'en'],
  ] as const)('reads %j with the locale %s as %s', (environment, locale, language) => {
    expect(systemLanguage(environment, locale)).toBe(language);
  });
});
