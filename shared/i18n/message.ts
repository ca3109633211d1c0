/** Messages that travel inside reports as text and are put into a person's language where they are shown. */
import type { ErrorValue } from '../api/errors.ts';
import type { Language } from '../model/settings.ts';
import { isTextKey, type TextKey, translate } from './text.ts';

/** What fills a message's slots. A value may itself be an encoded message. */
export type MessageValues = Readonly<Record<string, string | number | boolean | null>>;

/** A message as one string: the key of its text, a blank, the values as JSON. `messageText` is the way back. */
export function encodeMessage(key: TextKey, values: MessageValues = {}): string {
  return `${key} ${JSON.stringify(values)}`;
}

/** An error as such a string. */
export function encodeError(error: ErrorValue): string {
  return encodeMessage(`error.${error.code}`, error.details);
}

/** The message in a language, its values too where they are messages. Any other text comes back as it is. */
export function messageText(language: Language, message: string): string {
  const blank = message.indexOf(' {');
  const key = blank < 0 ? message : message.slice(0, blank);
  if (!isTextKey(key)) return message;
  const values = blank < 0 ? {} : parseValues(message.slice(blank + 1));
  if (values === null) return message;
  return translate(language, key, inLanguage(language, values));
}

/** The same for a message inside another one, which says once what was kept and what to do, and ends the sentence. */
export function reasonText(language: Language, message: string): string {
  const text = messageText(language, message);
  return text === message ? text : text.replace(ADVICE, '').replace(/[.。]$/, '');
}

/** Values with the messages among them, and the name of a `layer`, put into the language. */
export function inLanguage(language: Language, values: MessageValues): MessageValues {
  // Some texts have slots for either of two facts.
  const known = { fragments: '', offset: '', ...values };
  return Object.fromEntries(Object.entries(known).map(([name, value]) => [name, slot(language, name, value)]));
}

function slot(language: Language, name: string, value: MessageValues[string]): MessageValues[string] {
  if (typeof value === 'number') return PLACES.has(name) ? String(value) : value;
  if (typeof value !== 'string') return value;
  const layer: string = `layer.one.${value}`;
  if (name === 'layer' && isTextKey(layer)) return translate(language, layer);
  return reasonText(language, value);
}

/** Places are written without separators, so that they can be found again in a file. */
const PLACES: ReadonlySet<string> = new Set(['line', 'column', 'byteOffset', 'offset', 'start', 'end', 'position']);
const ADVICE = /(\. Nothing was .*|[，。；]未[^，]*任何(更改|内容).*)$/s;

function parseValues(json: string): MessageValues | null {
  try {
    return JSON.parse(json) as MessageValues;
  } catch {
    // A text that only begins like a message.
    return null;
  }
}
