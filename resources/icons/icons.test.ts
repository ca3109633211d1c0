import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packIcns, packIco, pngSize } from './make-icons.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, name));

describe('the icons', () => {
  it('are there as PNG in the sizes of their names', () => {
    expect(pngSize(read('icon-256.png'))).toEqual({ width: 256, height: 256 });
    expect(pngSize(read('icon-512.png'))).toEqual({ width: 512, height: 512 });
  });

  it('are there for Windows, 256 pixels included, as its installer demands', () => {
    const ico = read('icon.ico');
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const at = 6 + 16 * index;
      const offset = ico.readUInt32LE(at + 12);
      return pngSize(ico.subarray(offset, offset + ico.readUInt32LE(at + 8))).width;
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  it('are there for macOS, up to 1024 pixels', () => {
    const icns = read('icon.icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const found: string[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      found.push(`${icns.toString('latin1', at, at + 4)} ${pngSize(icns.subarray(at + 8)).width}`);
    expect(found).toContain('ic10 1024');
    expect(found).toHaveLength(11);
  });
});

describe('packIco', () => {
  it('writes where each picture stands, and 256 as 0', () => {
    const ico = Buffer.from(
      packIco([
        { size: 16, png: Uint8Array.of(1, 2) },
        { size: 256, png: Uint8Array.of(3) },
      ]),
    );
    expect([ico[6], ico[22]]).toEqual([16, 0]);
    expect([ico.readUInt32LE(18), ico.readUInt32LE(34)]).toEqual([38, 40]);
    expect([...ico.subarray(38)]).toEqual([1, 2, 3]);
  });
});

describe('packIcns', () => {
  it('writes type and length before each picture', () => {
    const icns = Buffer.from(packIcns([['ic07', Uint8Array.of(9)]]));
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect([icns.length, icns.readUInt32BE(4), icns.readUInt32BE(12)]).toEqual([17, 17, 9]);
  });
});
