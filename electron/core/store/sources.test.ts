import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuthorityRecord } from '#shared/model/authority.ts';
import type { SourceRange } from '#shared/model/document.ts';
import { SourceId } from '#shared/model/ids.ts';
import { addDocuments, withDatabase } from '../testing/builders.ts';
import { makeTestCore, type TestCore } from '../testing/make-test-core.ts';
import { findAuthority, listAuthority, putAuthority } from './authority.ts';
import { pack, unpack } from './compression.ts';
import { decodeSourceMap, encodeSourceMap } from './source-map.ts';
import { findDocumentsBySha256, findSourcesBySha256, putSource, readSource } from './sources.ts';

let test: TestCore;
beforeEach(async () => {
  test = await makeTestCore();
});
afterEach(() => test.end());

const bytes = Buffer.from('云溪县县长林见山。\n'.repeat(200));
const sha256 = createHash('sha256').update(bytes).digest('hex');
const source = (id: string, more: object = {}) => ({
  id: SourceId.parse(id),
  file: 'page.txt',
  sha256,
  encoding: 'utf-8',
  bytes,
  addedAt: '',
  ...more,
});

describe('putSource', () => {
  it('keeps the bytes packed and gives them back', async () => {
    await withDatabase(test, (db) => {
      putSource(db, source('s_1'));
      const row = db.prepare('SELECT compression, length(bytes) AS packed, size FROM source').get();
      expect(row).toMatchObject({ compression: 'zstd', size: bytes.length });
      expect((row as { packed: number }).packed).toBeLessThan(bytes.length / 10);
      expect(Buffer.from(readSource(db, SourceId.parse('s_1')).bytes ?? []).equals(bytes)).toBe(true);
    });
  });

  it('recognises the same file, and fills in bytes that came later', async () => {
    await withDatabase(test, (db) => {
      expect(putSource(db, source('s_1', { bytes: null }))).toBe('s_1');
      expect(readSource(db, SourceId.parse('s_1'))).toMatchObject({ bytes: null, size: 0 });
      expect(putSource(db, source('s_2'))).toBe('s_1');
      expect(readSource(db, SourceId.parse('s_1')).size).toBe(bytes.length);
      expect(putSource(db, source('s_3', { bytes: null }))).toBe('s_1');
      expect(putSource(db, source('s_4', { file: 'other.txt' }))).toBe('s_4');
      expect(findSourcesBySha256(db, sha256).map(({ id, file }) => [id, file])).toEqual([
        ['s_4', 'other.txt'],
        ['s_1', 'page.txt'],
      ]);
      expect(findSourcesBySha256(db, 'none')).toEqual([]);
    });
  });

  it('leads from a file to the documents that came from it', async () => {
    await withDatabase(test, (db) => putSource(db, source('s_1')));
    await addDocuments(test, [
      { id: 'd_b', title: '乙', text: '乙', sourceId: 's_1', sourceIndex: 1 },
      { id: 'd_a', title: '甲', text: '甲', sourceId: 's_1', sourceIndex: 0 },
      { text: '丙' },
    ]);
    await test.call('document.trash', { documents: ['d_a'] });
    const found = await withDatabase(test, (db) => findDocumentsBySha256(db, sha256));
    expect(found).toEqual([
      { id: 'd_b', title: '乙', index: 1, characters: 1, isTrashed: false },
      { id: 'd_a', title: '甲', index: 0, characters: 1, isTrashed: true },
    ]);
  });
});

describe('pack and unpack', () => {
  it.each([0, 1, 255, 256, 5000])('give back %i bytes as they were', (length) => {
    const original = randomBytes(length);
    const { packed, compression } = pack(original);
    expect(compression).toBe(length < 256 ? 'none' : 'zstd');
    expect(Buffer.from(unpack(packed, compression)).equals(original)).toBe(true);
  });

  it('call bytes that cannot be unpacked damage', () => {
    expect(() => unpack(Buffer.from('no'), 'zstd')).toThrow('project-damaged');
    expect(() => unpack(Buffer.from('no'), 'deflate')).toThrow('project-damaged');
  });
});

describe('encodeSourceMap', () => {
  it('is taken back by decodeSourceMap', () => {
    const offset = fc.nat(1_000_000);
    const range = fc.tuple(offset, offset, offset, offset);
    fc.assert(
      fc.property(fc.array(range), (map: SourceRange[]) => {
        expect(decodeSourceMap(encodeSourceMap(map))).toEqual(map);
      }),
    );
  });

  it('is short for ranges that follow one another', () => {
    expect(
      encodeSourceMap([
        [0, 30, 12, 42],
        [30, 61, 44, 75],
        [62, 70, 77, 85],
      ]),
    ).toBe('[0,30,12,30,0,31,2,31,1,8,2,8]');
  });
});

describe('putAuthority', () => {
  it('adds, changes and recognises records', async () => {
    const record = AuthorityRecord.parse({
      id: 'a_1',
      label: 'PER',
      name: '林见山',
      aliases: ['林县长'],
      external: { wikidata: 'Q1' },
    });
    await withDatabase(test, (db) => {
      expect(putAuthority(db, record)).toBe('added');
      expect(putAuthority(db, record)).toBe('same');
      expect(putAuthority(db, { ...record, note: '县长' })).toBe('changed');
      expect(putAuthority(db, AuthorityRecord.parse({ id: 'a_0', label: 'ORG', name: '云溪县' }))).toBe('added');
      expect(listAuthority(db).map(({ id }) => id)).toEqual(['a_0', 'a_1']);
      expect(findAuthority(db, ['a_1'])).toEqual([{ ...record, note: '县长' }]);
    });
    expect(await test.call('authority.list', {})).toHaveLength(2);
  });
});
