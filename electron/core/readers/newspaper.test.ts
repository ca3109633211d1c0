import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZhupiError } from '#shared/api/errors.ts';
import type { PageAdjustments, PageReading } from '#shared/model/page.ts';
import { PageReading as PageReadingSchema } from '#shared/model/page.ts';
import { readPage } from './newspaper.ts';

const LEAD = '本报讯（记者 林晓燕）11月2日，云溪区召开河长制工作会议，部署全年治理任务。';
const BODY = '会议要求，各乡镇要落实责任，把巡河做在日常。';

function lines(...parts: readonly string[]): string {
  return parts.join('\n');
}

/** The only article of a text that has one. */
function readOne(text: string, adjustments?: PageAdjustments): PageReading['articles'][number] {
  const { articles } = readPage(text, { reader: 'newspaper', adjustments });
  const [article] = articles;
  expect(articles).toHaveLength(1);
  if (!article) throw new Error('no article');
  return article;
}

function titles(text: string): string[] {
  return readPage(text).articles.map((article) => article.title);
}

function kinds(text: string): string[] {
  return readPage(text).lines.map((line) => line.kind);
}

function refusedLine(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof ZhupiError) return [error.code, error.details];
    throw error;
  }
  return null;
}

describe('readPage, finding articles', () => {
  it('starts an article at the headline above a lead and keeps the headline out of the text', () => {
    const page = lines('区领导来青石镇调研', '', LEAD, '', BODY, '', '白鹭湿地公园开园', '', LEAD);
    const { articles } = readPage(page);
    expect(articles.map(({ title, startLine, endLine, text }) => ({ title, startLine, endLine, text }))).toEqual([
      { title: '区领导来青石镇调研', startLine: 1, endLine: 5, text: `${LEAD}\n${BODY}` },
      { title: '白鹭湿地公园开园', startLine: 7, endLine: 9, text: LEAD },
    ]);
    expect(kinds(page)).toEqual(['headline', 'blank', 'lead', 'blank', 'body', 'blank', 'headline', 'blank', 'lead']);
  });

  it('keeps the space of a two-part headline on one line', () => {
    expect(titles(lines('市领导周某来青石镇检查 未成年人活动场所', '', LEAD))).toEqual([
      '市领导周某来青石镇检查 未成年人活动场所',
    ]);
  });

  it('joins a headline of two lines with a space', () => {
    const article = readOne(lines('市领导周某来青石镇检查', '未成年人活动场所建设', '', LEAD));
    expect([article.title, article.kicker]).toEqual(['市领导周某来青石镇检查 未成年人活动场所建设', null]);
    expect(article.rules[0]).toEqual({ rule: 'two-line-headline', line: 1 });
  });

  it('joins two headline lines over a blank line if the upper one leaves its clause open', () => {
    const article = readOne(lines('区政府召开', '', '第八次常务会议', '', LEAD));
    expect([article.title, article.kicker]).toEqual(['区政府召开 第八次常务会议', null]);
  });

  it('takes a subtitle after a dash into the headline', () => {
    const article = readOne(lines('守着一条河', '', '——记青石镇护河员老陶', '', LEAD));
    expect(article.title).toBe('守着一条河 ——记青石镇护河员老陶');
  });

  it.each([
    ['apart', ['同走一条山路 共护一江清水', '', '云溪青石山海协作会召开']],
    ['without a gap', ['同走一条山路 共护一江清水', '云溪青石山海协作会召开']],
  ])('knows a slogan above the headline as the kicker, %s', (_, head) => {
    const article = readOne(lines(...head, '', LEAD));
    expect([article.kicker, article.title]).toEqual(['同走一条山路 共护一江清水', '云溪青石山海协作会召开']);
  });

  it('takes a short line that stands apart above the headline for the kicker', () => {
    const article = readOne(lines('全区护河工作推进会', '', '白鹭湿地公园开园', '', LEAD));
    expect([article.kicker, article.title]).toEqual(['全区护河工作推进会', '白鹭湿地公园开园']);
  });

  it.each([
    ['本报记者 林晓燕 通讯员 赵小满'],
    ['本报云溪11月2日电（记者 林晓燕）区里今天开会。'],
    ['新华社云溪11月2日电 区里今天开会。'],
    ['（记者 林晓燕）区里今天开会，部署治理任务。'],
    ['通讯员 赵小满 区里今天开会，部署治理任务。'],
    ['11月3日，云溪区召开河长制工作会议，部署任务。'],
    ['日前，云溪区召开河长制工作会议，部署全年任务。'],
  ])('knows a second article by a headline above %s', (lead) => {
    expect(titles(lines('区领导来青石镇调研', '', LEAD, '', '白鹭湿地公园开园', '', lead, '', BODY))).toEqual([
      '区领导来青石镇调研',
      '白鹭湿地公园开园',
    ]);
  });

  it('does not take a paragraph that begins with a date for a lead if a sentence stands above it', () => {
    const text = lines('区领导来青石镇调研', '', LEAD, '', BODY, '', '11月3日，会议代表实地看了治理现场。');
    expect(readOne(text).text.split('\n')).toHaveLength(3);
  });

  it('starts an article at `本报讯` even where no headline stands above it', () => {
    const { articles } = readPage(
      lines('区领导来青石镇调研', '', LEAD, '', BODY, '', '本报讯 昨天，青石镇下了第一场雪。'),
    );
    expect(articles.map((article) => article.title)).toEqual([
      '区领导来青石镇调研',
      '本报讯 昨天，青石镇下了第一场雪。'.slice(0, 20),
    ]);
    expect(articles[1]?.text).toBe('本报讯 昨天，青石镇下了第一场雪。');
    expect(articles[1]?.rules).toContainEqual({ rule: 'no-headline', line: 7 });
  });

  it('lets the headline win over a sentence that is broken off above it', () => {
    const { articles } = readPage(
      lines('区领导来青石镇调研', '', LEAD, '', '周某强调，要加快补齐', '', '白鹭湿地公园开园', '', LEAD),
    );
    expect(articles.map(({ title, kicker, text }) => [title, kicker, text])).toEqual([
      ['区领导来青石镇调研', null, `${LEAD}\n周某强调，要加快补齐`],
      ['白鹭湿地公园开园', null, LEAD],
    ]);
  });

  it('does not let the rest of a broken sentence become a kicker', () => {
    const tail = lines(
      '会议指出，这项工作已经到了要紧的时候，各部门要把责任扛起来，把办法想在前面，要主动',
      '',
      '靠前服务群众',
    );
    const { articles } = readPage(lines('区领导来青石镇调研', '', LEAD, '', tail, '', '白鹭湿地公园开园', '', LEAD));
    expect(articles[1]).toMatchObject({ title: '白鹭湿地公园开园', kicker: null });
    expect(articles[0]?.text.endsWith('要主动靠前服务群众')).toBe(true);
  });

  it('puts what stands before the first headline into an article of its own', () => {
    const { articles } = readPage(
      lines('各乡镇要把巡河做在日常，让群众看得见变化。', '', '白鹭湿地公园开园', '', LEAD),
    );
    expect(articles.map(({ title, text }) => [title, text])).toEqual([
      ['各乡镇要把巡河做在日常，让群众看得见变化', '各乡镇要把巡河做在日常，让群众看得见变化。'],
      ['白鹭湿地公园开园', LEAD],
    ]);
  });
});

