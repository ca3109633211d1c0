/** Texts for people: lookup with `{name}` slots. Same keys in both languages, checked by types. */
import type { Language } from '../model/settings.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

/** The key of a text. */
export type TextKey = Extract<keyof typeof en, string>;

/** A table with every key. */
export type TextTable = Readonly<Record<TextKey, string>>;

/** What fills the slots of a text. */
export type TextValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

const TABLES: Readonly<Record<Language, TextTable>> = { en, 'zh-CN': zhCN };

/**
 * The text for a key, its `{slots}` filled. In a text, `{n|one|many}` chooses by the number in slot n.
 * An unfilled slot is left as it is, so that a mistake is seen.
 */
export function translate(language: Language, key: TextKey, values: TextValues = {}): string {
  const text: string = TABLES[language][key];
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined || value === null) return one === undefined ? whole : (many ?? '');
    if (one !== undefined) return Number(value) === 1 ? one : (many ?? '');
    return typeof value === 'number' ? value.toLocaleString(language) : String(value);
  });
}

/** True where a text with this key exists. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}
