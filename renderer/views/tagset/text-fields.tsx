/** Fields of the tagset's editor, each with what is wrong with it underneath. */
import { type ReactNode, useId } from 'react';
import { isTextKey } from '#shared/i18n/text.ts';
import type { LocalText } from '#shared/model/tagset.ts';
import { useLanguage, useText } from '../../state/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Fault, Faults } from './faults.ts';

/** The text of a fault, or nothing. */
export function FaultNote({ fault, id }: { readonly fault: Fault | undefined; readonly id?: string }) {
  const t = useText();
  if (fault === undefined) return null;
  const key = `tagset.rule.${fault.rule}`;
  return (
    <span className="fault" id={id} role="alert">
      <Icon name="warning" size={14} />
      {isTextKey(key) ? t(key, { value: fault.value }) : fault.rule}
    </span>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly fault: Fault | undefined;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly isDisabled?: boolean;
  readonly className?: string;
  readonly maxLength?: number;
  readonly lang?: string;
}

/** A field with its name above. */
export function TextField(props: TextFieldProps) {
  const { label, value, fault, onChange, hint, isDisabled = false, className = '', maxLength = 64, lang } = props;
  const id = useId();
  return (
    <div className={`labelled ${className}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        value={value}
        lang={lang}
        maxLength={maxLength}
        disabled={isDisabled}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-note`} className="quiet field-hint">
        <FaultNote fault={fault} />
        {fault === undefined && hint}
      </span>
    </div>
  );
}

interface LocalTextFieldsProps {
  readonly value: LocalText;
  /** Where the text stands in the tagset: `events/0/title`. */
  readonly place: string;
  readonly faults: Faults;
  readonly onChange: (value: LocalText) => void;
}

/** A text in both languages, the person's own first. */
export function LocalTextFields({ value, place, faults, onChange }: LocalTextFieldsProps) {
  const t = useText();
  const language = useLanguage();
  const zh = (
    <TextField
      key="zh"
      label={t('tagset.titleZh')}
      lang="zh-CN"
      value={value.zh}
      fault={faults.get(`${place}/zh`)}
      onChange={(text) => onChange({ ...value, zh: text })}
    />
  );
  const en = (
    <TextField
      key="en"
      label={t('tagset.titleEn')}
      lang="en"
      value={value.en}
      fault={faults.get(`${place}/en`)}
      onChange={(text) => onChange({ ...value, en: text })}
    />
  );
  return <div className="field-pair">{language === 'en' ? [en, zh] : [zh, en]}</div>;
}