describe('readPage, on a text that is no newspaper page', () => {
  it('takes the first short line as the title', () => {
    expect(readOne(lines('我的家乡', '', '我的家乡在白鹭湖边。', '', '那里的人靠水吃水。'))).toMatchObject({
      title: '我的家乡',
      text: '我的家乡在白鹭湖边。\n那里的人靠水吃水。',
    });
  });

  it('otherwise takes the first 20 characters, which stay in the text', () => {
    const text = '𠮷村在白鹭湖边，那里的人世世代代靠水吃水，如今日子好了。';
    expect(readOne(text)).toMatchObject({ title: '𠮷村在白鹭湖边，那里的人世世代代靠水吃水', text });
  });

  it('keeps a lone short line as text', () => {
    expect(readOne('白鹭湖')).toMatchObject({ title: '白鹭湖', text: '白鹭湖' });
  });

  it('does not take the first line of a column for a title', () => {
    const text = lines('白鹭湖边的人世世代代靠水吃水如今', '日子过得一年比一年好家家户户都盖', '起了新房。');
    expect(readOne(text)).toMatchObject({
      title: '白鹭湖边的人世世代代靠水吃水如今日子过得',
      text: text.replaceAll('\n', ''),
    });
  });

  it('finds no article in white space', () => {
    for (const reader of ['newspaper', 'plain'] as const) {
      expect(readPage(' \n\u3000\r\n', { reader }).articles).toEqual([]);
      expect(readPage('', { reader })).toEqual({ lines: [], articles: [], reader });
    }
  });
});

