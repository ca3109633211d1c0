/** Invented Chinese newspaper text for measuring: the same seed gives the same text on every machine. */

const PLACES = ['青枫区', '石汀镇', '柳浦街道', '云栖河', '望岚县', '白鹭洲', '东篱村', '南溪社区', '松涛路', '鹤鸣桥'];
const BODIES = [
  '区水务局',
  '县农业服务中心',
  '镇人民政府',
  '街道办事处',
  '区发展改革局',
  '县教育局',
  '河长制办公室',
  '区供销社',
];
const POSTS = ['局长', '副区长', '镇长', '主任', '书记', '站长', '队长'];
const FAMILIES = ['岑', '邬', '柏', '闵', '傅', '骆', '祁', '景'];
const GIVEN = ['望舒', '一川', '若谷', '明远', '怀瑾', '清和', '砚', '岚', '景行', '知秋'];
const ACTIONS = ['检查', '调研', '督导', '推进', '验收', '启动', '部署', '走访'];
const THINGS = [
  '老旧小区改造',
  '河道清淤',
  '粮食收储',
  '校舍加固',
  '防汛备汛',
  '养老服务站建设',
  '农村公路养护',
  '垃圾分类',
];
const TIMES = ['昨日上午', '近日', '本月中旬', '上周三', '今年以来', '日前', '前三季度', '节前'];
const AIMS = ['确保群众温饱', '补齐设施短板', '方便居民出行', '守住安全底线', '提高办事效率', '改善人居环境'];
const CLOSINGS = [
  '各项工作正在有序展开',
  '有关部门表示将持续跟进',
  '居民纷纷点赞',
  '成效将在年底前公布',
  '资金已经全部到位',
];

/** Numbers in [0, 1) that depend on the seed only (mulberry32, a public-domain generator by T. Ettinger). */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A text of exactly `length` characters, all of one UTF-16 code unit, in paragraphs of about `paragraph` characters. */
export function makeText(seed: number, length: number, paragraph = 150): string {
  const random = makeRandom(seed);
  const paragraphs: string[] = [];
  for (let total = 0; total < length; ) {
    let text = '';
    while (text.length < paragraph) text += makeSentence(random);
    paragraphs.push(text);
    total += text.length + 1;
  }
  const whole = paragraphs.join('\n').slice(0, length - 1);
  // A cut right behind a line feed would leave an empty paragraph.
  return `${whole.endsWith('\n') ? `${whole.slice(0, -1)}了` : whole}。`;
}

/** A headline. */
export function makeTitle(seed: number): string {
  const random = makeRandom(seed ^ 0x5eed);
  return `${pick(random, PLACES)}${pick(random, ACTIONS)}${pick(random, THINGS)} ${seed}`;
}

function makeSentence(random: () => number): string {
  const person = `${pick(random, FAMILIES)}${pick(random, GIVEN)}`;
  const place = pick(random, PLACES);
  const amount = 10 + Math.floor(random() * 990);
  switch (Math.floor(random() * 3)) {
    case 0:
      return `${pick(random, TIMES)}，${place}${pick(random, POSTS)}${person}到${pick(random, BODIES)}${pick(random, ACTIONS)}${pick(random, THINGS)}工作，要求${pick(random, AIMS)}。`;
    case 1:
      return `据${pick(random, BODIES)}介绍，${place}已投入${amount}万元用于${pick(random, THINGS)}，${pick(random, CLOSINGS)}。`;
    default:
      return `${person}说，${pick(random, THINGS)}要同${pick(random, THINGS)}一起抓，${pick(random, AIMS)}，${pick(random, CLOSINGS)}。`;
  }
}

/** A stretch of text to be marked: UTF-16, half-open. */
export interface GeneratedSpan {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/**
 * `count` spans spread evenly over a text, 6 characters long on average, 15 % of them overlapping the one before; none
 * crosses a paragraph's end, and none touches a range of `free`.
 */
export function makeSpans(
  seed: number,
  text: string,
  count: number,
  labels: readonly string[],
  free: readonly (readonly [number, number])[] = [],
): readonly GeneratedSpan[] {
  const random = makeRandom(seed);
  const step = text.length / count;
  const spans: GeneratedSpan[] = [];
  for (let slot = 0; spans.length < count; slot += 1) {
    const base = Math.floor((slot % count) * step);
    const from = random() < 0.15 ? Math.max(0, base - 3) : base + Math.floor(random() * step * 0.5);
    const start = text.charAt(from) === '\n' ? from + 1 : from;
    const lineEnd = text.indexOf('\n', start);
    const end = Math.min(start + 3 + Math.floor(random() * 7), lineEnd < 0 ? text.length : lineEnd);
    const label = labels[Math.floor(random() * labels.length)] ?? '';
    const isFree = free.every(([a, b]) => end <= a || start >= b);
    // What a free range pushed out comes again elsewhere, in later rounds through the text.
    if (end > start && isFree) spans.push({ label, start, end });
  }
  return spans;
}

function pick(random: () => number, list: readonly string[]): string {
  return list[Math.floor(random() * list.length)] ?? '';
}
