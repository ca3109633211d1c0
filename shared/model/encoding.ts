/** The character encodings that a text file can be read with, and what decoding one yields. */
import { z } from 'zod';

/** An encoding by its WHATWG label. `shift_jis` and `euc-kr` are only used when a person asks for them. */
export const EncodingName = z.enum(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-kr']);
export type EncodingName = z.infer<typeof EncodingName>;

/** The encodings that detection chooses from; where two fit equally well the earlier one wins. */
export const DETECTABLE_ENCODINGS = [
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16be',
] as const satisfies readonly EncodingName[];