describe('readPage, reading names and dates', () => {
  it.each([
    ['本报讯（记者 林晓燕 见习记者 赵小满）11月2日，开会。', ['林晓燕', '赵小满']],
    ['本报讯（记者林晓燕通讯员赵小满、周舟）11月2日，开会。', ['林晓燕', '赵小满', '周舟']],
    ['本报讯（记者 王 芳 文/图）11月2日，开会。', ['王芳']],
    ['本报讯 （全媒体记者 阿依·古丽）11月2日，开会。', ['阿依·古丽']],
    ['本报讯（通讯员 区委宣传部 周舟）11月2日，开会。', ['周舟']],
    ['本报讯（通讯员 水利局 周舟）11月2日，开会。', ['周舟']],
    ['本报讯（记者林晓燕通讯员周舟李小满）11月2日，开会。', ['林晓燕', '周舟李小满']],
    ['本报讯 11月2日，（送审稿）获得通过。', []],
  ])('reads the names in %s', (lead, names) => {
    expect(readOne(lines('白鹭湿地公园开园', '', lead)).byline).toEqual(names);
  });

  it('takes lines of names above and below the text into the metadata', () => {
    const text = lines('白鹭湿地公园开园', '□ 本报记者 林晓燕 文/图', '', BODY, '', '（通讯员 赵小满）');
    expect(readOne(text)).toMatchObject({ byline: ['林晓燕', '赵小满'], text: BODY });
    expect(kinds(text)).toEqual(['headline', 'byline', 'blank', 'body', 'blank', 'byline']);
  });

  it('reads names in brackets at the end and leaves them in the text', () => {
    const text = lines('白鹭湿地公园开园', '', '日前，公园开园，市民前来观鸟。（记者 林晓燕）');
    expect(readOne(text)).toMatchObject({ byline: ['林晓燕'], text: '日前，公园开园，市民前来观鸟。（记者 林晓燕）' });
  });

  it('does not take a sentence about reporters for names', () => {
    const text = lines('白鹭湿地公园开园', '', BODY, '', '本报记者从区水利局获悉，明年还将开放两处。');
    expect(readOne(text)).toMatchObject({ byline: [], text: `${BODY}\n本报记者从区水利局获悉，明年还将开放两处。` });
  });

  it('gives a date without a year as printed only', () => {
    expect(readOne(lines('白鹭湿地公园开园', '', LEAD))).toMatchObject({ date: null, dateText: '11月2日' });
  });

  it.each([
    ['2021年11月5日', '2021-11-05'],
    ['2021-11-5 09:12', '2021-11-05'],
    ['2021年11月05日 星期五 09:12:30', '2021-11-05'],
    ['二〇二一年十一月二十五日', '2021-11-25'],
    ['2021年2月30日', null],
  ])('reads the date line %s', (line, date) => {
    const text = lines(line, '白鹭湿地公园开园', '', LEAD);
    expect(readOne(text)).toMatchObject({ title: '白鹭湿地公园开园', date, startLine: 1, text: LEAD });
    expect(kinds(text)[0]).toBe('date');
  });

  it('reads date and source below the headline', () => {
    const text = lines('白鹭湿地公园开园', '2021年11月5日 09:12 来源：云溪日报', '', LEAD);
    expect(readOne(text)).toMatchObject({
      date: '2021-11-05',
      dateText: '2021年11月5日',
      publication: '云溪日报',
      text: LEAD,
    });
  });

  it('knows an article by the date line below its headline, but not by one below a signature', () => {
    const text = lines(
      '云溪区召开会议',
      '2021年11月5日',
      BODY,
      '',
      '白鹭湿地公园开园',
      '2021年11月6日',
      BODY,
      '',
      '云溪区人民政府',
      '2021年11月7日',
    );
    expect(readPage(text).articles.map(({ title, date, text: words }) => [title, date, words])).toEqual([
      ['云溪区召开会议', '2021-11-05', BODY],
      ['白鹭湿地公园开园', '2021-11-06', `${BODY}\n云溪区人民政府\n2021年11月7日`],
    ]);
  });

  it('gives what the masthead says to every article, with the nearest page number above', () => {
    const text = lines(
      '云溪日报 2021年11月5日 星期五',
      '第2版 要闻',
      '',
      '区领导来青石镇调研',
      LEAD,
      '',
      '第3版：综合',
      '白鹭湿地公园开园',
      LEAD,
    );
    const { articles } = readPage(text);
    expect(articles.map(({ publication, page, date, dateText }) => [publication, page, date, dateText])).toEqual([
      ['云溪日报', '2', '2021-11-05', '11月2日'],
      ['云溪日报', '3', '2021-11-05', '11月2日'],
    ]);
    expect(kinds(text).filter((kind) => kind === 'furniture')).toHaveLength(3);
  });
});

