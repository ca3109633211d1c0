/** A text of the app as a text of the tagset, which carries both languages. */
import { type TextKey, translate } from '#shared/i18n/text.ts';
import type { LocalText } from '#shared/model/tagset.ts';

/** The text in both languages. */
export function bothLanguages(key: TextKey): LocalText {
  return { en: translate('en', key), zh: translate('zh-CN', key) };
}
