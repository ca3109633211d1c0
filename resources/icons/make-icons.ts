/**
 * Draws icon.svg with a headless Chromium and packs the sizes for every platform: PNG, ICO (Windows), ICNS (macOS).
 * Run it after changing the drawing: `node resources/icons/make-icons.ts [CHROMIUM]`. Its results are kept in the repository.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const folder = import.meta.dirname;

/** ICNS types that hold a PNG, by its side in pixels (Apple's Icon Image formats since macOS 10.7). */
const ICNS_TYPES: readonly (readonly [string, number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256] as const;
const PNG_SIZES = [256, 512] as const;

/** A PNG with its side in pixels. */
export interface SizedPng {
  readonly size: number;
  readonly png: Uint8Array;
}

/** An ICO file: a header, an entry a size, then the PNGs. A side of 256 is written as 0. */
export function packIco(images: readonly SizedPng[]): Uint8Array {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/** An ICNS file: the word `icns` and the length of all, then a type, a length and a PNG for each. */
export function packIcns(images: readonly (readonly [type: string, png: Uint8Array])[]): Uint8Array {
  const part = (type: string, body: Uint8Array) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(8 + body.length, 4);
    return Buffer.concat([head, body]);
  };
  return part('icns', Buffer.concat(images.map(([type, png]) => part(type, png))));
}

/** The drawing as a PNG with a clear background, at each size. */
async function draw(executablePath: string, sizes: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>> {
  const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 1100 } });
    const drawn = new Map<number, Uint8Array>();
    for (const size of sizes) {
      const scaled = svg.replace(/width="\d+" height="\d+"/, `width="${size}" height="${size}"`);
      await page.setContent(`<!doctype html><style>body{margin:0}svg{display:block}</style>${scaled}`);
      const clip = { x: 0, y: 0, width: size, height: size };
      drawn.set(size, await page.screenshot({ clip, omitBackground: true, scale: 'css' }));
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

/** Width and height in pixels from a PNG's first chunk. */
export function pngSize(png: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

async function makeIcons(executablePath: string): Promise<void> {
  const sizes = new Set([...ICNS_TYPES.map(([, size]) => size), ...ICO_SIZES, ...PNG_SIZES]);
  const drawn = await draw(executablePath, [...sizes]);
  const image = (size: number): Uint8Array => {
    const png = drawn.get(size) ?? new Uint8Array();
    const { width, height } = pngSize(png);
    if (width !== size || height !== size) throw new Error(`asked for ${size} pixels, got ${width} × ${height}`);
    return png;
  };
  for (const size of PNG_SIZES) writeFileSync(join(folder, `icon-${size}.png`), image(size));
  writeFileSync(join(folder, 'icon.ico'), packIco(ICO_SIZES.map((size) => ({ size, png: image(size) }))));
  writeFileSync(join(folder, 'icon.icns'), packIcns(ICNS_TYPES.map(([type, size]) => [type, image(size)] as const)));
}

if (process.argv[1] === import.meta.filename) await makeIcons(process.argv[2] ?? '/usr/bin/chromium');