describe('readPage, setting furniture aside', () => {
  it.each([
    ['第2版'],
    ['版面'],
    ['A12版：要闻'],
    ['责任编辑：林晓燕 版式：赵小满'],
    ['（下转第2版）'],
    ['下转第三版'],
    ['云溪日报'],
    ['新闻热线：0570-0000000'],
  ])('keeps %s out of the text, also inside a broken sentence', (line) => {
    const text = lines('白鹭湿地公园开园', '', LEAD, '', '园区今后将逐步', '', line, '', '开放夜游。');
    expect(readOne(text).text).toBe(`${LEAD}\n园区今后将逐步开放夜游。`);
    expect(readPage(text).lines[6]).toMatchObject({ kind: 'furniture', article: null });
  });

  it('takes a jump notice at the end of a line out of the text and says so', () => {
    const article = readOne(lines('白鹭湿地公园开园', '', LEAD, '', '园区今后将逐步开放夜游（下转第2版）'));
    expect(article.text.split('\n')[1]).toBe('园区今后将逐步开放夜游');
    expect(article.rules).toContainEqual({ rule: 'jump-notice', line: 5 });
  });

  it('leaves headlines and sentences alone that only mention such words', () => {
    expect(titles(lines('云溪日报社举行开放日活动', '', LEAD))).toEqual(['云溪日报社举行开放日活动']);
    expect(titles(lines('云溪日报 走进青石镇', '', LEAD))).toEqual(['云溪日报 走进青石镇']);
    expect(titles(lines('第2版《护河手册》发布', '', LEAD))).toEqual(['第2版《护河手册》发布']);
    expect(titles(lines('编辑部里的老陶', '', LEAD))).toEqual(['编辑部里的老陶']);
  });
});

