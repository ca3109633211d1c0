/** The attributes that marks of a label may carry. */
import { useId } from 'react';
import type { AttributeDefinition } from '#shared/model/tagset.ts';
import { local, useLanguage, useText } from '../../state/use-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { bothLanguages } from './both-languages.ts';
import { newAttribute, removeAt, replaceAt } from './draft.ts';
import { countUnder, type Faults } from './faults.ts';
import { FaultNote, LocalTextFields, TextField } from './text-fields.tsx';

const TYPES = [
  'choice',
  'choices',
  'text',
  'number',
  'date',
  'boolean',
] as const satisfies readonly AttributeDefinition['type'][];

interface AttributeEditorProps {
  readonly attributes: readonly AttributeDefinition[];
  /** Where the attributes stand in the tagset: `events/0/attributes`. */
  readonly place: string;
  readonly faults: Faults;
  readonly onChange: (change: (attributes: readonly AttributeDefinition[]) => readonly AttributeDefinition[]) => void;
}

/** One fold an attribute. */
export function AttributeEditor({ attributes, place, faults, onChange }: AttributeEditorProps) {
  const t = useText();
  return (
    <section className="stack-tight">
      <h3>{t('tagset.attributes')}</h3>
      <ol className="folds">
        {attributes.map((attribute, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the name is being edited and cannot be the key
          <li key={index}>
            <AttributeFold
              attribute={attribute}
              place={`${place}/${index}`}
              faults={faults}
              onChange={(next) =>
                onChange((all) => (next === null ? removeAt(all, index) : replaceAt(all, index, next)))
              }
            />
          </li>
        ))}
      </ol>
      <Button
        icon="plus"
        onClick={() => onChange((all) => [...all, newAttribute(all, bothLanguages('tagset.new.attribute'))])}
      >
        {t('tagset.attributes.add')}
      </Button>
    </section>
  );
}

interface AttributeFoldProps {
  readonly attribute: AttributeDefinition;
  readonly place: string;
  readonly faults: Faults;
  /** Null takes it out. */
  readonly onChange: (attribute: AttributeDefinition | null) => void;
}

function AttributeFold({ attribute, place, faults, onChange }: AttributeFoldProps) {
  const t = useText();
  const language = useLanguage();
  const id = useId();
  const patch = (part: Partial<AttributeDefinition>) => onChange({ ...attribute, ...part });
  const isChoice = attribute.type === 'choice' || attribute.type === 'choices';
  const problems = countUnder(faults, place);
  return (
    <details className="fold">
      <summary>
        <strong>{local(attribute.title, language)}</strong>
        <code className="quiet">{attribute.name}</code>
        <span className="quiet fold-facts">{t(`tagset.type.${attribute.type}`)}</span>
        {problems > 0 && <span className="bad">{t('tagset.problems', { n: problems })}</span>}
      </summary>
      <div className="fold-body">
        <TextField
          label={t('tagset.name')}
          value={attribute.name}
          fault={faults.get(`${place}/name`)}
          onChange={(name) => patch({ name })}
        />
        <LocalTextFields
          value={attribute.title}
          place={`${place}/title`}
          faults={faults}
          onChange={(title) => patch({ title })}
        />
        <label className="labelled" htmlFor={`${id}-type`}>
          <span>{t('tagset.type')}</span>
          <select
            id={`${id}-type`}
            className="select"
            value={attribute.type}
            onChange={(event) => {
              const type = TYPES.find((other) => other === event.target.value) ?? 'text';
              patch(type === 'choice' || type === 'choices' ? { type } : { type, values: [] });
            }}
          >
            {TYPES.map((type) => (
              <option key={type} value={type}>
                {t(`tagset.type.${type}`)}
              </option>
            ))}
          </select>
        </label>
        {isChoice && <ValueList attribute={attribute} place={place} faults={faults} onChange={onChange} />}
        <FaultNote fault={faults.get(place)} />
        <label className="check">
          <input
            type="checkbox"
            checked={attribute.required}
            onChange={(event) => patch({ required: event.target.checked })}
          />
          <span>{t('tagset.attributes.required')}</span>
        </label>
        <div className="fold-actions">
          <Button tone="danger" icon="trash" onClick={() => onChange(null)}>
            {t('tagset.attributes.remove')}
          </Button>
        </div>
      </div>
    </details>
  );
}

function ValueList({ attribute, place, faults, onChange }: AttributeFoldProps) {
  const t = useText();
  const { values } = attribute;
  const setValues = (next: AttributeDefinition['values']) => onChange({ ...attribute, values: next });
  return (
    <fieldset className="value-list">
      <legend className="field-name">{t('tagset.values')}</legend>
      {values.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the value is being edited and cannot be the key
        <div key={index} className="value-row">
          <TextField
            label={t('tagset.value')}
            value={entry.value}
            fault={faults.get(`${place}/values/${index}/value`)}
            onChange={(value) => setValues(replaceAt(values, index, { ...entry, value }))}
          />
          <LocalTextFields
            value={entry.title}
            place={`${place}/values/${index}/title`}
            faults={faults}
            onChange={(title) => setValues(replaceAt(values, index, { ...entry, title }))}
          />
          <IconButton
            icon="close"
            label={t('tagset.values.remove', { value: entry.value })}
            onClick={() => setValues(removeAt(values, index))}
          />
        </div>
      ))}
      <Button
        icon="plus"
        onClick={() => {
          const value = `value${values.length + 1}`;
          setValues([...values, { value, title: { en: value, zh: value } }]);
        }}
      >
        {t('tagset.values.add')}
      </Button>
    </fieldset>
  );
}
