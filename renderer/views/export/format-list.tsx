/** The formats, each with what it can carry, and the options of the chosen one. */
import { useId } from 'react';
import { isTextKey } from '#shared/i18n/text.ts';
import type { FormatInfo } from '#shared/model/transfer.ts';
import { OffsetUnit } from '#shared/text/offsets.ts';
import { type Translate, useText } from '../../state/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import type { ExportDraft } from './export-draft.ts';

interface FormatListProps {
  readonly formats: readonly FormatInfo[];
  readonly draft: ExportDraft;
  readonly onChange: (part: Partial<ExportDraft>) => void;
}

/** Radio buttons. */
export function FormatList({ formats, draft, onChange }: FormatListProps) {
  const t = useText();
  const id = useId();
  const chosen = formats.find((format) => format.name === draft.format);
  return (
    <section className="export-part" aria-labelledby={`${id}-formats`}>
      <h3 id={`${id}-formats`}>{t('export.format')}</h3>
      <div role="radiogroup" aria-labelledby={`${id}-formats`} className="stack-tight">
        {formats.map((format) => (
          <label key={format.name} className="format">
            <input
              type="radio"
              name={`${id}-format`}
              checked={format.name === draft.format}
              onChange={() => onChange({ format: format.name, options: {} })}
            />
            <span className="format-text">
              <strong>{format.title}</strong>
              <span className="quiet">{format.extensions.map((extension) => `.${extension}`).join(' ')}</span>
              <ul className="carries" aria-label={t('export.carries')}>
                {format.carries.map((part) => (
                  <li key={part}>
                    <Icon name="check" size={12} />
                    {carriesText(part, t)}
                  </li>
                ))}
              </ul>
            </span>
          </label>
        ))}
      </div>
      <label className="labelled" htmlFor={`${id}-unit`}>
        <span>{t('export.unit')}</span>
        <select
          id={`${id}-unit`}
          className="select"
          value={draft.offsetUnit}
          onChange={(event) => onChange({ offsetUnit: OffsetUnit.catch('codepoint').parse(event.target.value) })}
        >
          {OffsetUnit.options.map((unit) => (
            <option key={unit} value={unit}>
              {t(`export.unit.${unit}`)}
            </option>
          ))}
        </select>
      </label>
      {chosen?.options.map((option) => (
        <label key={option.name} className="labelled" htmlFor={`${id}-${option.name}`}>
          <span>{option.name}</span>
          <OptionField
            id={`${id}-${option.name}`}
            values={option.values}
            value={draft.options[option.name] ?? option.fallback}
            onChange={(value) => onChange({ options: { ...draft.options, [option.name]: value } })}
          />
        </label>
      ))}
    </section>
  );
}

interface OptionFieldProps {
  readonly id: string;
  /** Allowed values as `a|b|c`, or a description of free text. */
  readonly values: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function OptionField({ id, values, value, onChange }: OptionFieldProps) {
  const choices = values.split('|').map((choice) => choice.trim());
  if (choices.length < 2)
    return (
      <input
        id={id}
        className="field"
        placeholder={values}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  return (
    <select id={id} className="select" value={value} onChange={(event) => onChange(event.target.value)}>
      {choices.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  );
}

function carriesText(part: string, t: Translate): string {
  const key = `export.carries.${part}`;
  return isTextKey(key) ? t(key) : part;
}