describe('readPage, mending', () => {
  const head = ['白鹭湿地公园开园', '', LEAD, ''];
  const body = (...parts: readonly string[]): string[] =>
    readOne(lines(...head, ...parts))
      .text.split('\n')
      .slice(1);

  it('joins a sentence that a column broke, over blank lines and without a space', () => {
    const article = readOne(lines(...head, '要协同配合，打造特色', '', '', '亮点，夯实责任。', '', BODY));
    expect(article.text).toBe(`${LEAD}\n要协同配合，打造特色亮点，夯实责任。\n${BODY}`);
    expect(article.breaks).toEqual([
      { line: 3, offset: LEAD.length, joined: false, rule: 'sentence-end' },
      { line: 5, offset: LEAD.length + 11, joined: true, rule: 'broken-sentence' },
      { line: 8, offset: LEAD.length + 19, joined: false, rule: 'sentence-end' },
    ]);
  });

  it('joins a broken piece at the start of a paragraph that is short as a headline', () => {
    expect(body('周某强调，要加快消除', '', '不利因素。各部门要配合。')).toEqual([
      '周某强调，要加快消除不利因素。各部门要配合。',
    ]);
  });

  it.each([
    ['。'],
    ['！'],
    ['？'],
    ['…'],
    ['：'],
    ['；'],
    ['。”'],
    ['？”'],
    ['！’'],
    ['。）'],
    ['（完）'],
    ['.'],
    ['。」'],
  ])('keeps the end of a paragraph after %s', (end) => {
    expect(body(`大家都来护河${end}`, '', '第二段。')).toEqual([`大家都来护河${end}`, '第二段。']);
  });

  it('joins a line that begins with a closing mark whatever the line above ends with', () => {
    expect(body('大家都说“护河好”', '', '，于是都来了。')).toEqual(['大家都说“护河好”，于是都来了。']);
  });

  it.each([
    ['the committee of the', 'river met.', 'the committee of the river met.'],
    ['a well-', 'known lake.', 'a well-known lake.'],
    ['It began in 2021,', 'we hear.', 'It began in 2021, we hear.'],
    ['使用 App', 'Store 下载。', '使用 App Store 下载。'],
    ['投入资金30', '00万元。', '投入资金3000万元。'],
    ['采用GIS', '系统。', '采用GIS系统。'],
    ['共有', '30条河。', '共有30条河。'],
  ])('joins %s and %s', (left, right, joined) => {
    expect(body(left, right)).toEqual([joined]);
  });

  it('trims ideographic and other spaces around a paragraph and keeps those inside', () => {
    expect(body('\u3000\u3000第一　段。\u3000', '\t  第二 段。 ')).toEqual(['第一　段。', '第二 段。']);
  });

  it('keeps a numbered heading and a slogan heading as paragraphs', () => {
    expect(body('一、责任到人', '', BODY, '', '（二）管护到位', '', BODY, '', '一河一策 长治久清', '', BODY)).toEqual([
      '一、责任到人',
      BODY,
      '（二）管护到位',
      BODY,
      '一河一策 长治久清',
      BODY,
    ]);
  });

  it('mends a broken sentence in a numbered paragraph', () => {
    expect(body('（一）落实责任，各部门要', '', '协同配合。')).toEqual(['（一）落实责任，各部门要协同配合。']);
  });

  it('does not join a signature date to the line above', () => {
    expect(body(BODY, '', '云溪区人民政府', '2021年11月5日')).toEqual([BODY, '云溪区人民政府', '2021年11月5日']);
  });

  it('mends a column that is cut to one width, with blank lines between paragraphs', () => {
    const column = [
      '白鹭湿地公园昨天开园，市民带着孩',
      '子来观鸟，园里为游人备下望远镜。',
      '园区负责人说，这里冬天会有一百多',
      '种候鸟停留。',
      '',
      '公园每天早上七点开门，傍晚六点关',
      '门，进园不收费。',
    ];
    expect(body(...column)).toEqual([column.slice(0, 4).join(''), column.slice(5).join('')]);
  });

  it('mends a column whose paragraphs are indented and not set apart', () => {
    const column = [
      '　　白鹭湿地公园昨天开园，市民带',
      '着孩子来观鸟，园里备下了望远镜。',
      '园区负责人说，这里冬天会有一百多',
      '种候鸟停留，值得一看。',
      '　　公园每天早上七点开门，傍晚六',
      '点关门，进园不收费。',
    ];
    expect(body(...column)).toEqual([column.slice(0, 4).join('').trim(), column.slice(4).join('').trim()]);
  });

  it('mends columns with headlines between them and no blank line on the page', () => {
    const text = lines(
      '区领导来青石镇调研',
      '本报讯（记者 林晓燕）11月2日，区',
      '领导来到青石镇，看了治理现场，并听',
      '取了汇报。',
      '白鹭湿地公园开园',
      '本报讯（记者 赵小满 见习记者 周',
      '舟）11月3日，白鹭湿地公园开园，市',
      '民前来观鸟。',
    );
    expect(readPage(text).articles.map(({ title, byline, text: words }) => [title, byline, words])).toEqual([
      [
        '区领导来青石镇调研',
        ['林晓燕'],
        '本报讯（记者 林晓燕）11月2日，区领导来到青石镇，看了治理现场，并听取了汇报。',
      ],
      [
        '白鹭湿地公园开园',
        ['赵小满', '周舟'],
        '本报讯（记者 赵小满 见习记者 周舟）11月3日，白鹭湿地公园开园，市民前来观鸟。',
      ],
    ]);
  });

  it.each([['\r\n'], ['\r'], ['\n'], ['\u2028'], ['\u2029'], ['\f'], ['\v'], ['\u0085']])(
    'takes %j for a line end',
    (end) => {
      const text = ['白鹭湿地公园开园', '', LEAD, '', '要打造特色', '', '亮点。'].join(end);
      expect(readOne(text)).toMatchObject({ title: '白鹭湿地公园开园', text: `${LEAD}\n要打造特色亮点。`, endLine: 7 });
    },
  );
});

