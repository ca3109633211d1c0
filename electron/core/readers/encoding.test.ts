import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZhupiError } from '#shared/api/errors.ts';
import type { EncodingName } from '#shared/model/encoding.ts';
import { encodeText } from './encode-for-tests.ts';
import { decodeBytes } from './encoding.ts';

const SIMPLIFIED =
  '本报讯（记者 林晓燕）11月2日，云溪区召开河长制工作会议，部署今年的水环境治理任务。\n会议要求各乡镇落实责任。\n';
const TRADITIONAL =
  '本報訊（記者 林曉燕）11月2日，雲溪區召開河長制工作會議，部署今年的水環境治理任務。\n會議要求各鄉鎮落實責任。\n';

function failure(run: () => unknown): { code: string; details: unknown } {
  try {
    run();
  } catch (error) {
    if (error instanceof ZhupiError) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('nothing was thrown');
}

function concat(...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('decodeBytes, choosing by itself', () => {
  it.each([
    ['utf-8', SIMPLIFIED],
    ['gb18030', SIMPLIFIED],
    ['big5', TRADITIONAL],
    ['utf-16le', SIMPLIFIED],
    ['utf-16be', SIMPLIFIED],
    ['utf-16le', 'Plain English with 2 lines.\nThe second.\n'],
    ['utf-8', 'Plain English with 2 lines.\r\nThe second.\r\n'],
  ] as const)('recognises %s without a mark and returns the text unchanged', (encoding, text) => {
    const decoded = decodeBytes(encodeText(text, encoding), 'auto');
    expect(decoded).toMatchObject({ encoding, text, hasBom: false, undecodable: 0, firstBad: null, isSure: true });
    expect(decoded.candidates[0]?.encoding).toBe(encoding);
  });

  it('recognises twelve characters of a headline in GB18030, Big5 and UTF-16', () => {
    for (const [encoding, text] of [
      ['gb18030', '云溪区召开河长制工作会议'],
      ['big5', '雲溪區召開河長制工作會議'],
      ['utf-16le', '云溪区召开河长制工作会议'],
      ['utf-16be', '云溪区召开河长制工作会议'],
    ] as const) {
      expect(decodeBytes(encodeText(text, encoding), 'auto')).toMatchObject({ encoding, text });
    }
  });

  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
    ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ] as const)('believes the mark of %s and leaves it out of the text', (encoding, mark) => {
    const decoded = decodeBytes(concat(mark, encodeText(SIMPLIFIED, encoding)), 'auto');
    expect(decoded).toMatchObject({ encoding, hasBom: true, text: SIMPLIFIED, undecodable: 0 });
  });

  it('takes off one mark only: a second one is a character of the text', () => {
    const text = decodeBytes(concat([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], encodeText('云溪', 'utf-8')), 'auto').text;
    expect(text).toBe('\ufeff云溪');
  });

  it('lists the candidates best first, each with the start of the text as it would read', () => {
    const bytes = encodeText(`<html>\n<head>\n${SIMPLIFIED}`, 'gb18030');
    const { candidates } = decodeBytes(bytes, 'auto');
    expect(candidates.map((candidate) => candidate.encoding).toSorted()).toEqual(
      ['big5', 'gb18030', 'utf-16be', 'utf-16le', 'utf-8'].toSorted(),
    );
    expect(candidates.map((candidate) => candidate.score)).toEqual(
      candidates.map((candidate) => candidate.score).toSorted((a, b) => b - a),
    );
    expect(candidates[0]?.sample.startsWith('本报讯（记者 林晓燕）')).toBe(true);
  });

  it('still finds the encoding of a file with a damaged character, counts the damage and says where it is', () => {
    const whole = encodeText(SIMPLIFIED, 'utf-8');
    const damaged = concat(whole, [0xe4, 0xba], encodeText('\n再来一行。\n', 'utf-8'));
    expect(decodeBytes(damaged, 'auto')).toMatchObject({
      encoding: 'utf-8',
      undecodable: 1,
      firstBad: { byteOffset: whole.length, line: 3 },
    });
  });

  it('does not take a replacement character that was written for damage', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      const bytes = encodeText(`原文就有\ufffd这个符号，不是损坏。`, encoding);
      expect(decodeBytes(bytes, 'auto')).toMatchObject({ encoding, undecodable: 0, firstBad: null });
    }
    const both = concat(encodeText('有\ufffd也有', 'utf-8'), [0xff], encodeText('损坏的字节。', 'utf-8'));
    expect(decodeBytes(both, 'utf-8').undecodable).toBe(1);
  });

  it('is not sure of a Japanese text, which it cannot name', () => {
    const bytes = encodeText('これはしんぶんのきじです。わたしはまいあさよみます。カタカナもあります。', 'shift_jis');
    expect(decodeBytes(bytes, 'auto').isSure).toBe(false);
  });
});

