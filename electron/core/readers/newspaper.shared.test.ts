import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageReading } from '#shared/model/page.ts';
import { readPage } from './newspaper.ts';

const SHARED = process.env.ZHUPI_SHARED ?? '../shared';
const SEED = join(SHARED, 'seed/newspaper-page.txt');

function withoutSpace(text: string): string {
  return text.replace(/\s/gu, '');
}

/** What no article and no furniture line accounts for. Heads and names are whole lines; jump notices stand in text lines. */
function lost(text: string, reading: PageReading): string[] {
  return reading.lines.flatMap((line) => {
    const words = withoutSpace(text.slice(line.start, line.end)).replace(/[（(](?:下转|上接)[^）)]*[）)]/gu, '');
    if (line.kind !== 'lead' && line.kind !== 'body') return [];
    const article = reading.articles[line.article ?? -1];
    const kept = (article?.map ?? [])
      .filter((entry) => entry.sourceStart < line.end && entry.sourceEnd > line.start)
      .map((entry) => withoutSpace(article?.text.slice(entry.start, entry.end) ?? ''));
    return kept.join('') === words ? [] : [words];
  });
}

/** Every character that is not white space, from lines on the one side and from what was made of them on the other. */
function count(text: string, reading: PageReading): readonly [number, number] {
  const of = (...kinds: readonly string[]): number =>
    reading.lines
      .filter((line) => kinds.includes(line.kind))
      .reduce((sum, line) => sum + withoutSpace(text.slice(line.start, line.end)).length, 0);
  const heads = reading.articles.filter((article) =>
    article.rules.some(({ rule }) => rule.endsWith('headline') && rule !== 'no-headline'),
  );
  const made =
    heads.reduce((sum, article) => sum + withoutSpace(article.title + (article.kicker ?? '')).length, 0) +
    reading.articles.reduce((sum, article) => sum + withoutSpace(article.text).length, 0) +
    of('furniture', 'byline', 'date');
  return [withoutSpace(text).length, made];
}

describe('readPage on the real page', () => {
  const text = readFileSync(SEED, 'utf8');
  const { articles, lines } = readPage(text);

  it('finds exactly the five articles, their headlines, kicker, names and dates', () => {
    expect(
      articles.map(({ startLine, title, kicker, byline, dateText }) => ({
        startLine,
        title,
        kicker,
        byline,
        dateText,
      })),
    ).toEqual([
      {
        startLine: 5,
        title: '市领导钱伟刚来柯城检查 未成年人思想道德建设等工作',
        kicker: null,
        byline: ['楼郁馨'],
        dateText: '11月2日',
      },
      {
        startLine: 19,
        title: '区领导朱素芳暗访检查 全国文明城市建设工作',
        kicker: null,
        byline: ['方心怡'],
        dateText: '11月3日',
      },
      {
        startLine: 33,
        title: '临平-柯城山海协作联席会议召开',
        kicker: '共扛一份责任 同担一份使命',
        byline: ['楼郁馨'],
        dateText: '11月4日',
      },
      { startLine: 51, title: '区九届政府召开 第88次常务会议', kicker: null, byline: ['楼郁馨'], dateText: '11月3日' },
      {
        startLine: 63,
        title: '区领导调研寺桥水库工程相关工作',
        kicker: null,
        byline: ['方心怡', '朱宇怡'],
        dateText: '11月3日',
      },
    ]);
  });

  it('keeps the paragraphs as they were written and leaves no sentence broken', () => {
    const paragraphs = articles.map((article) => article.text.split('\n'));
    expect(paragraphs.map((list) => list.length)).toEqual([4, 5, 5, 4, 4]);
    expect(paragraphs.flat().filter((paragraph) => !/[。！？]”?$/u.test(paragraph))).toEqual([]);
    expect(paragraphs.every(([lead]) => lead?.startsWith('本报讯（'))).toBe(true);
  });

  it('mends exactly the breaks that the columns made', () => {
    const mended = articles.flatMap((article) =>
      article.breaks.filter((entry) => entry.joined).map((entry) => entry.line),
    );
    expect(mended).toEqual([9, 13, 25, 41, 45, 57, 69, 73]);
    expect(articles[0]?.text).toContain('打造特色亮点，夯实目标责任');
  });

  it('loses nothing and maps every character to the source', () => {
    expect(lost(text, { articles, lines, reader: 'newspaper' })).toEqual([]);
    const [all, made] = count(text, { articles, lines, reader: 'newspaper' });
    expect(made).toBe(all);
  });

  it('reads the same with other line ends', () => {
    for (const end of ['\r\n', '\r', '\u2028']) {
      const other = readPage(text.replaceAll('\n', end)).articles;
      expect(other.map((article) => article.text)).toEqual(articles.map((article) => article.text));
    }
  });

  it.each([12, 17, 21, 36])('reads the same when its paragraphs are set in columns of %i characters', (width) => {
    const set = text
      .split('\n')
      .map((line) => (line.length > 40 ? (line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []).join('\n') : line))
      .join('\n');
    expect(readPage(set).articles.map(({ title, text: words }) => [title, words])).toEqual(
      articles.map(({ title, text: words }) => [title, words]),
    );
  });
});

describe('readPage on other real texts', () => {
  const folders = ['data/event-zh/cec/raw-text', 'data/news-zh/xinwenlianbo'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(SHARED, folder)).map((name) => join(SHARED, folder, name)),
  );

  it('finds the files', () => {
    expect(files.length).toBe(104);
  });

  it.each(files)('loses nothing of %s', (file) => {
    const text = readFileSync(file, 'utf8');
    const reading = readPage(text);
    expect(lost(text, reading)).toEqual([]);
    const [all, made] = count(text, reading);
    expect(made).toBe(all);
    expect(readPage(text, { reader: 'plain' }).articles[0]?.text).toBe(text.replaceAll('\r\n', '\n'));
  });
});
