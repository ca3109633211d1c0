/** Texts in the person's language, inside components. */
import { useCallback } from 'react';
import { type TextKey, type TextValues, translate } from '#shared/i18n/text.ts';
import type { Language } from '#shared/model/settings.ts';
import type { LocalText } from '#shared/model/tagset.ts';
import { useApp } from './store.ts';

/** A lookup bound to the language in use. */
export type Translate = (key: TextKey, values?: TextValues) => string;

/** The language the page is shown in. */
export function useLanguage(): Language {
  return useApp((state) => state.language());
}

/** The lookup for the language in use; a component that calls it renders again when the language changes. */
export function useText(): Translate {
  const language = useLanguage();
  return useCallback((key, values) => translate(language, key, values), [language]);
}

/** A tagset's text in the language. */
export function local(text: LocalText, language: Language): string {
  return language === 'en' ? text.en : text.zh;
}
