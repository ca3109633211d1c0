import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachment, freePath, safeName } from './file-names.ts';

describe('safeName', () => {
  it.each([
    ['报纸第三版.txt', '报纸第三版.txt'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\page.txt', 'page.txt'],
    ['..', 'file'],
    ['', 'file'],
    ['.zhupi', 'zhupi'],
    ['a\0b\nc.txt', 'abc.txt'],
    ['new<>:"|?*.txt', 'new.txt'],
    ['con.txt', '_con.txt'],
    ['COM1', '_COM1'],
    ['console.txt', 'console.txt'],
    ['page.txt. ', 'page.txt'],
  ])('makes %j into %j', (name, expected) => {
    expect(safeName(name, 'file')).toBe(expected);
  });

  it('shortens a long name by whole characters and keeps its extension', () => {
    const short = safeName(`${'𠮷'.repeat(300)}.jsonl`, 'file');
    expect(short).toBe(`${'𠮷'.repeat(58)}.jsonl`);
    expect(safeName(`${'a'.repeat(300)}.txt`, 'file')).toBe(`${'a'.repeat(116)}.txt`);
  });

  it('always gives one path segment of at most 255 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const safe = safeName(name, 'file');
        expect(safe).not.toMatch(/[/\\\0]|^\.{1,2}$|^$/);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255);
      }),
    );
  });
});

describe('freePath', () => {
  it('counts up before the extension until nothing is there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'names-'));
    try {
      expect(freePath(folder, 'a.zhupi')).toBe(join(folder, 'a.zhupi'));
      writeFileSync(join(folder, 'a.zhupi'), '');
      writeFileSync(join(folder, 'a 2.zhupi'), '');
      expect(freePath(folder, 'a.zhupi')).toBe(join(folder, 'a 3.zhupi'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('attachment', () => {
  it('gives the name in ASCII and in full', () => {
    expect(attachment('语料 (1).jsonl')).toBe(
      `attachment; filename="__ (1).jsonl"; filename*=UTF-8''%E8%AF%AD%E6%96%99%20%281%29.jsonl`,
    );
  });

  it('cannot be broken out of', () => {
    expect(attachment('a"\r\nX: y')).toBe(`attachment; filename="a___X: y"; filename*=UTF-8''a%22%0D%0AX%3A%20y`);
  });
});
