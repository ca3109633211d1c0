/** The language of the machine, as far as the app speaks it. Pure. */
import type { Language } from '#shared/model/settings.ts';

/** 简体中文 where the person's first language is any Chinese, otherwise English. `tags`: BCP 47, most wanted first. */
export function languageOf(tags: readonly string[]): Language {
  return /^zh\b/i.test(tags[0] ?? '') ? 'zh-CN' : 'en';
}
