/** Reads reporters' names: from the brackets of a lead, from lines of names only, from brackets at an article's end. */

/** A reporter's role as printed; also the beginning of other patterns. */
export const ROLE = '(?:本报|特约|见习|实习|首席|全媒体|融媒体|驻地|摄影)*(?:记者|通讯员|实习生|报道组)';
const MARKS = '[□■◎●◆▲△☆★—\\s　]*';

const SPACED = new RegExp(`^${MARKS}[（(]?\\s?${ROLE}[\\s　：:／/]+[^。，；！？（）()]{2,40}[）)]?$`, 'u');
const UNSPACED = new RegExp(
  `^${MARKS}(?:[（(]${ROLE}|本报(?:见习|实习|首席)?(?:记者|通讯员))\\p{Script=Han}[^。，；！？（）()]{1,40}[）)]?$`,
  'u',
);
const AUTHOR = new RegExp(
  `^${MARKS}[（(]?(?:作者|文[／/]图|文[／/]摄|文|图|摄影)\\s?[：:／/]\\s?[^。，；！？（）()]{2,40}[）)]?$`,
  'u',
);

/** A line that holds nothing but reporters' names. */
export function isBylineLine(line: string): boolean {
  if (line.length > 60 || !(SPACED.test(line) || UNSPACED.test(line) || AUTHOR.test(line))) return false;
  const { names, hasOther } = splitNames(line);
  return names.length > 0 && !hasOther;
}

/** The names in a line of names. */
export function readBylineLine(line: string): string[] {
  return splitNames(line).names;
}

const LEAD_BRACKET = /^[^（()）。，；]{0,20}[（(]([^（()）。；]{2,80})[）)]/u;
const LEAD_OPEN = new RegExp(`^[□■◎●◆▲△☆★\\s　]*(${ROLE}[\\s　：:][^。，；：！？]{2,50})[\\s　]*(?:报道|文|摄|$)`, 'u');
const TAIL_BRACKET = new RegExp(`[（(]((?:${ROLE}|作者|文[／/]图|文|图)[^（()）。；]{2,60})[）)]$`, 'u');

/** The names in the lead of an article's text, as in `本报讯（记者 甲某 通讯员 乙某）`. `start`: the text's first 120 code units or more. */
export function readLeadNames(start: string): string[] {
  const firstLine = start.split('\n', 1)[0] ?? '';
  const bracket = LEAD_BRACKET.exec(firstLine)?.[1];
  if (bracket !== undefined && new RegExp(ROLE, 'u').test(bracket)) return splitNames(bracket).names;
  const open = LEAD_OPEN.exec(firstLine)?.[1];
  if (open === undefined) return [];
  const { names, hasOther } = splitNames(open);
  return hasOther ? [] : names;
}

/** The names in brackets at the very end of an article's text. `end`: the text's last 80 code units or more. */
export function readTailNames(end: string): string[] {
  const bracket = TAIL_BRACKET.exec(end)?.[1];
  return bracket === undefined ? [] : splitNames(bracket).names;
}

const NOT_NAMES = new RegExp(
  `${ROLE}|作者|文字|摄影报道|摄影|供图|报道|整理|编译|文(?=[／/])|(?<=[／/\\s])[文图摄]|^[文图](?=[\\s：:／/])`,
  'gu',
);

const NAME = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}+[·•][\p{Script=Han}·•]+|\p{Lu}[\p{L}.·-]+)$/u;
const OFFICE = /^..+(?:部|局|办|处|院|社|委|中心|公司|大队|支队|街道|镇|乡|学校|大学)$/u;

function splitNames(list: string): { readonly names: string[]; readonly hasOther: boolean } {
  const tokens = list
    .replace(NOT_NAMES, ' ')
    .split(/[\s　、，,／/：:；;|□■◎●◆▲△☆★—（()）]+/u)
    .filter((token) => token !== '');
  const names: string[] = [];
  let hasOther = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const next = tokens[at + 1] ?? '';
    if (/^\p{Script=Han}$/u.test(token) && /^\p{Script=Han}$/u.test(next)) {
      names.push(token + next); // two-character names are often spaced out to the width of three
      at += 1;
    } else if (NAME.test(token) && !OFFICE.test(token)) names.push(token);
    else {
      hasOther = true;
      // Names without a gap cannot be told apart: as one they are at least there to be corrected.
      if (/^\p{Script=Han}{5,9}$/u.test(token) && !OFFICE.test(token)) names.push(token);
    }
  }
  return { names: [...new Set(names)], hasOther };
}
