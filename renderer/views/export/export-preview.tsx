/** What the export will hold: counts, the first record as it will be written, and what the format cannot hold. */
import { useId } from 'react';
import { isTextKey } from '#shared/i18n/text.ts';
import type { ExportLoss } from '#shared/model/transfer.ts';
import { useLanguage, useText } from '../../state/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNote } from '../import/error-note.tsx';
import { prettyRecord } from './export-draft.ts';
import type { ExportPreviewState } from './use-export-preview.ts';

interface ExportPreviewProps {
  readonly preview: ExportPreviewState;
  /** False while the choices cannot be asked for as they are. */
  readonly isRight: boolean;
}

/** The right part of the dialog. */
export function ExportPreview({ preview: { answer, error, isAsking }, isRight }: ExportPreviewProps) {
  const t = useText();
  const language = useLanguage();
  const id = useId();
  const counts = answer?.counts;
  return (
    <section className="export-part export-preview" aria-labelledby={`${id}-preview`} aria-busy={isAsking && isRight}>
      <h3 id={`${id}-preview`}>{t('export.preview')}</h3>
      {counts !== undefined && (
        <div role="status">
          <dl className="figures">
            {(['documents', 'spans', 'events', 'directives', 'relations'] as const).map((name) => (
              <div key={name}>
                <dt>{t(`export.counts.${name}`)}</dt>
                <dd>{counts[name].toLocaleString(language)}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {error !== null && <ErrorNote error={error} />}
      {counts?.documents === 0 && <p className="empty">{t('export.nothing')}</p>}
      {answer !== null && counts !== undefined && counts.documents > 0 && (
        <>
          <h4>{t('export.first')}</h4>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <section className="record" tabIndex={0} aria-label={t('export.first')}>
            <pre>{prettyRecord(answer.first)}</pre>
          </section>
        </>
      )}
    </section>
  );
}

/** What the target cannot hold; said before the button, also when it is nothing. */
export function LossReport({ losses }: { readonly losses: readonly ExportLoss[] | null }) {
  const t = useText();
  if (losses === null) return null;
  if (losses.length === 0)
    return (
      <p className="loss-none">
        <Icon name="check" size={16} />
        {t('export.losses.none')}
      </p>
    );
  return (
    <details className="losses" open>
      <summary className="note-summary">
        <Icon name="warning" size={16} />
        {t('export.losses', { n: losses.reduce((sum, loss) => sum + loss.count, 0) })}
      </summary>
      <ul className="warning-list">
        {losses.map(({ kind, count, example }) => {
          const key = `export.loss.${kind}`;
          return (
            <li key={kind}>
              <span className="numeric">{count}</span> {isTextKey(key) ? t(key) : kind}
              {example !== '' && <span className="quiet"> {t('export.losses.example', { example })}</span>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
