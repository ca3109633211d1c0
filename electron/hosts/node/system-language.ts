/** The language of the machine, as far as the app speaks it. */
import type { Language } from '#shared/model/settings.ts';

/**
 * 简体中文 where the machine speaks any Chinese, otherwise English. The first that is set counts:
 * LC_ALL, LC_MESSAGES, LANG (POSIX), then `locale`, which is the runtime's own (macOS, Windows).
 */
export function systemLanguage(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  locale: string = Intl.DateTimeFormat().resolvedOptions().locale,
): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return (LC_ALL || LC_MESSAGES || LANG || locale).toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
