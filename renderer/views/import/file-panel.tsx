/** One file before it is stored: how it is read, what was noticed, and its articles or counts. */
import { type ReactNode, useId } from 'react';
import type { ImportPreview } from '#shared/model/transfer.ts';
import { useLanguage, useText } from '../../state/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AnnotatedPanel } from './annotated-panel.tsx';
import { type DraftStep, type FileDraft, isKnown, isText } from './drafts.ts';
import { EncodingChoice } from './encoding-choice.tsx';
import { ErrorNote } from './error-note.tsx';
import { SplitView } from './split-view.tsx';
import { WarningList } from './warning-list.tsx';

interface FilePanelProps {
  readonly draft: FileDraft;
  readonly addLabels: boolean;
  readonly onAddLabels: (addLabels: boolean) => void;
  readonly onStep: (step: DraftStep) => void;
}

/** The panel. The last good preview stays while a new one is asked for, so that nothing jumps. */
export function FilePanel({ draft, addLabels, onAddLabels, onStep }: FilePanelProps) {
  const { preview, error } = draft;
  return (
    <section className="import-panel" aria-label={draft.grant.name} aria-busy={draft.isAsking}>
      <ReadingChoices draft={draft} onStep={onStep} />
      <div className="import-notes">
        {error !== null && <ErrorNote error={error} />}
        {preview !== null && <Notices preview={preview} />}
      </div>
      {preview !== null && (error === null || error.code === 'page-adjustment') && preview.reading !== null && (
        <SplitView draft={draft} text={preview.text} reading={preview.reading} onStep={onStep} />
      )}
      {preview !== null && error === null && preview.reading === null && (
        <AnnotatedPanel preview={preview} addLabels={addLabels} onAddLabels={onAddLabels} />
      )}
    </section>
  );
}

function ReadingChoices({ draft, onStep }: Pick<FilePanelProps, 'draft' | 'onStep'>) {
  const t = useText();
  const id = useId();
  const { preview } = draft;
  const hasReader = preview === null || isText(preview);
  const isOld = isKnown(draft);
  return (
    <div className="import-choices">
      {hasReader && <EncodingChoice draft={draft} onChange={(encoding) => onStep({ kind: 'encoding', encoding })} />}
      {hasReader && (
        <label className="inline-field" htmlFor={`${id}-reader`}>
          <span>{t('import.reader')}</span>
          <select
            id={`${id}-reader`}
            className="select"
            value={draft.split}
            onChange={(event) => onStep({ kind: 'split', split: event.target.value === 'none' ? 'none' : 'auto' })}
          >
            <option value="auto">{t('import.reader.newspaper')}</option>
            <option value="none">{t('import.reader.plain')}</option>
          </select>
        </label>
      )}
      <label className="inline-field import-include">
        <input
          type="checkbox"
          checked={!draft.isLeftOut && !isOld}
          disabled={isOld}
          onChange={(event) => onStep({ kind: 'leaveOut', isLeftOut: !event.target.checked })}
        />
        <span>{t('import.include')}</span>
      </label>
      {draft.history.past.length > 0 && (
        <span className="import-steps">
          <Button icon="undo" onClick={() => onStep({ kind: 'undo' })}>
            {t('common.undo')}
          </Button>
          <Button tone="quiet" onClick={() => onStep({ kind: 'reset' })}>
            {t('import.reset')}
          </Button>
        </span>
      )}
    </div>
  );
}

function Notices({ preview }: { readonly preview: ImportPreview }) {
  const t = useText();
  const language = useLanguage();
  const { duplicateOf, undecodable, isCut, warnings } = preview;
  return (
    <>
      {duplicateOf.length > 0 && (
        <Note tone="info">
          <span>
            {t(isText(preview) ? 'import.known' : 'import.knownDocuments', {
              n: duplicateOf.length,
              titles: listed(duplicateOf, t('import.comma'), language),
            })}
          </span>
        </Note>
      )}
      {undecodable > 0 && <Note tone="warn">{t('import.undecodable', { n: undecodable })}</Note>}
      {isCut && <Note tone="info">{t('import.cut')}</Note>}
      {warnings.length > 0 && (
        <details className="note note-warn note-fold">
          <summary className="note-summary">
            <Icon name="warning" size={16} />
            {t('import.warnings', { n: warnings.length })}
          </summary>
          <WarningList warnings={warnings} hasFile={false} />
        </details>
      )}
    </>
  );
}

/** Titles that are named; more are told by the dots. */
const MOST_TITLES = 6;

function listed(documents: ImportPreview['duplicateOf'], comma: string, language: string): string {
  const quoted = documents
    .slice(0, MOST_TITLES)
    .map(({ title }) => (language === 'en' ? `“${title}”` : `《${title}》`))
    .join(comma);
  return documents.length > MOST_TITLES ? `${quoted}…` : quoted;
}

/** A line of news about the file. */
function Note({ tone, children }: { readonly tone: 'info' | 'warn'; readonly children: ReactNode }) {
  return (
    <div className={`note note-${tone}`}>
      <Icon name={tone === 'warn' ? 'warning' : 'info'} size={16} />
      {children}
    </div>
  );
}
