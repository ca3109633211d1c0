/** Fields for a mark's attributes, one control a type. A change is saved when the field is left or a choice is made. */
import { useId, useState } from 'react';
import type { Attributes, AttributeValue } from '#shared/model/attributes.ts';
import type { AttributeDefinition } from '#shared/model/tagset.ts';
import { local, useLanguage, useText } from '../../state/use-text.ts';

interface AttributeFieldsProps {
  readonly definitions: readonly AttributeDefinition[];
  readonly values: Attributes;
  readonly onChange: (values: Record<string, AttributeValue>) => void;
}

/** Nothing where the label has no attributes. */
export function AttributeFields({ definitions, values, onChange }: AttributeFieldsProps) {
  if (definitions.length === 0) return null;
  const set = (name: string, value: AttributeValue | null) => {
    const next: Record<string, AttributeValue> = { ...values };
    if (value === null) delete next[name];
    else next[name] = value;
    onChange(next);
  };
  return (
    <div className="card-part attributes">
      {definitions.map((definition) => (
        <AttributeField
          key={definition.name}
          definition={definition}
          value={values[definition.name] ?? null}
          onChange={(value) => set(definition.name, value)}
        />
      ))}
    </div>
  );
}

interface FieldProps {
  readonly definition: AttributeDefinition;
  readonly value: AttributeValue | null;
  readonly onChange: (value: AttributeValue | null) => void;
}

function AttributeField({ definition, value, onChange }: FieldProps) {
  const language = useLanguage();
  const id = useId();
  return (
    <div className="attribute">
      <label htmlFor={id}>{local(definition.title, language)}</label>
      {definition.type === 'choice' ? (
        <select
          id={id}
          className="select"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">–</option>
          {definition.values.map((entry) => (
            <option key={entry.value} value={entry.value}>
              {local(entry.title, language)}
            </option>
          ))}
        </select>
      ) : definition.type === 'choices' ? (
        <Choices id={id} definition={definition} value={value} onChange={onChange} />
      ) : definition.type === 'boolean' ? (
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          onChange={(event) => onChange(event.target.checked ? true : null)}
        />
      ) : (
        <TextField key={String(value)} id={id} definition={definition} value={value} onChange={onChange} />
      )}
    </div>
  );
}

function Choices({ id, definition, value, onChange }: FieldProps & { readonly id: string }) {
  const language = useLanguage();
  const chosen = Array.isArray(value) ? value : [];
  return (
    <div id={id} className="attribute-choices">
      {definition.values.map((entry) => (
        <label key={entry.value}>
          <input
            type="checkbox"
            checked={chosen.includes(entry.value)}
            onChange={(event) => {
              const next = event.target.checked
                ? [...chosen, entry.value]
                : chosen.filter((other) => other !== entry.value);
              onChange(next.length === 0 ? null : next);
            }}
          />
          {local(entry.title, language)}
        </label>
      ))}
    </div>
  );
}

function TextField({ id, definition, value, onChange }: FieldProps & { readonly id: string }) {
  const t = useText();
  const [draft, setDraft] = useState(value === null ? '' : String(value));
  const save = () => {
    const text = draft.trim();
    if (text === (value === null ? '' : String(value))) return;
    if (text === '') onChange(null);
    else if (definition.type !== 'number') onChange(text);
    else if (Number.isFinite(Number(text))) onChange(Number(text));
    else setDraft(value === null ? '' : String(value));
  };
  return (
    <input
      id={id}
      className="field"
      value={draft}
      inputMode={definition.type === 'number' ? 'decimal' : 'text'}
      placeholder={definition.type === 'date' ? t('read.datePlaceholder') : ''}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
      }}
    />
  );
}
