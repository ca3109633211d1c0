/** File grants in memory: tokens for the paths that a person chose while the app runs. */
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, parse, resolve, sep } from 'node:path';
import type { FileGrants } from '#core/ports.ts';
import { ZhupiError } from '#shared/api/errors.ts';

/** An empty set of grants. The same path gets the same token. */
export function makeGrants(): FileGrants {
  const tokens = new Map<string, string>();
  const paths = new Map<string, string>();
  return {
    grant(path) {
      // A separator at the end says that a folder is meant, which may not exist yet.
      const absolute =
        /[/\\]$/.test(path) && resolve(path) !== parse(resolve(path)).root ? `${resolve(path)}${sep}` : resolve(path);
      const token = tokens.get(absolute) ?? `g_${randomUUID()}`;
      tokens.set(absolute, token);
      paths.set(token, absolute);
      return { token, name: basename(absolute), size: sizeOf(absolute) };
    },
    path(token) {
      const path = paths.get(token);
      if (path === undefined) throw new ZhupiError('grant-unknown');
      return path;
    },
  };
}

function sizeOf(path: string): number | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stats.size : null;
  } catch {
    // A folder that may not be entered: reading it later says so; here the size is just not known.
    return null;
  }
}
