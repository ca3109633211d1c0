/** What a command prints: results on standard output, everything else on standard error. */
import { type TextKey, type TextValues, translate } from '#shared/i18n/text.ts';
import type { Language } from '#shared/model/settings.ts';

/** Where a command's words go. */
export interface Print {
  readonly language: Language;
  readonly isJson: boolean;
  /** A text in the person's language. */
  text(key: TextKey, values?: TextValues): string;
  /** A line of the result for people; nothing with --json. */
  line(text: string): void;
  /** A line of the result in both cases. */
  raw(text: string): void;
  /** The one value of --json; nothing without. */
  json(value: unknown): void;
  /** A line on standard error. */
  note(text: string): void;
}

/** Prints to this process's streams. A reader that has gone away (`| head`) is no failure: the rest is just not printed. */
export function makePrint(language: Language, isJson: boolean): Print {
  let isGone = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isGone = true;
  });
  const out = (text: string) => {
    if (!isGone) process.stdout.write(`${text}\n`);
  };
  return {
    language,
    isJson,
    text: (key, values) => translate(language, key, values),
    line: (text) => {
      if (!isJson) out(text);
    },
    raw: out,
    json: (value) => {
      if (isJson) out(JSON.stringify(value));
    },
    note: (text) => {
      process.stderr.write(`${oneLine(text)}\n`);
    },
  };
}

/** Without line breaks, so that one message stays one line. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

/** Columns of text, padded by the width that terminals give to Chinese characters. Numbers are set to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => displayWidth(String(row[column] ?? '')))));
  return all.map((row) =>
    row
      .map((cell, column) => {
        const text = String(cell);
        const gap = ' '.repeat((widths[column] ?? 0) - displayWidth(text));
        return typeof cell === 'number' ? gap + text : text + gap;
      })
      .join('  ')
      .trimEnd(),
  );
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Cells that a text takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}
