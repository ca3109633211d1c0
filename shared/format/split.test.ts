import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARTS, type SplitDocument, splitCorpus } from './split.ts';

const SPLIT = { train: 80, dev: 10, test: 10, seed: 1 };
const corpus = (count: number, labels: (n: number) => readonly string[]): readonly SplitDocument[] =>
  Array.from({ length: count }, (_, n) => ({ id: `d_${n}`, labels: new Set(labels(n)) }));
const count = (parts: ReadonlyMap<string, string>, ids: (id: string) => boolean = () => true) =>
  PARTS.map((part) => [...parts].filter(([id, own]) => own === part && ids(id)).length);

describe('splitCorpus', () => {
  it('gives parts their exact sizes, the remainder to the largest share', () => {
    expect(
      count(
        splitCorpus(
          corpus(100, () => []),
          SPLIT,
        ),
      ),
    ).toEqual([80, 10, 10]);
    expect(
      count(
        splitCorpus(
          corpus(7, () => []),
          SPLIT,
        ),
      ),
    ).toEqual([5, 1, 1]);
    expect(
      count(
        splitCorpus(
          corpus(1, () => []),
          SPLIT,
        ),
      ),
    ).toEqual([1, 0, 0]);
    expect(count(splitCorpus([], SPLIT))).toEqual([0, 0, 0]);
  });

  it('spreads a rare label over the parts', () => {
    const parts = splitCorpus(
      corpus(200, (n) => (n % 20 === 0 ? ['common', 'rare'] : ['common'])),
      SPLIT,
    );
    expect(count(parts)).toEqual([160, 20, 20]);
    expect(count(parts, (id) => Number(id.slice(2)) % 20 === 0)).toEqual([8, 1, 1]);
  });

  it('gives the same parts for the same seed in any order of documents, and others for another seed', () => {
    const documents = corpus(50, (n) => [`l${n % 3}`]);
    const parts = splitCorpus(documents, SPLIT);
    expect(new Map([...splitCorpus(documents.toReversed(), SPLIT)].sort())).toEqual(new Map([...parts].sort()));
    expect([...splitCorpus(documents, { ...SPLIT, seed: 2 })].sort()).not.toEqual([...parts].sort());
  });

  it('gives every document exactly one part (property)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }), { maxLength: 60 }),
        fc.nat({ max: 100 }),
        fc.nat(),
        (labels, train, seed) => {
          const documents = corpus(labels.length, (n) => labels[n] ?? []);
          const parts = splitCorpus(documents, { train, dev: 100 - train, test: 0, seed });
          expect(parts.size).toBe(documents.length);
          expect(count(parts)[2]).toBe(0);
        },
      ),
    );
  });
});
