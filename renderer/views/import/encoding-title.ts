/** Encodings as people write them. */
import type { EncodingName } from '#shared/model/encoding.ts';

const TITLES: Readonly<Record<EncodingName, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030 (GBK)',
  big5: 'Big5',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  shift_jis: 'Shift_JIS',
  'euc-kr': 'EUC-KR',
};

/** The usual spelling; the same in every language. */
export function encodingTitle(name: EncodingName): string {
  return TITLES[name];
}