describe('readPage, adjusted', () => {
  const page = lines(
    '区领导来青石镇调研',
    '',
    LEAD,
    '',
    '要打造特色',
    '',
    '亮点。',
    '',
    '白鹭湿地公园开园',
    '',
    LEAD,
    '',
    BODY,
  );
  const read = (adjustments: PageAdjustments): PageReading => readPage(page, { reader: 'newspaper', adjustments });

  it('merges articles whose start is left out, with the lost headline as a paragraph', () => {
    expect(read({ starts: [1] }).articles.map((article) => article.text)).toEqual([
      `${LEAD}\n要打造特色亮点。\n白鹭湿地公园开园\n${LEAD}\n${BODY}`,
    ]);
  });

  it('does not join the lost lines of a head to each other', () => {
    const text = lines('区领导来青石镇调研', '', BODY, '', '全区护河工作推进会', '', '湿地公园开园', '', LEAD);
    expect(readOne(text, { starts: [1] }).text).toBe(lines(BODY, '全区护河工作推进会', '湿地公园开园', LEAD));
  });

  it('splits an article at any line, whose first characters become the title', () => {
    const { articles } = read({ starts: [1, 9, 13] });
    expect(articles.map(({ startLine, title }) => [startLine, title])).toEqual([
      [1, '区领导来青石镇调研'],
      [9, '白鹭湿地公园开园'],
      [13, [...BODY].slice(0, 20).join('')],
    ]);
    expect(articles[2]?.text).toBe(BODY);
  });

  it('makes an article of what stands before the first start asked for', () => {
    expect(read({ starts: [9] }).articles.map((article) => article.startLine)).toEqual([1, 9]);
  });

  it('turns furniture into content where an article is to start at it', () => {
    const text = lines('第2版', '', LEAD);
    expect(readOne(text).title).toBe(LEAD.slice(0, 20));
    expect(readOne(text, { starts: [1] })).toMatchObject({ title: '第2版', text: LEAD, page: null });
  });

  it('marks dropped articles and still lists them with their lines', () => {
    const reading = read({ dropped: [9] });
    expect(reading.articles.map((article) => article.dropped)).toEqual([false, true]);
    expect(reading.lines[10]).toMatchObject({ kind: 'lead', article: 1 });
  });

  it('retitles without touching the text', () => {
    const { articles } = read({ titles: [{ line: 9, title: '湿地公园' }] });
    expect(articles[1]).toMatchObject({ title: '湿地公园', text: `${LEAD}\n${BODY}` });
    expect(articles[1]?.rules).toContainEqual({ rule: 'manual-title', line: 9 });
  });

  it('undoes a mend and mends a break that was kept', () => {
    const { articles } = read({
      breaks: [
        { line: 5, joined: false },
        { line: 11, joined: true },
      ],
    });
    expect(articles.map((article) => article.text)).toEqual([`${LEAD}\n要打造特色\n亮点。`, `${LEAD}${BODY}`]);
    expect(articles[0]?.breaks[1]).toMatchObject({ line: 5, joined: false, rule: 'manual' });
  });

  it.each<[string, PageAdjustments, number]>([
    ['a start on a blank line', { starts: [2] }, 2],
    ['a start beyond the page', { starts: [1, 14] }, 14],
    ['a start before the page', { starts: [0] }, 0],
    ['a drop that starts no article', { dropped: [5] }, 5],
    ['a title for a start that was taken away', { starts: [1], titles: [{ line: 9, title: '甲' }] }, 9],
    ['a break on a blank line', { breaks: [{ line: 4, joined: true }] }, 4],
  ])('refuses %s and names the line', (_, adjustments, line) => {
    expect(refusedLine(() => read(adjustments))).toEqual(['page-adjustment', { line }]);
  });

  it('refuses a break on furniture', () => {
    const adjustments = { breaks: [{ line: 1, joined: true }] };
    expect(refusedLine(() => readOne(lines('第2版', LEAD), adjustments))).toEqual(['page-adjustment', { line: 1 }]);
  });
});

