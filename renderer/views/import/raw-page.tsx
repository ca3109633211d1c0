/** The page as it stands in the file, line by line, tinted by the article each line went to. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { PageBreak, PageLine, PageReading } from '#shared/model/page.ts';
import { useText } from '../../state/use-text.ts';
import { nextIndex } from '../library/next-index.ts';
import type { SplitGesture } from './adjustments.ts';
import { RawLine } from './raw-line.tsx';

/** Guessed height of a line in CSS pixels, until it is measured. */
const LINE = 28;

/** Lines that a page key jumps over. */
const JUMP = 15;

interface RawPageProps {
  readonly text: string;
  readonly reading: PageReading;
  /** The line to bring into sight; a new object asks again. */
  readonly shown: { readonly line: number } | null;
  readonly onGesture: (gesture: SplitGesture) => void;
  /** An article was pointed at: its first line. */
  readonly onChooseArticle: (startLine: number) => void;
}

/** A grid of lines: arrows move, Enter starts or merges an article, M mends or opens the break after the line. */
export function RawPage({ text, reading, shown, onGesture, onChooseArticle }: RawPageProps) {
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const wantsFocus = useRef(false);
  const { lines, articles } = reading;
  const here = Math.max(0, Math.min(current, lines.length - 1));
  const breaks = useMemo(() => breaksByLine(reading), [reading]);
  const owners = useMemo(() => ownersOf(lines), [lines]);
  const starts = useMemo(() => new Map(articles.map((article, index) => [article.startLine, index])), [articles]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 20,
    getItemKey: (index) => lines[index]?.number ?? index,
  });

  useEffect(() => {
    if (shown === null) return;
    virtual.scrollToIndex(shown.line - 1, { align: 'start' });
    setCurrent(shown.line - 1);
  }, [shown, virtual]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${here}"]`);
    if (row === undefined || row === null) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const line = lines[here];
    const next = nextIndex(event.key, here, lines.length, JUMP);
    if (next !== null) {
      wantsFocus.current = true;
      setCurrent(next);
      virtual.scrollToIndex(next);
      event.preventDefault();
      return;
    }
    if (line === undefined || line.kind === 'blank' || event.target instanceof HTMLButtonElement) return;
    if (event.key === 'Enter')
      onGesture(
        starts.has(line.number) ? { kind: 'merge', article: line.number } : { kind: 'start', line: line.number },
      );
    else if (event.key.toLowerCase() === 'm') {
      const found = breaks.get(line.number);
      if (found === undefined) return;
      onGesture({ kind: 'break', line: line.number, joined: !found.joined });
    } else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual list cannot be laid out as a table
    <div
      ref={scroller}
      className="raw-page"
      role="grid"
      tabIndex={-1}
      aria-label={t('import.page')}
      aria-rowcount={lines.length}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: part of the grid above */}
      <div role="rowgroup" className="raw-lines" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const article = line.article === null ? undefined : articles[line.article];
          return (
            <RawLine
              key={line.number}
              line={line}
              text={text.slice(line.start, line.end)}
              index={item.index}
              top={item.start}
              isCurrent={item.index === here}
              startOf={starts.get(line.number) ?? null}
              article={owners[item.index] ?? null}
              isDropped={article?.dropped === true}
              pageBreak={breaks.get(line.number) ?? null}
              measure={virtual.measureElement}
              onGesture={onGesture}
              onChoose={() => {
                setCurrent(item.index);
                if (article !== undefined) onChooseArticle(article.startLine);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The article of every line for the eye: blank lines between two lines of one article are tinted with it. */
function ownersOf(lines: readonly PageLine[]): readonly (number | null)[] {
  const owners = lines.map((line) => line.article);
  let last = -1;
  lines.forEach(({ kind, article }, index) => {
    if (kind === 'blank') return;
    if (last >= 0 && article !== null && lines[last]?.article === article) owners.fill(article, last, index);
    last = index;
  });
  return owners;
}

function breaksByLine(reading: PageReading): ReadonlyMap<number, PageBreak> {
  return new Map(reading.articles.flatMap((article) => article.breaks.map((found) => [found.line, found] as const)));
}
