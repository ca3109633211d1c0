/** One clear sentence or two for an error: what, where, what was kept, what to do. */
import type { ErrorValue } from '../api/errors.ts';
import type { Language } from '../model/settings.ts';
import { translate } from './text.ts';

/** The text for an error in the person's language. Every code has one (checked by types and a test). */
export function errorText(language: Language, error: ErrorValue): string {
  return translate(language, `error.${error.code}`, error.details);
}
