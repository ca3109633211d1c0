/** What a single line looks like by its own characters: lead, date, headline, subhead, finished paragraph. */
import { ROLE } from './bylines.ts';
import { findDate } from './dates.ts';

/** How strongly the beginning of a line says that an article's text begins here. */
export type LeadStrength = 'certain' | 'likely' | 'weak';

const CERTAIN_LEAD =
  /^(?:本报|本台|本网)(?:讯|综合消息)|^(?:据|综合)?(?:本报|新华社|新华网|中新社|中新网|人民网)(?!记者|通讯员)[^，。；：\s]{0,14}(?:[0-9]日(?:专)?电|(?:专)?电(?=[（(\s　]))/u;
const LIKELY_LEAD = new RegExp(`^[□■◎●◆▲△☆★（(]?\\s?${ROLE}[\\s　：:]`, 'u');
const WEAK_LEAD =
  /^(?:(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}日|日前|近日|近期|连日来|[昨今前][日天]|[本上]周|[0-9]{1,2}月(?:以来|初|底|[上中下]旬))/u;

/** Whether a line begins as the lead of an article does. `start`: its first 60 code units are enough. */
export function leadStrength(start: string): LeadStrength | null {
  if (CERTAIN_LEAD.test(start)) return 'certain';
  if (LIKELY_LEAD.test(start)) return 'likely';
  return WEAK_LEAD.test(start) ? 'weak' : null;
}

const AFTER_DATE =
  /^[\s　]*(?:星期[一二三四五六日天])?[\s　]*(?:农历\S{2,8})?[\s　]*(?:[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?)?[\s　]*(?:(?:来源|稿源)[\s　]?[：:][\s　]*(\S{1,20}))?$/u;

/** A line that holds nothing but a date, with or without weekday, hour and source. */
export function isDateLine(line: string): boolean {
  return matchAfterDate(line) !== null;
}

/** The source that a date line names after `来源：`, or null. */
export function sourceOnDateLine(line: string): string | null {
  return matchAfterDate(line)?.[1] ?? null;
}

function matchAfterDate(line: string): RegExpExecArray | null {
  if (line.length > 60) return null;
  const date = findDate(line);
  return date?.index === 0 ? AFTER_DATE.exec(line.slice(date.text.length)) : null;
}

/** A line without a sentence inside or punctuation at its end that asks for more. Callers bound its width. */
export function isHeadlineShaped(line: string): boolean {
  if (line.length < 2 || !/[\p{L}\p{N}]/u.test(line)) return false;
  if (/[。；]/u.test(line) || /[，、：:；,…．.（(“‘《]$/u.test(line)) return false;
  return !/^[，。、；：！？）》”’%（(]/u.test(line);
}

/** A headline-shaped line that may stand further above the lead: as a kicker or as the upper line of a headline. */
export function isUpperHeadlineShaped(line: string): boolean {
  return isHeadlineShaped(line) && !isSubheadShaped(line) && !/[，：:！？]/u.test(line);
}

/** Two halves of equal length, as in `同走一条路 共护一江水`. */
export function isSlogan(line: string): boolean {
  const [first = '', second = '', ...more] = line.split(/\s+/u);
  return more.length === 0 && first.length >= 4 && first.length === second.length;
}

const SUBHEAD_MARK =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部]|[0-9]{1,2}[.．、]|[■●◆◎▲★]|【[^】]+】$)/u;

/** A heading inside an article: numbered, marked, or set apart in brackets. */
export function isSubheadShaped(line: string): boolean {
  return SUBHEAD_MARK.test(line) && isHeadlineShaped(line.replace(/^[（(]/u, ''));
}

/** Whether the last characters of a line close a sentence. `end`: its last 8 code units are enough. */
export function isFinished(end: string): boolean {
  return /[。！？!?…；;：:”’"）)」』】.][”’"）)」』】]*$/u.test(end);
}
