/** A text file as articles: decoded, read as a page, with what a person should know about the decoding. */
import { extname } from 'node:path';
import type { z } from 'zod';
import { ZhupiError } from '#shared/api/errors.ts';
import { encodeMessage } from '#shared/i18n/message.ts';
import type { Meta } from '#shared/model/document.ts';
import type { ArticleProposal, PageReading } from '#shared/model/page.ts';
import type { ImportWarning } from '#shared/model/transfer.ts';
import { type Decoded, decodeBytes } from '../readers/encoding.ts';
import { readPage } from '../readers/newspaper.ts';
import { MAX_WHOLE_BYTES } from './disk-file.ts';
import type { PlannedFile } from './import-plan.ts';

type Warning = z.infer<typeof ImportWarning>;

/** More damage than this share of the characters means the wrong encoding, not a damaged file. */
const MAX_DAMAGE = 0.005;

/** The bytes as text. @throws ZhupiError file-empty, file-binary, file-too-large */
export function decodeFile({ source, file }: PlannedFile, bytes: Uint8Array): Decoded {
  try {
    return decodeBytes(bytes, source.encoding, { maxBytes: MAX_WHOLE_BYTES });
  } catch (error) {
    if (!(error instanceof ZhupiError)) throw error;
    const details: Record<string, string | number | boolean | null> = { file: file.name, ...error.details };
    if (error.code === 'file-binary' && details['byteOffset'] === null) details['byteOffset'] = '?';
    throw new ZhupiError(error.code, details, { cause: error });
  }
}

/**
 * Refuses a text whose bytes do not fit its encoding: more than a few of them, or the very last ones (it was cut off).
 * @throws ZhupiError file-encoding
 */
export function refuseDamaged({ file }: PlannedFile, decoded: Decoded): void {
  const { undecodable, firstBad, text, encoding } = decoded;
  if (undecodable === 0 || firstBad === null) return;
  const isCutOff = undecodable === 1 && firstBad.byteOffset >= file.size - 4;
  if (isCutOff || undecodable > text.length * MAX_DAMAGE)
    throw new ZhupiError('file-encoding', { file: file.name, encoding, ...firstBad });
}

/** What a person should know about the decoding. */
export function decodingWarnings({ file }: PlannedFile, decoded: Decoded): readonly Warning[] {
  const { undecodable, firstBad, encoding, isSure } = decoded;
  const out: Warning[] = [];
  if (!isSure)
    out.push({ file: file.name, line: null, message: encodeMessage('import.found.encodingGuessed', { encoding }) });
  if (undecodable > 0)
    out.push({
      file: file.name,
      line: firstBad?.line ?? null,
      message: encodeMessage('import.found.undecodable', { count: undecodable, encoding }),
    });
  return out;
}

/** The articles of a text. @throws ZhupiError page-adjustment; file-too-large for more lines than a page may have */
export function readArticles({ source, format, file }: PlannedFile, text: string): PageReading {
  const isPlain = source.split === 'none' || (format.name === 'text' && source.format === 'text');
  try {
    return readPage(text, { reader: isPlain ? 'plain' : 'newspaper', adjustments: source.adjustments ?? undefined });
  } catch (error) {
    if (!(error instanceof ZhupiError) || error.code !== 'file-too-large') throw error;
    const count = Number(error.details['limit']);
    const limit = encodeMessage('import.found.limitLines', { count });
    throw new ZhupiError('file-too-large', { file: file.name, bytes: file.size, limit }, { cause: error });
  }
}

/** An article's title; a text without one is called after its file. */
export function titleOf(article: ArticleProposal, file: string): string {
  return article.title === '' ? file.slice(0, file.length - extname(file).length) || file : article.title;
}

/** What the page says about an article. */
export function metaOf(article: ArticleProposal): Meta {
  const { publication, date, page, byline, kicker } = article;
  const meta: Record<string, Meta[string]> = {};
  if (publication !== null) meta['publication'] = publication;
  if (date !== null) meta['date'] = date;
  if (page !== null) meta['page'] = page;
  if (byline.length > 0) meta['byline'] = [...byline];
  if (kicker !== null) meta['kicker'] = kicker;
  return meta;
}