describe('readPage, given very much text', () => {
  it('reads a million lines and refuses one more', () => {
    expect(readPage('\n'.repeat(1_000_000)).lines).toHaveLength(1_000_000);
    expect(refusedLine(() => readPage('\n'.repeat(1_000_001)))).toEqual([
      'file-too-large',
      { lines: 1_000_001, limit: 1_000_000 },
    ]);
  });
});

describe('readPage, as it stands', () => {
  const plain = (text: string, adjustments?: PageAdjustments): PageReading =>
    readPage(text, { reader: 'plain', adjustments });

  it('keeps every character but line ends, which become line feeds', () => {
    const { articles, lines: read } = plain('\r\n　白鹭湖\r\r\n没有说完\u2028的话\r\n');
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      title: '白鹭湖',
      text: '\n　白鹭湖\n\n没有说完\n的话\n',
      startLine: 2,
      endLine: 5,
    });
    expect(read.map((line) => line.kind)).toEqual(['blank', 'body', 'blank', 'body', 'body']);
  });

  it('maps a text with plain line feeds by one entry', () => {
    const text = '白鹭湖\n\n第一段\n';
    expect(plain(text).articles[0]).toMatchObject({ text, map: [{ start: 0, end: 9, sourceStart: 0, sourceEnd: 9 }] });
  });

  it('cuts where a person says, without the line end at the cut', () => {
    const { articles } = plain('甲\n乙\n\n丙\n', { starts: [4], titles: [{ line: 4, title: '第二' }], dropped: [1] });
    expect(articles.map(({ title, text, dropped }) => [title, text, dropped])).toEqual([
      ['甲', '甲\n乙\n', true],
      ['第二', '丙\n', false],
    ]);
  });
});

