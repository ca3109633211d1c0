/** A file without a split to show (it brings its own marks, or is too long): what it holds, and unknown labels. */
import { useId } from 'react';
import type { ImportPreview } from '#shared/model/transfer.ts';
import { useLanguage, useText } from '../../state/use-text.ts';
import { isText } from './drafts.ts';

interface AnnotatedPanelProps {
  readonly preview: ImportPreview;
  readonly addLabels: boolean;
  readonly onAddLabels: (addLabels: boolean) => void;
}

/** Counts in large figures. */
export function AnnotatedPanel({ preview, addLabels, onAddLabels }: AnnotatedPanelProps) {
  const t = useText();
  const language = useLanguage();
  const id = useId();
  const marks = [
    ['import.counts.spans', preview.spans],
    ['import.counts.frames', preview.frames],
    ['import.counts.relations', preview.relations],
  ] as const;
  const counts = [['import.counts.documents', preview.documents] as const, ...(isText(preview) ? [] : marks)];
  return (
    <div className="annotated">
      {!isText(preview) && <p className="quiet">{t('import.annotated', { format: preview.format })}</p>}
      <dl className="figures">
        {counts.map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value.toLocaleString(language)}</dd>
          </div>
        ))}
      </dl>
      {preview.unknownLabels.length > 0 && (
        <section className="unknown-labels" aria-labelledby={`${id}-unknown`}>
          <h3 id={`${id}-unknown`}>{t('import.unknown', { n: preview.unknownLabels.length })}</h3>
          <ul className="tags">
            {preview.unknownLabels.map((label) => (
              <li key={label} className="tag">
                {label}
              </li>
            ))}
          </ul>
          <label className="check">
            <input type="checkbox" checked={addLabels} onChange={(event) => onAddLabels(event.target.checked)} />
            <span>{t('import.unknown.add')}</span>
          </label>
          {!addLabels && <p className="quiet">{t('import.unknown.hint')}</p>}
        </section>
      )}
    </div>
  );
}
