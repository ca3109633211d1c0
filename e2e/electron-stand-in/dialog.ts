/** `dialog`: answered by the test beforehand; one that no answer waits for is a failure. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { checkOptions, refusal, strict } from './strict.ts';

/** An answer that a test gives beforehand. Null: the person changed their mind. */
export const DialogAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), files: z.array(z.string()).min(1).nullable() }),
  z.object({ kind: z.literal('save'), file: z.string().nullable() }),
  z.object({ kind: z.literal('message'), button: z.int() }),
]);
export type DialogAnswer = z.infer<typeof DialogAnswer>;

/** A dialog that was shown. */
export interface ShownDialog {
  readonly kind: string;
  readonly options: Readonly<Record<string, unknown>>;
}

const answers: DialogAnswer[] = [];

/** Every dialog so far, oldest first. */
export const shownDialogs: ShownDialog[] = [];

/** Puts an answer in the queue. */
export function answerDialog(answer: DialogAnswer): void {
  answers.push(answer);
}

/** Answers that no dialog took. */
export function unusedAnswers(): readonly DialogAnswer[] {
  return answers;
}

const FILE_OPTIONS = ['title', 'defaultPath', 'filters', 'properties', 'buttonLabel'];
const OPEN_PROPERTIES = ['openFile', 'openDirectory', 'multiSelections'];
const SAVE_PROPERTIES = ['createDirectory', 'showOverwriteConfirmation'];

function take<K extends DialogAnswer['kind']>(kind: K, values: readonly unknown[], known: readonly string[]) {
  const options = (values.at(-1) ?? {}) as Readonly<Record<string, unknown>>;
  checkOptions(`${kind} dialog`, options, known);
  shownDialogs.push({ kind, options: structuredClone(options) });
  const answer = answers.shift();
  if (answer?.kind !== kind)
    throw refusal(`a ${kind} dialog that the test does not expect: ${JSON.stringify(options)}`);
  return { options, answer: answer as Extract<DialogAnswer, { readonly kind: K }> };
}

function checkProperties(options: Readonly<Record<string, unknown>>, known: readonly string[]): void {
  for (const property of (options['properties'] ?? []) as readonly string[])
    if (!known.includes(property)) throw refusal(`dialog property ${property} is not implemented`);
}

export const dialog = strict('dialog', {
  async showOpenDialog(...values: unknown[]) {
    const { options, answer } = take('open', values, FILE_OPTIONS);
    checkProperties(options, OPEN_PROPERTIES);
    const isMultiple = ((options['properties'] ?? []) as readonly string[]).includes('multiSelections');
    const files = answer.files ?? [];
    if (files.length > 1 && !isMultiple) throw refusal('several files in a dialog for one');
    for (const file of files)
      if (!existsSync(file)) throw refusal(`a dialog cannot choose ${file}, which is not there`);
    return { canceled: answer.files === null, filePaths: files };
  },
  async showSaveDialog(...values: unknown[]) {
    const { options, answer } = take('save', values, FILE_OPTIONS);
    checkProperties(options, SAVE_PROPERTIES);
    if (answer.file !== null && !existsSync(dirname(answer.file))) throw refusal(`no folder for ${answer.file}`);
    return { canceled: answer.file === null, filePath: answer.file ?? '' };
  },
  async showMessageBox(...values: unknown[]) {
    const { answer } = take('message', values, ['type', 'message', 'detail', 'buttons']);
    return { response: answer.button, checkboxChecked: false };
  },
  showErrorBox(title: string, content: string): void {
    shownDialogs.push({ kind: 'error', options: { title, content } });
    throw refusal(`an error box: ${title}: ${content}`);
  },
});