describe('decodeBytes, told an encoding', () => {
  it('reads Shift_JIS and EUC-KR when asked to', () => {
    expect(decodeBytes(encodeText('新聞のきじ', 'shift_jis'), 'shift_jis').text).toBe('新聞のきじ');
    expect(decodeBytes(encodeText('신문 기사', 'euc-kr'), 'euc-kr').text).toBe('신문 기사');
  });

  it('keeps to the choice even where it fits badly, and counts what does not decode', () => {
    const decoded = decodeBytes(encodeText('云溪区', 'gb18030'), 'utf-8');
    expect(decoded).toMatchObject({ encoding: 'utf-8', firstBad: { byteOffset: 0, line: 1 } });
    expect(decoded.undecodable).toBeGreaterThan(0);
  });

  it('names byte and line of the first bad character when it is to be strict', () => {
    const bytes = concat(encodeText('第一行\n第二', 'gb18030'), [0xff], encodeText('行', 'gb18030'));
    expect(failure(() => decodeBytes(bytes, 'gb18030', { strict: true }))).toEqual({
      code: 'file-encoding',
      details: { encoding: 'gb18030', byteOffset: 11, line: 2 },
    });
  });

  it('counts the mark in the byte offset', () => {
    const bytes = concat([0xef, 0xbb, 0xbf], encodeText('云', 'utf-8'), [0xe4]);
    expect(failure(() => decodeBytes(bytes, 'auto', { strict: true })).details).toEqual({
      encoding: 'utf-8',
      byteOffset: 6,
      line: 1,
    });
  });
});

describe('decodeBytes, given bad input', () => {
  it('refuses an empty file, and one of nothing but a mark or white space', () => {
    for (const bytes of [[], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0x20, 0x0a, 0x0d, 0x0a]]) {
      expect(failure(() => decodeBytes(Uint8Array.from(bytes), 'auto')).code).toBe('file-empty');
    }
  });

  it('refuses a file with zero bytes that is not UTF-16, and says where', () => {
    const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 2, 0x58];
    expect(failure(() => decodeBytes(Uint8Array.from(png), 'auto'))).toEqual({
      code: 'file-binary',
      details: { byteOffset: 8 },
    });
    expect(failure(() => decodeBytes(concat(encodeText('一行', 'utf-8'), [0]), 'utf-8')).details).toEqual({
      byteOffset: 6,
    });
  });

  it('refuses a file full of control characters, and lets a form feed and an old end-of-file pass', () => {
    expect(failure(() => decodeBytes(Uint8Array.of(0x41, 1, 2, 3, 4, 5, 0x42), 'auto'))).toEqual({
      code: 'file-binary',
      details: { byteOffset: 1 },
    });
    expect(decodeBytes(Uint8Array.of(0x41, 0x0c, 0x42, 0x1a), 'auto').text).toBe('A\fB\u001a');
  });

  it('refuses UTF-32 by name', () => {
    const bytes = Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0);
    expect(failure(() => decodeBytes(bytes, 'auto'))).toEqual({
      code: 'file-encoding',
      details: { encoding: 'utf-32', byteOffset: 0, line: 1 },
    });
  });

  it('refuses a file above the limit without decoding it', () => {
    const bytes = new TextEncoder().encode('一二三四五');
    expect(failure(() => decodeBytes(bytes, 'auto', { maxBytes: 14 }))).toEqual({
      code: 'file-too-large',
      details: { bytes: 15, limit: 14 },
    });
    expect(decodeBytes(bytes, 'auto', { maxBytes: 15 }).text).toBe('一二三四五');
  });

  it.each(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const)(
    'finds a %s file that was cut inside a character, whatever its length',
    (encoding) => {
      const text = (encoding === 'big5' ? TRADITIONAL : SIMPLIFIED).repeat(900); // beyond one chunk of the search
      const bytes = encodeText(`${text}云`, encoding);
      const cut = bytes.subarray(0, bytes.length - 1);
      const size = encodeText('云', encoding).length;
      expect(failure(() => decodeBytes(cut, 'auto', { strict: true }))).toEqual({
        code: 'file-encoding',
        details: { encoding, byteOffset: bytes.length - size, line: 1801 },
      });
      expect(decodeBytes(cut, 'auto').undecodable).toBe(1);
    },
  );
});

describe('decodeBytes, as laws', () => {
  const encodings = fc.constantFrom<EncodingName>('utf-8', 'utf-16le', 'utf-16be');

  it('gives back every well-formed text in the encoding named', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), encodings, (text, encoding) => {
        fc.pre(/\S/u.test(text) && !/\p{Cc}/u.test(text) && !text.startsWith('\ufeff'));
        const decoded = decodeBytes(encodeText(text, encoding), encoding);
        expect([decoded.text, decoded.undecodable]).toEqual([text, 0]);
      }),
    );
  });

  it('either decodes arbitrary bytes or refuses them with one of its codes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          const decoded = decodeBytes(bytes, 'auto');
          expect(decoded.undecodable > 0).toBe(decoded.firstBad !== null);
        } catch (error) {
          expect(error).toBeInstanceOf(ZhupiError);
        }
      }),
    );
  });
});
