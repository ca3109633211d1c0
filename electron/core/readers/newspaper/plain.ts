/** The plain reader: the text as it stands, with line ends made "\n", in one article or cut where a person says. */
import type { ArticleProposal, PageMapEntry } from '#shared/model/page.ts';
import { type Changes, firstCharacters } from './article.ts';
import { isBlank, lineText, type SourceLine } from './lines.ts';

const MAX_TITLE_WIDTH = 42;

/** Makes an article of `lines`, blank ones included; one at least is not blank. `isLast`: the text's last line end is part of it. */
export function buildPlainArticle(
  text: string,
  lines: readonly SourceLine[],
  isLast: boolean,
  changes: Changes,
): ArticleProposal {
  const written = lines.filter((line) => !isBlank(line));
  const first = written[0];
  const startLine = first?.number ?? 1;
  const title = first && first.width <= MAX_TITLE_WIDTH ? lineText(text, first) : firstLineStart(text, first);
  const asked = changes.titles.get(startLine);
  const breaks: ArticleProposal['breaks'][number][] = [];
  const rules: ArticleProposal['rules'][number][] = [{ rule: 'as-is', line: startLine }];
  if (asked !== undefined) rules.push({ rule: 'manual-title', line: startLine });
  return {
    startLine,
    endLine: written.at(-1)?.number ?? startLine,
    title: asked ?? title,
    kicker: null,
    byline: [],
    date: null,
    dateText: null,
    page: null,
    publication: null,
    ...copyLines(text, lines, isLast, breaks),
    breaks,
    rules,
    dropped: changes.dropped.has(startLine),
  };
}

function firstLineStart(text: string, line: SourceLine | undefined): string {
  return line ? firstCharacters(lineText(text, line, 200)) : '';
}

/** Lines whose end is already "\n" stay in one map entry. */
function copyLines(
  text: string,
  lines: readonly SourceLine[],
  isLast: boolean,
  breaks: ArticleProposal['breaks'][number][],
): { readonly text: string; readonly map: readonly PageMapEntry[] } {
  const parts: string[] = [];
  const map: PageMapEntry[] = [];
  let offset = 0;
  const copy = (sourceStart: number, sourceEnd: number): void => {
    if (sourceEnd <= sourceStart) return;
    parts.push(text.slice(sourceStart, sourceEnd));
    const end = offset + sourceEnd - sourceStart;
    const last = map.at(-1);
    if (last?.end === offset && last.sourceEnd === sourceStart) map[map.length - 1] = { ...last, end, sourceEnd };
    else map.push({ start: offset, end, sourceStart, sourceEnd });
    offset = end;
  };
  lines.forEach((line, at) => {
    copy(line.start, line.end);
    const isLastLine = at === lines.length - 1;
    if (line.end === text.length || (isLastLine && !isLast)) return;
    if (!isLastLine) breaks.push({ line: line.number, offset, joined: false, rule: 'as-is' });
    const lineEnd = text.startsWith('\r\n', line.end) ? line.end + 1 : line.end;
    if (text[lineEnd] === '\n') copy(lineEnd, lineEnd + 1);
    else {
      parts.push('\n');
      offset += 1;
    }
  });
  return { text: parts.join(''), map };
}
