/** Which documents and marks are taken along, and how they are parted. */
import { useId } from 'react';
import type { Tagset } from '#shared/model/tagset.ts';
import { useApp } from '../../state/store.ts';
import { local, useLanguage, useText } from '../../state/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { STATUSES } from '../library/statuses.ts';
import { type ExportDraft, splitFault, toggled } from './export-draft.ts';

interface ExportFiltersProps {
  readonly draft: ExportDraft;
  readonly annotators: readonly string[];
  readonly onChange: (part: Partial<ExportDraft>) => void;
}

/** The middle part of the dialog. */
export function ExportFilters({ draft, annotators, onChange }: ExportFiltersProps) {
  const t = useText();
  const id = useId();
  const tagset = useApp((state) => state.tagset);
  const byStatus = useApp((state) => state.project?.byStatus);
  return (
    <section className="export-part" aria-labelledby={`${id}-filters`}>
      <h3 id={`${id}-filters`}>{t('export.filters')}</h3>
      <fieldset className="check-list">
        <legend className="field-name">{t('export.status')}</legend>
        {STATUSES.map((status) => (
          <label key={status} className="check">
            <input
              type="checkbox"
              checked={draft.status.includes(status)}
              onChange={() => onChange({ status: toggled(draft.status, status) })}
            />
            <StatusMark status={status} label="" />
            <span>{t(`status.${status}`)}</span>
            <span className="numeric quiet check-count">{byStatus?.[status] ?? 0}</span>
          </label>
        ))}
        <p className="quiet">{draft.status.length === 0 ? t('export.status.all') : t('export.status.some')}</p>
      </fieldset>
      <label className="labelled" htmlFor={`${id}-annotator`}>
        <span>{t('export.annotator')}</span>
        <select
          id={`${id}-annotator`}
          className="select"
          value={draft.annotator ?? ''}
          onChange={(event) => onChange({ annotator: event.target.value === '' ? null : event.target.value })}
        >
          <option value="">{t('export.annotator.current')}</option>
          {annotators.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      {tagset !== null && <LabelFilter tagset={tagset} draft={draft} onChange={onChange} />}
      <SplitFields draft={draft} onChange={onChange} />
    </section>
  );
}

interface LabelFilterProps extends Pick<ExportFiltersProps, 'draft' | 'onChange'> {
  readonly tagset: Tagset;
}

function LabelFilter({ tagset, draft, onChange }: LabelFilterProps) {
  const t = useText();
  const language = useLanguage();
  const layers = [
    ['entity', tagset.entities],
    ['event', tagset.events],
    ['directive', tagset.directives],
    ['relation', tagset.relations],
  ] as const;
  return (
    <details className="label-filter">
      <summary>
        {draft.labels.length === 0 ? t('export.labels.all') : t('export.labels.some', { n: draft.labels.length })}
      </summary>
      {layers.map(([layer, labels]) => (
        <fieldset key={layer} className="label-filter-layer">
          <legend className="quiet">{t(`layer.${layer}`)}</legend>
          {labels.map(({ label, title }) => (
            <label key={label} className="check">
              <input
                type="checkbox"
                checked={draft.labels.includes(label)}
                onChange={() => onChange({ labels: toggled(draft.labels, label) })}
              />
              <span>{local(title, language)}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
}

const PARTS = ['train', 'dev', 'test'] as const;

function SplitFields({ draft, onChange }: Pick<ExportFiltersProps, 'draft' | 'onChange'>) {
  const t = useText();
  const id = useId();
  const fault = splitFault(draft);
  return (
    <fieldset className="stack-tight">
      <legend className="visually-hidden">{t('export.split')}</legend>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.isSplit}
          onChange={(event) => onChange({ isSplit: event.target.checked })}
        />
        <span>{t('export.split')}</span>
      </label>
      {draft.isSplit && (
        <div className="split-fields">
          {PARTS.map((part) => (
            <label key={part} className="labelled" htmlFor={`${id}-${part}`}>
              <span>{t(`export.split.${part}`)}</span>
              <NumberField
                id={`${id}-${part}`}
                value={draft[part]}
                isWrong={fault === 'sum' || fault === 'range'}
                onChange={(value) => onChange({ [part]: value })}
              />
            </label>
          ))}
          <label className="labelled" htmlFor={`${id}-seed`}>
            <span>{t('export.split.seed')}</span>
            <NumberField
              id={`${id}-seed`}
              value={draft.seed}
              isWrong={fault === 'seed'}
              onChange={(seed) => onChange({ seed })}
            />
          </label>
        </div>
      )}
      {fault !== null && (
        <p className="note note-bad" role="alert">
          <Icon name="warning" size={16} />
          {t(`export.split.fault.${fault}`)}
        </p>
      )}
    </fieldset>
  );
}

interface NumberFieldProps {
  readonly id: string;
  readonly value: number | null;
  readonly isWrong: boolean;
  readonly onChange: (value: number | null) => void;
}

function NumberField({ id, value, isWrong, onChange }: NumberFieldProps) {
  return (
    <input
      id={id}
      className="field numeric"
      type="number"
      step="1"
      aria-invalid={isWrong}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.valueAsNumber)}
    />
  );
}
