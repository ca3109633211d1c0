/** The projects opened on this machine, newest first: `recent.json` in the folder for the app's state. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { RecentProject } from '#shared/model/project.ts';
import type { Ports } from '../ports.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const Kept = z.object({ name: z.string(), path: z.string(), openedAt: z.string() }).readonly();
type Kept = z.infer<typeof Kept>;
const KeptList = z.array(Kept).readonly();

/** How many are remembered. */
const LIMIT = 20;

type Place = Pick<Ports, 'folders' | 'log'>;

const fileOf = ({ folders }: Place) => join(folders.state, 'recent.json');
const read = (place: Place): readonly Kept[] => readJsonFile(fileOf(place), KeptList, [], place.log);

/** The id of a project's place on this machine: it stays the same while the path does. */
export function recentId(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

/** The list, with what is no longer there marked. */
export function listRecent(place: Place): readonly RecentProject[] {
  return read(place).map((kept) => ({ ...kept, id: recentId(kept.path), isMissing: !existsSync(kept.path) }));
}

/** Puts a project first. */
export function addRecent(place: Place, project: Kept): void {
  const others = read(place).filter((kept) => kept.path !== project.path);
  writeJsonFile(fileOf(place), [project, ...others].slice(0, LIMIT));
}

/** Takes a project off the list; its file stays. */
export function forgetRecent(place: Place, id: string): void {
  const all = read(place);
  const left = all.filter((kept) => recentId(kept.path) !== id);
  if (left.length < all.length) writeJsonFile(fileOf(place), left);
}
