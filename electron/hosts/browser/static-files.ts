/** The built page: a fixed list of files read at start, so that no request can name anything else. */
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** A name with the hash of its content, as the build makes them: what is under it never changes. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/;

/** Where browsers look for an icon. */
export const ICON_PATH = '/favicon.ico';

/** One file of the page. */
export interface PageFile {
  readonly path: string;
  readonly bytes: number;
  readonly type: string;
  readonly isImmutable: boolean;
}

/**
 * Every file below `folder` by its address; `/` is index.html, and `icon`, where it is there, is what browsers ask for
 * by themselves. Links are not followed. @throws where the folder cannot be read
 */
export function listPageFiles(folder: string, icon: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  if (existsSync(icon))
    files.set(ICON_PATH, { path: icon, bytes: statSync(icon).size, type: 'image/png', isImmutable: false });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
    const file = { path, bytes: statSync(path).size, type, isImmutable: HASHED.test(address) };
    files.set(address, file);
    if (address === '/index.html') files.set('/', file);
  }
  return files;
}

/** Sends a file, or its headers alone. */
export async function sendPageFile(response: ServerResponse, file: PageFile, isHead: boolean): Promise<void> {
  response.writeHead(200, {
    'Content-Type': file.type,
    'Content-Length': file.bytes,
    'Cache-Control': file.isImmutable ? 'private, max-age=31536000, immutable' : 'no-cache',
  });
  if (isHead) response.end();
  else await pipeline(createReadStream(file.path), response);
}
