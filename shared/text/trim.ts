/** Trims a selection: outer spaces and stray punctuation do not belong to a mark. */

const SPACE = /[\s\u3000\u00a0\u200b-\u200d\ufeff]/;
const STRAY = /[，。；：、！？,.;:!?·…—]/;
const PAIRS: Readonly<Record<string, string>> = {
  '《': '》',
  '“': '”',
  '（': '）',
  '‘': '’',
  '(': ')',
  '【': '】',
  '「': '」',
  '『': '』',
  '〈': '〉',
  '〔': '〕',
};
const CLOSERS: ReadonlySet<string> = new Set(Object.values(PAIRS));

/**
 * The selection without outer blanks, line breaks, stray punctuation and unpaired brackets (UTF-16 offsets).
 * A selection of nothing else stays as it is; `《…》` with both its signs keeps them.
 */
export function trimRange(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  let from = start;
  let to = end;
  for (;;) {
    const first = text[from] ?? '';
    const last = text[to - 1] ?? '';
    if (from >= to) return { start, end };
    if (isOuter(first) || CLOSERS.has(first)) from += 1;
    else if (isOuter(last) || (last in PAIRS && to - 1 > from)) to -= 1;
    else if (CLOSERS.has(last) && !isClosed(text, from, to)) to -= 1;
    else if (first in PAIRS && !isOpened(text, from, to)) from += 1;
    else return { start: from, end: to };
  }
}

function isOuter(character: string): boolean {
  return SPACE.test(character) || STRAY.test(character);
}

/** Whether the closing sign at the end has its opening sign inside. */
function isClosed(text: string, from: number, to: number): boolean {
  const closer = text[to - 1] ?? '';
  const opener = Object.keys(PAIRS).find((key) => PAIRS[key] === closer) ?? '';
  let depth = 0;
  for (let i = to - 1; i >= from; i -= 1) {
    if (text[i] === closer) depth += 1;
    else if (text[i] === opener) depth -= 1;
    if (depth === 0) return true;
  }
  return false;
}

/** Whether the opening sign at the start has its closing sign inside. */
function isOpened(text: string, from: number, to: number): boolean {
  const opener = text[from] ?? '';
  const closer = PAIRS[opener] ?? '';
  let depth = 0;
  for (let i = from; i < to; i += 1) {
    if (text[i] === opener) depth += 1;
    else if (text[i] === closer) depth -= 1;
    if (depth === 0) return true;
  }
  return false;
}
