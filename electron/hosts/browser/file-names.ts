/** Names for files that come from outside: never a path, never a name that a system reserves. */
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';

const MAX_CHARACTERS = 120;
const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A plain file name made of `name`'s last part: no separators, control characters or leading dots; `fallback` where nothing is left. */
export function safeName(name: string, fallback: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '').replace(/^[.\s]+|[.\s]+$/g, '');
  if (plain === '') return fallback;
  const short = shorten(plain);
  return RESERVED_ON_WINDOWS.test(short) ? `_${short}` : short;
}

/** Cuts the middle out of a long name, by code points, keeping the extension: 120 Han characters are 360 bytes in UTF-8. */
function shorten(name: string): string {
  const extension = extname(name);
  const stem = [...name.slice(0, name.length - extension.length)];
  const room = MAX_CHARACTERS - [...extension].length;
  let kept = stem.slice(0, Math.max(room, 1)).join('');
  while (Buffer.byteLength(kept + extension) > 240 && kept.length > 1) kept = [...kept].slice(0, -1).join('');
  return kept + extension.slice(0, 40);
}

/** A path in `folder` for `name` at which nothing is yet: `name`, then `name 2`, `name 3` and so on before the extension. */
export function freePath(folder: string, name: string): string {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem} ${number}${extension}`);
    if (!existsSync(path)) return path;
  }
}

/** The `Content-Disposition` header that makes a browser save under `name` (RFC 6266, RFC 8187). */
export function attachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
