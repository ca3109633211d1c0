/** What the app brings along: the built-in tagset. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tagset } from '#shared/model/tagset.ts';
import type { Folders } from './ports.ts';

/** The built-in tagset `news-zh`. */
export function builtInTagset(folders: Folders): Tagset {
  return Tagset.parse(JSON.parse(readFileSync(join(folders.resources, 'tagsets', 'news-zh.json'), 'utf8')));
}
