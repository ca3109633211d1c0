/** tagset.*: the project's labels, and reading them from JSON. */
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { ZhupiError } from '#shared/api/errors.ts';
import { checkTagset } from '#shared/edit/check-tagset.ts';
import { parseTagsetText } from '#shared/edit/parse-tagset.ts';
import type { Tagset } from '#shared/model/tagset.ts';
import { builtInTagset } from '../built-in.ts';
import { inTransaction } from '../store/database.ts';
import { sourceError, targetError } from '../store/errors.ts';
import { missingLabels, readLabelUse } from '../store/label-use.ts';
import { tagsetText, writeTagset } from '../store/tagsets.ts';
import { writeWholeFile } from '../store/whole-file.ts';
import type { Handlers } from './handler.ts';

/** No tagset is larger; a bigger file is something else. */
const MAX_BYTES = 4 * 1024 * 1024;

/** Handlers for the tagset. */
export const tagsetHandlers = {
  'tagset.get': (context) => {
    const { tagset, hash } = context.session().tagset();
    return { tagset, hash };
  },

  'tagset.set': async (context, { tagset }) => {
    refuseBrokenTagset(tagset);
    const db = context.writable();
    await context.writeLock.run(() =>
      inTransaction(db, () => {
        const [missing] = missingLabels(readLabelUse(db), tagset);
        if (missing !== undefined) throw new ZhupiError('tagset-in-use', { ...missing });
        writeTagset(db, tagset, context.ports.clock.now());
      }),
    );
    context.events.emit({ kind: 'tagset.changed' });
    const stored = context.session().tagset();
    return { tagset: stored.tagset, hash: stored.hash };
  },

  'tagset.parse': (_context, { text }) => parseTagsetText(text),

  'tagset.read': ({ ports }, { file }) => parseTagsetText(readText(ports.grants.path(file))),

  'tagset.write': (context, { target }) => {
    const file = context.ports.grants.path(target);
    const text = tagsetText(context.session().tagset().tagset);
    try {
      return { bytes: writeWholeFile(file, text) };
    } catch (error) {
      throw targetError(error, file, dirname(file));
    }
  },

  'tagset.builtIn': ({ ports }) => ({ tagset: builtInTagset(ports.folders) }),
} satisfies Handlers;

/** @throws ZhupiError tagset-invalid with the first finding, its line counted in the text that `tagset.write` gives */
export function refuseBrokenTagset(tagset: Tagset): void {
  if (checkTagset(tagset).length === 0) return;
  const [finding] = parseTagsetText(tagsetText(tagset)).findings;
  const { line = 0, path = '', rule = '', message = '' } = finding ?? {};
  throw new ZhupiError('tagset-invalid', { file: 'tagset.json', line, path, rule, message });
}

function readText(path: string): string {
  const file = basename(path);
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) throw new ZhupiError('file-too-large', { file, bytes: size, limit: MAX_BYTES });
    bytes = readFileSync(path);
  } catch (error) {
    throw sourceError(error, path);
  }
  if (bytes.length === 0) throw new ZhupiError('file-empty', { file });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ZhupiError('file-format', { file, format: 'UTF-8 JSON', reason: 'UTF-8' }, { cause });
  }
}
