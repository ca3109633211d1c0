/** A proposed article: its title to change, what was found out about it, and its beginning. */
import { useEffect, useId, useRef, useState } from 'react';
import type { ArticleProposal } from '#shared/model/page.ts';
import { countCodePoints } from '#shared/text/offsets.ts';
import { useText } from '../../state/use-text.ts';
import { Button } from '../../ui/button.tsx';
import type { SplitGesture } from './adjustments.ts';
import { ArticleText } from './article-text.tsx';
import { articleTone } from './article-tone.ts';

interface ArticleCardProps {
  readonly article: ArticleProposal;
  /** Place among the articles, from 0. */
  readonly index: number;
  readonly title: string;
  readonly onGesture: (gesture: SplitGesture) => void;
  readonly onMerge: (startLine: number) => void;
  /** Bring this line of the raw page into sight. */
  readonly onShow: (line: number) => void;
}

/** The card. */
export function ArticleCard({ article, index, title, onGesture, onMerge, onShow }: ArticleCardProps) {
  const t = useText();
  const { startLine, endLine, dropped } = article;
  const number = t('import.articleNumber', { n: index + 1 });
  const mended = article.breaks.filter((found) => found.joined).length;
  return (
    <li
      className={dropped ? 'article-card card-dropped' : 'article-card'}
      data-article={startLine}
      style={articleTone(index)}
      aria-label={number}
    >
      <header className="card-head">
        <button type="button" className="link-button card-number" onClick={() => onShow(startLine)}>
          {number}
          <span className="quiet">{t('import.lines', { from: startLine, to: endLine })}</span>
        </button>
        {dropped && <strong className="bad">{t('import.dropped')}</strong>}
        <span className="card-actions">
          {index > 0 && !dropped && (
            <Button tone="quiet" icon="merge" onClick={() => onMerge(startLine)}>
              {t('import.merge')}
            </Button>
          )}
          <Button
            tone="quiet"
            icon={dropped ? 'undo' : 'close'}
            onClick={() => onGesture({ kind: dropped ? 'restore' : 'drop', article: startLine })}
          >
            {dropped ? t('import.restore') : t('import.drop')}
          </Button>
        </span>
      </header>
      {article.kicker !== null && <p className="card-kicker">{article.kicker}</p>}
      <TitleField
        label={t('import.titleOf', { article: number })}
        title={title}
        isDisabled={dropped}
        onChange={(typed) => onGesture({ kind: 'retitle', article: startLine, title: typed })}
      />
      <Facts article={article} />
      <p className="card-text">{article.text.slice(0, 240)}</p>
      <details className="card-more">
        <summary>
          {t('import.card.more', { characters: countCodePoints(article.text).toLocaleString(), mended })}
        </summary>
        <h4>{t('import.rules')}</h4>
        <ul className="rule-list">
          {article.rules.map(({ rule, line }) => (
            <li key={`${rule}-${line}`}>
              <button type="button" className="link-button numeric" onClick={() => onShow(line)}>
                {t('import.line', { line })}
              </button>
              <span>{t(`import.rule.${rule}`)}</span>
            </li>
          ))}
        </ul>
        <h4>{t('import.wholeText')}</h4>
        <ArticleText article={article} onGesture={onGesture} />
      </details>
    </li>
  );
}

function Facts({ article }: { readonly article: ArticleProposal }) {
  const t = useText();
  const facts = [
    article.publication,
    article.page === null ? null : t('import.pageNumber', { page: article.page }),
    article.date ?? article.dateText,
    article.byline.length === 0 ? null : t('import.byline', { names: article.byline.join(t('import.comma')) }),
  ].filter((fact) => fact !== null);
  return (
    <ul className="card-facts">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

interface TitleFieldProps {
  readonly label: string;
  readonly title: string;
  readonly isDisabled: boolean;
  readonly onChange: (title: string) => void;
}

/** What is typed stays while it is typed; the proposal's own title comes back when the field is left empty. */
function TitleField({ label, title, isDisabled, onChange }: TitleFieldProps) {
  const t = useText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(title);
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(title);
  }, [title]);
  return (
    <input
      ref={field}
      id={id}
      className="field card-title"
      aria-label={label}
      placeholder={t('import.noTitle')}
      value={typed}
      disabled={isDisabled}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(event.target.value);
      }}
      onBlur={() => setTyped(typed.trim() === '' ? title : typed)}
    />
  );
}
