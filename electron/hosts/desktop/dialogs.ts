/** What the native dialogs show, as tables by purpose. Pure. */
import { extname, join } from 'node:path';
import type { FileFilter, OpenDialogOptions, SaveDialogOptions } from 'electron';
import type { MethodParsed } from '#shared/api/contract.ts';
import { translate } from '#shared/i18n/text.ts';
import type { Language } from '#shared/model/settings.ts';

type PickInput = MethodParsed<'host.pickFiles'>;
type TargetInput = MethodParsed<'host.pickTarget'>;

/** File name endings that are shown first when texts are brought in; every other file can still be chosen. */
const TEXT_EXTENSIONS = [
  'txt',
  'text',
  'md',
  'html',
  'htm',
  'docx',
  'odt',
  'epub',
  'pdf',
  'csv',
  'tsv',
  'jsonl',
  'ndjson',
  'json',
  'xml',
];

/** The ending that a file of this purpose must have, without the dot. */
const TARGET_EXTENSIONS: Readonly<Partial<Record<TargetInput['purpose'], string>>> = {
  project: 'zhupi',
  backup: 'zhupi',
  tagset: 'json',
};

/** The dialog that chooses files to read. `folder`: where it starts. */
export function pickOptions(input: PickInput, language: Language, folder: string): OpenDialogOptions {
  return {
    title: translate(language, `desktop.pick.${input.purpose}`),
    defaultPath: folder,
    filters: [pickFilter(input.purpose, language), all(language)],
    properties: input.isMultiple ? ['openFile', 'multiSelections'] : ['openFile'],
  };
}

/** The dialog that chooses where to write. */
export function targetOptions(input: TargetInput, language: Language, folder: string): SaveDialogOptions {
  const name = targetName(input);
  const extension = extname(name).slice(1);
  const filter =
    input.purpose === 'project' || input.purpose === 'backup' ? projects(language) : kind(extension, language);
  return {
    title: translate(language, `desktop.target.${input.purpose}`),
    defaultPath: join(folder, name),
    filters: extension === '' ? [all(language)] : [filter, all(language)],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
}

/** The chosen path with the ending that its purpose demands: not every system's dialog adds it. */
export function withExtension(path: string, purpose: TargetInput['purpose']): string {
  const wanted = TARGET_EXTENSIONS[purpose];
  return wanted === undefined || path.toLowerCase().endsWith(`.${wanted}`) ? path : `${path}.${wanted}`;
}

/** A suggested name comes from the page: its last part only, without what systems forbid in names. */
function targetName({ purpose, suggestedName }: TargetInput): string {
  const last = suggestedName.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[<>:"|?*\p{Cc}\p{Cf}]/gu, '_').replace(/^[\s.]+|[\s.]+$/g, '');
  return withExtension(plain === '' ? purpose : plain, purpose);
}

function pickFilter(purpose: PickInput['purpose'], language: Language): FileFilter {
  if (purpose === 'import') return { name: translate(language, 'desktop.filter.texts'), extensions: TEXT_EXTENSIONS };
  if (purpose === 'tagset') return { name: translate(language, 'desktop.filter.tagset'), extensions: ['json'] };
  return projects(language);
}

function projects(language: Language): FileFilter {
  return { name: translate(language, 'desktop.filter.project'), extensions: ['zhupi'] };
}

function kind(extension: string, language: Language): FileFilter {
  return {
    name: translate(language, 'desktop.filter.kind', { extension: extension.toUpperCase() }),
    extensions: [extension],
  };
}

function all(language: Language): FileFilter {
  return { name: translate(language, 'desktop.filter.all'), extensions: ['*'] };
}
