/** What lies in the folder of an export already: files of an earlier export may be replaced, other people's may not. */
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { ZhupiError } from '#shared/api/errors.ts';
import { PARTS } from '#shared/format/split.ts';
import { Tagset } from '#shared/model/tagset.ts';
import { corpusPath, type ExportTarget } from './export-target.ts';
import { MANIFEST_FORMAT } from './manifest.ts';

/** The names of an export's companions. */
export const AUTHORITY = 'authority.jsonl';
export const TAGSET = 'tagset.json';
export const MANIFEST = 'manifest.json';

const EarlierManifest = z.object({
  format: z.literal(MANIFEST_FORMAT),
  files: z.array(z.object({ name: z.string() })),
});

/**
 * Refuses a folder where a companion would replace a file that no export of ours wrote, and gives the corpus files of an
 * earlier export to the same name (split or whole), of which those that are not written again are out of date.
 * @throws ZhupiError target-exists
 */
export function earlierCorpus(target: ExportTarget, tagset: Tagset): readonly string[] {
  if (target.isNew) return [];
  const listed = listedFiles(join(target.folder, MANIFEST));
  for (const name of [MANIFEST, TAGSET, AUTHORITY]) {
    const file = join(target.folder, name);
    const isOurs = name === MANIFEST ? listed !== null : listed?.has(name) === true;
    // The tagset that the project was made with says nothing that the export would not say again.
    const isSame = () => name === TAGSET && holdsTagset(file, tagset);
    if (!isOurs && isFile(file) && !isSame()) throw new ZhupiError('target-exists', { file });
  }
  const names = [null, ...PARTS].map((part) => basename(corpusPath(target, part)));
  return names.filter((name) => listed?.has(name) === true && isFile(join(target.folder, name)));
}

/** The files that a manifest of ours lists; null where there is none. */
function listedFiles(path: string): ReadonlySet<string> | null {
  try {
    const { files } = EarlierManifest.parse(JSON.parse(readFileSync(path, 'utf8')));
    return new Set(files.map(({ name }) => name));
  } catch {
    // Missing, unreadable or somebody else's: in no case ours.
    return null;
  }
}

function holdsTagset(path: string, tagset: Tagset): boolean {
  try {
    return (
      JSON.stringify(Tagset.parse(JSON.parse(readFileSync(path, 'utf8')))) === JSON.stringify(Tagset.parse(tagset))
    );
  } catch {
    return false;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
