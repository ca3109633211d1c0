/** Days and times as a person of the language reads them. */
import type { Language } from '#shared/model/settings.ts';

/** An ISO 8601 time as a short day and time in the person's zone; as it stands where it is not a time. */
export function showTime(iso: string, language: Language): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
