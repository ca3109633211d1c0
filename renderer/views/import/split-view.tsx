/** The raw page beside the articles proposed from it; every gesture on either side asks for a new proposal. */
import { useMemo, useRef, useState } from 'react';
import type { PageReading } from '#shared/model/page.ts';
import { useText } from '../../state/use-text.ts';
import type { SplitGesture } from './adjustments.ts';
import { ArticleCard } from './article-card.tsx';
import type { DraftStep, FileDraft } from './drafts.ts';
import { RawPage } from './raw-page.tsx';

interface SplitViewProps {
  readonly draft: FileDraft;
  /** The decoded file. */
  readonly text: string;
  readonly reading: PageReading;
  readonly onStep: (step: DraftStep) => void;
}

/** Both halves. Choosing an article in one shows it in the other. */
export function SplitView({ draft, text, reading, onStep }: SplitViewProps) {
  const t = useText();
  const [shown, setShown] = useState<{ readonly line: number } | null>(null);
  const cards = useRef<HTMLOListElement>(null);
  const retitled = useMemo(
    () => new Map(draft.history.changes.titles?.map(({ line, title }) => [line, title])),
    [draft.history.changes.titles],
  );
  const gesture = (made: SplitGesture) => onStep({ kind: 'gesture', gesture: made });

  /** After a merge the card is gone: the one before it takes the focus. */
  function merge(article: number): void {
    const before = reading.articles.filter(({ startLine }) => startLine < article).at(-1);
    gesture({ kind: 'merge', article });
    cards.current?.querySelector<HTMLElement>(`[data-article="${before?.startLine}"] input`)?.focus();
  }

  return (
    <div className="split">
      <section className="split-half" aria-labelledby="split-page">
        <header className="split-head">
          <h3 id="split-page">{t('import.page')}</h3>
          <p className="quiet">{t('import.page.hint')}</p>
        </header>
        <RawPage
          text={text}
          reading={reading}
          shown={shown}
          onGesture={gesture}
          onChooseArticle={(line) =>
            cards.current?.querySelector(`[data-article="${line}"]`)?.scrollIntoView({ block: 'nearest' })
          }
        />
      </section>
      <section className="split-half" aria-labelledby="split-articles">
        <header className="split-head">
          <h3 id="split-articles">{t('import.articles')}</h3>
          <p className="quiet" role="status">
            {t('count.articles', { n: reading.articles.filter((article) => !article.dropped).length })}
          </p>
        </header>
        <ol className="cards" ref={cards}>
          {reading.articles.map((article, index) => (
            <ArticleCard
              key={article.startLine}
              article={article}
              index={index}
              title={retitled.get(article.startLine) ?? article.title}
              onGesture={gesture}
              onMerge={merge}
              onShow={(line) => setShown({ line })}
            />
          ))}
          {reading.articles.length === 0 && <li className="empty">{t('import.noArticles')}</li>}
        </ol>
      </section>
    </div>
  );
}
