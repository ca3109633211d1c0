import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ZhupiError } from '#shared/api/errors.ts';
import type { EncodingName } from '#shared/model/encoding.ts';
import { encodeText } from './encode-for-tests.ts';
import { decodeBytes } from './encoding.ts';

const SHARED = process.env.ZHUPI_SHARED ?? '../shared';
const ROOT = join(SHARED, 'data/encodings');

function outcome(file: string): string {
  try {
    const { encoding, isSure } = decodeBytes(readFileSync(join(ROOT, file)), 'auto');
    return isSure ? encoding : `${encoding}?`;
  } catch (error) {
    if (error instanceof ZhupiError) return error.code;
    throw error;
  }
}

/** The folder is the truth; what it means for us. A question mark: the reader says that it is not sure. */
const FOLDERS: Readonly<Record<string, string>> = {
  Big5: 'big5',
  GB2312: 'gb18030',
  'UTF-16': 'utf-16be', // with a mark
  'UTF-16LE': 'utf-16le',
  'utf-8-sig': 'utf-8',
  'UTF-16BE': 'utf-16be?', // ASCII and letters beyond the BMP: not like Chinese text, so not sure
  'UTF-32': 'file-encoding', // not read; named in the message
  'iso-2022-jp': 'file-binary', // seven-bit with escape characters
  // Not told apart from Chinese encodings: their bytes are valid there too. A person chooses shift_jis; EUC-JP and
  // EUC-TW are not offered.
  CP932: 'gb18030?',
  SHIFT_JIS: 'gb18030?',
  'EUC-JP': 'big5?',
  'EUC-TW': 'gb18030?',
};

describe('decodeBytes on real files', () => {
  const files = readdirSync(join(ROOT, 'chardet')).flatMap((folder) =>
    readdirSync(join(ROOT, 'chardet', folder)).map((name) => [folder, join('chardet', folder, name)] as const),
  );

  it('knows every folder', () => {
    expect([...new Set(files.map(([folder]) => folder))].toSorted()).toEqual(Object.keys(FOLDERS).toSorted());
  });

  it.each(files)('reads %s as it should: %s', (folder, file) => {
    expect(outcome(file)).toBe(FOLDERS[folder]);
  });

  it('reads one poem alike from four encodings; UTF-7 is ASCII to it', () => {
    const read = (name: string): string =>
      decodeBytes(readFileSync(join(ROOT, 'zh-autoconvert-poem', name)), 'auto').text;
    expect(read('poem.gb')).toBe(read('poem.utf8'));
    expect(read('poem.uni')).toBe(read('poem.utf8'));
    expect(outcome('zh-autoconvert-poem/poem.big5')).toBe('big5');
    expect(outcome('zh-autoconvert-poem/poem.gb')).toBe('gb18030');
    expect(outcome('zh-autoconvert-poem/poem.uni')).toBe('utf-16be');
    expect(outcome('zh-autoconvert-poem/poem.utf7')).toBe('utf-8');
  });
});

describe('decodeBytes on the real page', () => {
  const text = readFileSync(join(SHARED, 'seed/newspaper-page.txt'), 'utf8');
  const encodings: readonly EncodingName[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];

  it.each(encodings)('reads it back from %s', (encoding) => {
    expect(decodeBytes(encodeText(text, encoding), 'auto')).toMatchObject({
      encoding,
      text,
      undecodable: 0,
      isSure: true,
    });
  });

  it.each(encodings)('knows every single line of it in %s', (encoding) => {
    const lines = text.split('\n').filter((line) => line !== '');
    const read = lines.map((line) => decodeBytes(encodeText(line, encoding), 'auto'));
    expect(read.map((decoded) => decoded.text)).toEqual(lines);
  });
});
