/** What the core wrote for the person to take away: one file as itself, several as a zip. */
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, mkdirSync, readdirSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Zip, ZipDeflate } from 'fflate';
import { ZhupiError } from '#shared/api/errors.ts';
import { attachment, safeName } from './file-names.ts';

/** The downloads of one running host. */
export interface Downloads {
  /** A path in a fresh folder of its own, so that companions written beside it belong to it. */
  makeTarget(suggestedName: string): string;
  /** True for a path that `makeTarget` gave. */
  holds(path: string): boolean;
  /** The address for what lies at a target and beside it. @throws ZhupiError not-found where nothing was written */
  offer(path: string): string;
  /** True where an address was offered. */
  has(token: string): boolean;
  /** Sends what was offered. Files may have changed or gone since: then the connection breaks off. */
  send(response: ServerResponse, token: string, isHead: boolean): Promise<void>;
}

/** The start of a download's address; its token follows. */
export const DOWNLOAD_PATH = '/api/download/';

/** Downloads below `folder`, which is made when first needed. */
export function createDownloads(folder: string): Downloads {
  const offered = new Map<string, string>();
  return {
    makeTarget(suggestedName) {
      const own = join(folder, randomUUID());
      mkdirSync(own, { recursive: true });
      return join(own, safeName(suggestedName, 'zhupi'));
    },
    holds: (path) => dirname(dirname(path)) === folder,
    offer(path) {
      if (listFiles(dirname(path)).length === 0) throw new ZhupiError('not-found', { what: basename(path) });
      const token = randomBytes(24).toString('base64url');
      offered.set(token, path);
      return `${DOWNLOAD_PATH}${token}`;
    },
    has: (token) => offered.has(token),
    async send(response, token, isHead) {
      const path = offered.get(token);
      if (path === undefined) throw new ZhupiError('not-found', { what: token });
      const own = dirname(path);
      const files = listFiles(own);
      const only = files.length === 1 ? files[0] : undefined;
      if (only === undefined) await sendZip(response, own, files, `${stem(path)}.zip`, isHead);
      else await sendFile(response, only, isHead);
    },
  };
}

function stem(path: string): string {
  return basename(path, extname(path));
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function sendFile(response: ServerResponse, path: string, isHead: boolean): Promise<void> {
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': statSync(path).size,
    'Content-Disposition': attachment(basename(path)),
  });
  if (isHead) response.end();
  else await pipeline(createReadStream(path), response);
}

/** Streams a zip: no more than a few pieces of a file are in memory, however large it is. */
async function sendZip(
  response: ServerResponse,
  folder: string,
  files: readonly string[],
  name: string,
  isHead: boolean,
): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'application/zip', 'Content-Disposition': attachment(name) });
  if (isHead) {
    response.end();
    return;
  }
  const zip = new Zip((error, piece, isLast) => {
    if (error !== null) response.destroy(error);
    else if (isLast) response.end(piece);
    else response.write(piece);
  });
  for (const path of files) {
    const entry = new ZipDeflate(relative(folder, path).split(sep).join('/'), { level: 6 });
    zip.add(entry);
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      entry.push(piece);
      if (response.destroyed) return;
      if (response.writableNeedDrain) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
}