describe('readPage, as laws', () => {
  const piece = fc.constantFrom(
    '白鹭湿地公园开园',
    '同走一条山路 共护一江清水',
    '区政府召开',
    LEAD,
    BODY,
    '本报记者 林晓燕',
    '本报讯',
    '第2版',
    '（下转第2版）',
    '责任编辑：周舟',
    '2021年11月5日',
    '11月3日，代表们实地看了现场。',
    '要打造特色',
    '　　缩进的段落。',
    'two words',
    '𠮷村、',
    '”',
    '云溪日报',
    '一、责任',
    '会议要求各部门（下转第2版）',
    ' ',
    '',
  );
  const pages = fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 5, arbitrary: piece }, fc.string({ maxLength: 12 })),
        fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\u2028'),
      ),
    )
    .map((parts) => parts.flat().join(''));
  const readers = fc.constantFrom('newspaper' as const, 'plain' as const);

  it('maps ordered ranges without overlap to equal text in the source', () => {
    fc.assert(
      fc.property(pages, readers, (text, reader) => {
        let sourceEnd = 0;
        for (const article of readPage(text, { reader }).articles) {
          let end = 0;
          for (const entry of article.map) {
            expect(entry.start).toBeGreaterThanOrEqual(end);
            expect(entry.sourceStart).toBeGreaterThanOrEqual(sourceEnd);
            expect(entry.end).toBeGreaterThan(entry.start);
            expect(article.text.slice(entry.start, entry.end)).toBe(text.slice(entry.sourceStart, entry.sourceEnd));
            // What the reader put in is white space.
            expect(article.text.slice(end, entry.start).trim()).toBe('');
            end = entry.end;
            sourceEnd = entry.sourceEnd;
          }
          expect(article.text.slice(end).trim()).toBe('');
        }
      }),
    );
  });

  it('puts every line that is not blank into one article or calls it furniture', () => {
    fc.assert(
      fc.property(pages, readers, (text, reader) => {
        const reading = readPage(text, { reader });
        for (const line of reading.lines) {
          const isOwned = line.article !== null;
          expect(isOwned).toBe(line.kind !== 'blank' && line.kind !== 'furniture');
          const article = reading.articles[line.article ?? -1];
          if (article) expect(line.number >= article.startLine && line.number <= article.endLine).toBe(true);
          if (article && (line.kind === 'lead' || line.kind === 'body')) {
            const isEmpty =
              text
                .slice(line.start, line.end)
                .replace(/（(?:下转|上接)[^）]*）/gu, '')
                .trim() === '';
            expect(isEmpty || article.map.some((e) => e.sourceStart < line.end && e.sourceEnd > line.start)).toBe(true);
          }
        }
      }),
    );
  });

  it('changes nothing when the guess is given as the adjustment', () => {
    fc.assert(
      fc.property(pages, readers, (text, reader) => {
        const guessed = readPage(text, { reader });
        const breaks = guessed.articles.flatMap((article) => article.breaks);
        const adjustments = { starts: guessed.articles.map((article) => article.startLine), dropped: [], titles: [] };
        expect(readPage(text, { reader, adjustments })).toEqual(guessed);
        const sameBreaks = { breaks: breaks.map(({ line, joined }) => ({ line, joined })) };
        expect(readPage(text, { reader, adjustments: sameBreaks }).articles.map((article) => article.text)).toEqual(
          guessed.articles.map((article) => article.text),
        );
      }),
    );
  });

  it('has a break for every two neighbouring text lines, at the place where the first one ends', () => {
    fc.assert(
      fc.property(pages, (text) => {
        const reading = readPage(text);
        reading.articles.forEach((article, index) => {
          const own = reading.lines.filter(
            (line) => line.article === index && (line.kind === 'lead' || line.kind === 'body'),
          );
          expect(article.breaks.map((entry) => entry.line)).toEqual(own.slice(0, -1).map((line) => line.number));
          for (const entry of article.breaks) expect(article.text[entry.offset] === '\n').toBe(!entry.joined);
        });
      }),
    );
  });

  it('gives readings that the contract accepts', () => {
    fc.assert(
      fc.property(pages, readers, (text, reader) => {
        const reading = readPage(text, { reader });
        expect(PageReadingSchema.parse(reading)).toEqual(reading);
      }),
    );
  });
});
