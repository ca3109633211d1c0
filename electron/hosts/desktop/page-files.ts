/** The app's own scheme: answers requests for the built page, and nothing beside it. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { PAGE_POLICY } from '#hosts/node/page-policy.ts';
import { isAppAddress } from './trust.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The file behind an address, or null where it names nothing inside `folder`. Names with odd characters are not served. */
export function pageFile(folder: string, address: string): string | null {
  if (!isAppAddress(address)) return null;
  const path = decode(new URL(address).pathname);
  const parts = path?.split('/').slice(1) ?? [];
  if (parts.at(-1) === '') parts[parts.length - 1] = 'index.html';
  const isPlain = parts.length > 0 && parts.every((part) => /^[\w-][\w.-]*$/.test(part));
  return isPlain ? join(folder, ...parts) : null;
}

/** Answers a request with a file of `folder`, its type and the page's policy; 404 for whatever is not there. */
export async function answerPageRequest(folder: string, request: Pick<Request, 'method' | 'url'>): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const file = pageFile(folder, request.url);
  const type = file === null ? undefined : TYPES[extname(file)];
  if (file === null || type === undefined) return refuse(404);
  try {
    const body = await readFile(file);
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), { headers: headers(type) });
  } catch {
    return refuse(404);
  }
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: headers('text/plain; charset=utf-8') });
}

function headers(type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': PAGE_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
