/** The formats that the app reads and writes, in the order in which they are listed. A new codec adds one entry here. */
import { ZhupiError } from '../api/errors.ts';
import type { FormatInfo } from '../model/transfer.ts';
import type { FileHead, Format } from './format.ts';

const NATIVE = /^\s*\{\s*"format"\s*:\s*"zhupi\.document\//;
const NATIVE_LATER = /^\s*\{[^\n]*"format"\s*:\s*"zhupi\.document\//;
const OBJECT = /^\s*\{\s*"/;
const JSON_LINES = /\.(jsonl|ndjson)$/i;
const AUTHORITY = /^\s*\{\s*"id"\s*:\s*"a_[^"]*"\s*,/;

const FORMATS: readonly Format[] = [
  {
    name: 'jsonl',
    title: 'Zhupi JSONL',
    extensions: ['jsonl', 'ndjson'],
    reads: true,
    writes: true,
    carries: [
      'text',
      'metadata',
      'source',
      'annotator',
      'status',
      'document-labels',
      'spans',
      'nested',
      'discontinuous',
      'events',
      'directives',
      'relations',
      'attributes',
      'notes',
      'authority',
    ],
    options: [],
    sniff: ({ name, text }) => {
      // The key may lie beyond the head, or the JSON be broken: the reader then says where.
      const byLook = JSON_LINES.test(name) || OBJECT.test(text ?? '') ? 0.5 : 0;
      if (text === null) return byLook;
      return NATIVE.test(text) || AUTHORITY.test(text) ? 1 : NATIVE_LATER.test(text) ? 0.9 : byLook;
    },
    load: async () => (await import('./jsonl.ts')).jsonl,
  },
  {
    name: 'text',
    title: 'Plain text',
    extensions: ['txt', 'text'],
    reads: true,
    writes: false,
    carries: ['text'],
    options: [],
    sniff: () => 0.1,
    load: null,
  },
  {
    name: 'newspaper',
    title: 'Newspaper page',
    extensions: ['txt', 'text'],
    reads: true,
    writes: false,
    carries: ['text', 'metadata', 'source'],
    options: [],
    sniff: () => 0.2,
    load: null,
  },
];

/** All formats. */
export function listFormats(): readonly Format[] {
  return FORMATS;
}

/** What a format is, as plain data. */
export function formatInfo(format: Format): FormatInfo {
  const { sniff: _sniff, load: _load, ...info } = format;
  return info;
}

/** The format with this name. @throws ZhupiError format-unknown */
export function findFormat(name: string): Format {
  const found = FORMATS.find((format) => format.name === name);
  if (found === undefined) throw new ZhupiError('format-unknown', { format: name });
  return found;
}

/** The format that fits the beginning of a file best; between equals the file's extension decides, then the order. */
export function sniffFormat(head: FileHead): Format {
  const extension = /\.([^./\\]+)$/.exec(head.name)?.[1]?.toLowerCase() ?? '';
  let best: { readonly format: Format; readonly score: number } | undefined;
  for (const format of FORMATS) {
    if (!format.reads) continue;
    const score = format.sniff(head) + (format.extensions.includes(extension) ? 0.01 : 0);
    if (score > 0 && (best === undefined || score > best.score)) best = { format, score };
  }
  return best?.format ?? findFormat('text');
}
