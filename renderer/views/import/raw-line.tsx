/** One line of the raw page: number, kind, text, the break after it, and what can be done at it. */
import type { PageBreak, PageLine } from '#shared/model/page.ts';
import { useText } from '../../state/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import type { SplitGesture } from './adjustments.ts';
import { articleTone } from './article-tone.ts';

interface RawLineProps {
  readonly line: PageLine;
  readonly text: string;
  /** Place in the list, from 0. */
  readonly index: number;
  /** Distance from the top in CSS pixels. */
  readonly top: number;
  readonly isCurrent: boolean;
  /** Index of the article that starts here; null where none does. */
  readonly startOf: number | null;
  /** Index of the article it belongs to for the eye; null for none. */
  readonly article: number | null;
  readonly isDropped: boolean;
  readonly pageBreak: PageBreak | null;
  /** Tells the virtual list the real height. */
  readonly measure: (element: HTMLElement | null) => void;
  readonly onGesture: (gesture: SplitGesture) => void;
  readonly onChoose: () => void;
}

/** A row of the grid; its buttons join the order of Tab only while it is the current row. */
export function RawLine(props: RawLineProps) {
  const { line, text, index, top, isCurrent, startOf, article, isDropped, pageBreak, measure, onGesture, onChoose } =
    props;
  const t = useText();
  const tab = isCurrent ? 0 : -1;
  const isBlank = line.kind === 'blank';
  const kind = t(`import.kind.${line.kind}`);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid above listens to the keys
    // biome-ignore lint/a11y/useSemanticElements: part of the raw page's grid
    <div
      ref={measure}
      role="row"
      className={`raw-line raw-${line.kind}${isDropped ? ' raw-dropped' : ''}${startOf === null ? '' : ' raw-start'}`}
      data-index={index}
      tabIndex={tab}
      aria-rowindex={index + 1}
      style={{ transform: `translateY(${top}px)`, ...(article === null ? {} : articleTone(article)) }}
      onClick={onChoose}
      onFocus={onChoose}
    >
      {startOf !== null && (
        // biome-ignore lint/a11y/useSemanticElements: part of the raw page's grid
        // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus
        <div role="gridcell" className="raw-band">
          <strong>{t('import.articleNumber', { n: startOf + 1 })}</strong>
          {startOf > 0 && (
            <button
              type="button"
              className="link-button"
              tabIndex={tab}
              onClick={() => onGesture({ kind: 'merge', article: line.number })}
            >
              <Icon name="merge" size={14} />
              {t('import.merge')}
            </button>
          )}
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: part of the raw page's grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row has the focus */}
      <div role="gridcell" className="raw-number">
        {line.number}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: part of the raw page's grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row has the focus */}
      <div role="gridcell" className="raw-text">
        {line.kind !== 'body' && <span className="raw-kind">{kind}</span>}
        {text}
        {pageBreak !== null && <BreakSign found={pageBreak} tab={tab} onGesture={onGesture} />}
      </div>
      {!isBlank && startOf === null && (
        // biome-ignore lint/a11y/useSemanticElements: part of the raw page's grid
        // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus
        <div role="gridcell" className="raw-cut">
          <button
            type="button"
            className="cut-button"
            tabIndex={tab}
            onClick={() => onGesture({ kind: 'start', line: line.number })}
          >
            <Icon name="cut" size={14} />
            {t('import.startHere')}
          </button>
        </div>
      )}
    </div>
  );
}

interface BreakSignProps {
  readonly found: PageBreak;
  readonly tab: number;
  readonly onGesture: (gesture: SplitGesture) => void;
}

/** ⌒ where two lines were made one, ¶ where a paragraph ends; pressing it changes one into the other. */
export function BreakSign({ found, tab, onGesture }: BreakSignProps) {
  const t = useText();
  const rule = t(`import.break.${found.rule}`);
  const label = t(found.joined ? 'import.break.open' : 'import.break.mend', { line: found.line, rule });
  return (
    <button
      type="button"
      className={found.joined ? 'break-sign break-joined' : 'break-sign'}
      tabIndex={tab}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        onGesture({ kind: 'break', line: found.line, joined: !found.joined });
      }}
    >
      {found.joined ? '⌒' : '¶'}
    </button>
  );
}
