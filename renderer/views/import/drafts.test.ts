import { describe, expect, it } from 'vitest';
import { ZhupiError } from '#shared/api/errors.ts';
import type { ArticleProposal } from '#shared/model/page.ts';
import type { ImportPreview } from '#shared/model/transfer.ts';
import { articlesOf, included, isKnown, newDraft, stepDraft, toImportFile } from './drafts.ts';

const GRANT = { token: 'g1', name: 'page.txt', size: 10 };

function article(startLine: number, dropped = false): ArticleProposal {
  return {
    startLine,
    endLine: startLine,
    title: '题',
    kicker: null,
    byline: [],
    date: null,
    dateText: null,
    page: null,
    publication: null,
    text: '文',
    map: [],
    breaks: [],
    rules: [],
    dropped,
  };
}

function preview(change: Partial<ImportPreview> = {}): ImportPreview {
  return {
    name: 'page.txt',
    bytes: 10,
    sha256: '',
    format: 'newspaper',
    encoding: 'utf-8',
    hasBom: false,
    undecodable: 0,
    candidates: [],
    text: '',
    isCut: false,
    reading: { lines: [], articles: [article(1), article(5, true), article(9)], reader: 'newspaper' },
    duplicateOf: [],
    documents: 3,
    spans: 0,
    frames: 0,
    relations: 0,
    unknownLabels: [],
    warnings: [],
    ...change,
  };
}

const answered = stepDraft(newDraft(GRANT), { kind: 'answered', turn: 0, preview: preview() });

describe('stepDraft', () => {
  it('takes the answer to the last question only', () => {
    const changed = stepDraft(answered, { kind: 'gesture', gesture: { kind: 'drop', article: 1 } });
    expect(changed).toMatchObject({ turn: 1, isAsking: true });
    expect(stepDraft(changed, { kind: 'answered', turn: 0, preview: preview({ documents: 9 }) })).toBe(changed);
    expect(stepDraft(changed, { kind: 'answered', turn: 1, preview: preview() }).isAsking).toBe(false);
  });

  it('forgets changes to the split when encoding or reader change', () => {
    const changed = stepDraft(answered, { kind: 'gesture', gesture: { kind: 'start', line: 3 } });
    expect(toImportFile(changed).adjustments).toEqual({ starts: [1, 3, 5, 9] });
    expect(toImportFile(stepDraft(changed, { kind: 'encoding', encoding: 'big5' }))).toEqual({
      file: 'g1',
      format: 'auto',
      encoding: 'big5',
      split: 'auto',
    });
    expect(toImportFile(stepDraft(changed, { kind: 'split', split: 'none' })).adjustments).toBeUndefined();
  });

  it('keeps the last good preview beside an error, and the error ends with the next answer', () => {
    const refused = stepDraft(answered, {
      kind: 'refused',
      turn: 0,
      error: new ZhupiError('page-adjustment', { line: 3 }),
    });
    expect(refused.error?.code).toBe('page-adjustment');
    expect(refused.preview).toBe(answered.preview);
    expect(stepDraft(refused, { kind: 'answered', turn: 0, preview: preview() }).error).toBeNull();
  });
});

describe('articlesOf and included', () => {
  it('count articles that are not dropped, and documents of other formats', () => {
    expect(articlesOf(answered)).toBe(2);
    expect(articlesOf({ ...answered, preview: preview({ reading: null, documents: 7 }) })).toBe(7);
  });

  it('leave out a text that was brought in before, but not a file whose marks may be new', () => {
    const again = { duplicateOf: [{ id: 'd_1', title: '题' }] };
    const known = { ...answered, preview: preview(again) };
    expect([isKnown(known), articlesOf(known)]).toEqual([true, 0]);
    const marked = { ...answered, preview: preview({ ...again, reading: null, encoding: null, documents: 7 }) };
    expect([isKnown(marked), articlesOf(marked)]).toEqual([false, 7]);
  });

  it('leave out unknown, refused and unwanted files', () => {
    const refused = stepDraft(answered, {
      kind: 'refused',
      turn: 0,
      error: new ZhupiError('file-empty', { file: 'x' }),
    });
    const unwanted = stepDraft(answered, { kind: 'leaveOut', isLeftOut: true });
    expect(included([newDraft(GRANT), refused, unwanted, answered])).toEqual([answered]);
  });
});
