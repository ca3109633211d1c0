import { describe, expect, it } from 'vitest';
import type { ArticleProposal, PageReading } from '#shared/model/page.ts';
import { adjust, gestureDone, gestureUndone, UNCHANGED } from './adjustments.ts';

function article(startLine: number): ArticleProposal {
  return {
    startLine,
    endLine: startLine,
    title: '',
    kicker: null,
    byline: [],
    date: null,
    dateText: null,
    page: null,
    publication: null,
    text: '',
    map: [],
    breaks: [],
    rules: [],
    dropped: false,
  };
}

const reading: PageReading = { lines: [], articles: [article(2), article(10), article(20)], reader: 'newspaper' };

describe('adjust', () => {
  it('adds a start to those the reader proposed, in order', () => {
    expect(adjust({}, reading, { kind: 'start', line: 14 })).toEqual({ starts: [2, 10, 14, 20] });
  });

  it('builds on starts that were changed before, not on the proposal', () => {
    expect(adjust({ starts: [2, 14] }, reading, { kind: 'start', line: 5 })).toEqual({ starts: [2, 5, 14] });
  });

  it('merges an article with the one before and forgets what was said about it', () => {
    const before = {
      dropped: [10, 20],
      titles: [
        { line: 10, title: '甲' },
        { line: 2, title: '乙' },
      ],
    };
    expect(adjust(before, reading, { kind: 'merge', article: 10 })).toEqual({
      starts: [2, 20],
      dropped: [20],
      titles: [{ line: 2, title: '乙' }],
    });
  });

  it('leaves the first article, which has nothing before it', () => {
    expect(adjust({}, reading, { kind: 'merge', article: 2 })).toEqual({});
  });

  it('drops once and restores', () => {
    const dropped = adjust({}, reading, { kind: 'drop', article: 10 });
    expect(dropped).toEqual({ dropped: [10] });
    expect(adjust(dropped, reading, { kind: 'drop', article: 10 })).toBe(dropped);
    expect(adjust(dropped, reading, { kind: 'restore', article: 10 })).toEqual({ dropped: [] });
  });

  it('keeps the last title only, trimmed; an empty one gives the reader’s back', () => {
    const once = adjust({}, reading, { kind: 'retitle', article: 10, title: ' 新题 ' });
    expect(once).toEqual({ titles: [{ line: 10, title: '新题' }] });
    expect(adjust(once, reading, { kind: 'retitle', article: 10, title: '  ' })).toEqual({ titles: [] });
  });

  it('keeps the last word on a break', () => {
    const joined = adjust({}, reading, { kind: 'break', line: 6, joined: true });
    expect(adjust(joined, reading, { kind: 'break', line: 6, joined: false })).toEqual({
      breaks: [{ line: 6, joined: false }],
    });
  });
});

describe('gestureDone and gestureUndone', () => {
  it('go back step by step to the reader’s own proposal', () => {
    const one = gestureDone(UNCHANGED, reading, { kind: 'start', line: 14 });
    const two = gestureDone(one, reading, { kind: 'drop', article: 2 });
    expect(gestureUndone(two).changes).toEqual({ starts: [2, 10, 14, 20] });
    expect(gestureUndone(gestureUndone(two)).changes).toEqual({});
    expect(gestureUndone(UNCHANGED)).toBe(UNCHANGED);
  });

  it('count the typing of one title as one step', () => {
    const typed = ['新', '新题', '新题目'].reduce(
      (history, title) => gestureDone(history, reading, { kind: 'retitle', article: 10, title }),
      UNCHANGED,
    );
    expect(typed.changes.titles).toEqual([{ line: 10, title: '新题目' }]);
    expect(typed.past).toHaveLength(1);
  });

  it('add no step for a gesture that says nothing new', () => {
    expect(gestureDone(UNCHANGED, reading, { kind: 'start', line: 10 })).toBe(UNCHANGED);
  });
});
