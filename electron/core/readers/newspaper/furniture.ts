/** Recognises what belongs to the page and not to an article: masthead, page number, editors, jump notices. */
import { findDate } from './dates.ts';

const NUMBER = '[A-D]?[0-9０-９〇零一二三四五六七八九十百]{1,4}';
const PAGE_NUMBER = `(?:第\\s?${NUMBER}\\s?版|[A-D]?[0-9]{1,3}\\s?版)`;
const PAGE = new RegExp(PAGE_NUMBER, 'u');
const PAGES = new RegExp(PAGE_NUMBER, 'gu');
const PAGE_LINE = new RegExp(`^[·—\\-\\s　]*${PAGE_NUMBER}(?:[\\s　：:·/|—-]+[^，。；！？]{0,24})?$`, 'u');
const EDITORS =
  /^[□■◎●◆【（(]?(?:本版|今日)?(?:责任编辑|责编|执行编辑|执行主编|编辑|美编|美术编辑|版式设计|版式|视觉设计|组版|责任校对|校对|审校|一审|二审|三审|值班编委|值班总编|值班主任|新闻热线|投稿邮箱|电子邮箱|联系电话|广告热线)[\s　]*[：:／/]/u;
const MASTHEAD =
  /^[^\s，。；：:！？（）()“”]{1,10}(?:日报|晚报|时报|早报|晨报|商报|都市报|青年报|农民报|新报|周报)(?=$|[\s　·|]|第|[0-9])/u;
const BESIDE_MASTHEAD =
  /星期[一二三四五六日天]|第?\s?[0-9]{1,6}\s?期|农历\S{2,8}|要闻|综合|新闻|责任编辑|[0-9０-９〇零一二三四五六七八九十年月日号:：.·|/\\—-]/gu;
const JUMP = `(?:下转|紧转|上接|上承)\\s?(?:第\\s?)?${NUMBER}\\s?版[^（）()。]{0,12}`;
const JUMP_LINE = new RegExp(`^[（(【]?\\s?${JUMP}[）)】]?$`, 'u');
const JUMP_TAIL = new RegExp(`[（(【]\\s?${JUMP}[）)】]$`, 'u');
const JUMP_HEAD = new RegExp(`^[（(【]\\s?${JUMP}[）)】]`, 'u');
const LONGEST = 70;

/** A line of the page and not of an article. */
export function isFurnitureLine(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (line === '版面' || line === '版次' || JUMP_LINE.test(line) || PAGE_LINE.test(line)) return true;
  return (EDITORS.test(line) && !/[，。；]/u.test(line)) || isMasthead(line);
}

/** What a furniture line says about its page. */
export interface PageHeader {
  readonly publication: string | null;
  readonly page: string | null;
  readonly date: { readonly text: string; readonly iso: string | null } | null;
}

/** Reads publication, page and date off a masthead or page-number line; null for any other line. */
export function readHeader(line: string): PageHeader | null {
  if (line.length > LONGEST || JUMP_LINE.test(line)) return null;
  const hasMasthead = isMasthead(line);
  if (!hasMasthead && !PAGE_LINE.test(line)) return null;
  const page = PAGE.exec(line)?.[0].replace(/第|版|\s/gu, '') ?? null;
  return { publication: hasMasthead ? (MASTHEAD.exec(line)?.[0] ?? null) : null, page, date: findDate(line) };
}

/** A newspaper's name with at most date, weekday, issue and page after it: a headline may begin with one too. */
function isMasthead(line: string): boolean {
  const name = MASTHEAD.exec(line)?.[0];
  if (name === undefined) return false;
  const rest = line.slice(name.length).replace(PAGES, '').replace(BESIDE_MASTHEAD, '');
  return /^[\s　]*$/u.test(rest);
}

/** The length in code units of a jump notice such as `（下转第2版）` at the end of a line; 0 if there is none. `end`: its last 40 code units. */
export function jumpTailLength(end: string): number {
  return JUMP_TAIL.exec(end)?.[0].length ?? 0;
}

/** The same for a notice such as `（上接第1版）` at the start of a line. `start`: the line's first 40 code units. */
export function jumpHeadLength(start: string): number {
  return JUMP_HEAD.exec(start)?.[0].length ?? 0;
}
