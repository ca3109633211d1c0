/** One clear sentence or two for an error: what, where, what was kept, what to do. */
import { type ErrorValue, isErrorCode } from '../api/errors.ts';
import type { Language } from '../model/settings.ts';
import { inLanguage } from './message.ts';
import { isTextKey, translate } from './text.ts';

/** The text for an error in the person's language. Every code has one (checked by types and a test). */
export function errorText(language: Language, error: ErrorValue): string {
  const reason = reasonOf(language, error);
  const details = reason === undefined ? error.details : { ...error.details, reason };
  return translate(language, `error.${error.code}`, inLanguage(language, details));
}

/** An error that stands for another (an operation of a file) tells the other's reason in one sentence. */
function reasonOf(language: Language, { details }: ErrorValue): string | number | boolean | null | undefined {
  const { code, reason } = details;
  if (reason !== undefined || typeof code !== 'string') return reason;
  const short = `problem.${code}`;
  if (isTextKey(short)) return translate(language, short, inLanguage(language, details)).replace(/[.。]$/, '');
  return isErrorCode(code) ? translate(language, `error.${code}`, inLanguage(language, details)) : code;
}
