/** Everything about one label: names, key, look, roles, attributes. */
import type { DocumentLabel, RelationLabel, Tagset } from '#shared/model/tagset.ts';
import { local, useLanguage, useText } from '../../state/use-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { AttributeEditor } from './attribute-editor.tsx';
import {
  type AnyLabel,
  changeAttributes,
  changeLabel,
  changeRoles,
  type LabelPlace,
  labelAt,
  moveLabel,
  removeLabel,
} from './draft.ts';
import { type Faults, isReservedKey } from './faults.ts';
import { FillerChoice } from './filler-choice.tsx';
import { LookChoice } from './look-choice.tsx';
import { RoleEditor } from './role-editor.tsx';
import { LocalTextFields, TextField } from './text-fields.tsx';

interface LabelEditorProps {
  readonly tagset: Tagset;
  readonly place: LabelPlace;
  readonly faults: Faults;
  /** How many marks use it. */
  readonly use: number;
  readonly onChange: (tagset: Tagset) => void;
  readonly onChoose: (place: LabelPlace | null) => void;
}

/** The panel at the right. */
export function LabelEditor(props: LabelEditorProps) {
  const { tagset, place, faults, onChange } = props;
  const label = labelAt(tagset, place);
  if (label === undefined) return null;
  const at = `${place.list}/${place.index}`;
  const patch = (change: Partial<AnyLabel>) => onChange(changeLabel(tagset, place, change));
  return (
    <div className="label-editor">
      <EditorHead {...props} label={label} />
      <Names {...props} label={label} at={at} onPatch={patch} />
      {'color' in label && <LookChoice color={label.color} line={label.line} onChange={patch} />}
      {'from' in label && <Ends label={label} tagset={tagset} at={at} faults={faults} onPatch={patch} />}
      {'roles' in label && (
        <RoleEditor
          roles={label.roles}
          place={`${at}/roles`}
          tagset={tagset}
          faults={faults}
          onChange={(change) => onChange(changeRoles(tagset, place, change))}
        />
      )}
      {'attributes' in label && (
        <AttributeEditor
          attributes={label.attributes}
          place={`${at}/attributes`}
          faults={faults}
          onChange={(change) => onChange(changeAttributes(tagset, place, change))}
        />
      )}
    </div>
  );
}

interface PartProps extends LabelEditorProps {
  readonly label: AnyLabel;
}

function EditorHead({ tagset, place, use, label, onChange, onChoose }: PartProps) {
  const t = useText();
  const language = useLanguage();
  const title = local(label.title, language);
  const move = (by: number) => {
    onChange(moveLabel(tagset, place, by));
    onChoose({ ...place, index: place.index + by });
  };
  return (
    <header className="label-editor-head">
      <div>
        <h2>{title}</h2>
        <p className="quiet">
          {t(`tagset.list.${place.list}`)} · {t('tagset.use', { n: use })}
        </p>
      </div>
      <div className="label-editor-actions">
        <IconButton
          icon="down"
          className="turned"
          label={t('tagset.up', { name: title })}
          disabled={place.index === 0}
          onClick={() => move(-1)}
        />
        <IconButton
          icon="down"
          label={t('tagset.down', { name: title })}
          disabled={place.index === tagset[place.list].length - 1}
          onClick={() => move(1)}
        />
        <Button
          tone="danger"
          icon="trash"
          disabled={use > 0}
          aria-describedby={use > 0 ? 'label-in-use' : undefined}
          onClick={() => {
            onChange(removeLabel(tagset, place));
            onChoose(null);
          }}
        >
          {t('tagset.remove')}
        </Button>
      </div>
      {use > 0 && (
        <p className="quiet label-in-use" id="label-in-use">
          {t('tagset.inUse', { n: use })}
        </p>
      )}
    </header>
  );
}

interface NamesProps extends PartProps {
  readonly at: string;
  readonly onPatch: (change: Partial<AnyLabel>) => void;
}

function Names({ label, at, faults, use, onPatch }: NamesProps) {
  const t = useText();
  const { key } = label;
  return (
    <div className="stack">
      <LocalTextFields
        value={label.title}
        place={`${at}/title`}
        faults={faults}
        onChange={(title) => onPatch({ title } as Partial<DocumentLabel>)}
      />
      <div className="field-pair">
        <TextField
          label={t('tagset.name')}
          value={label.label}
          isDisabled={use > 0}
          hint={use > 0 ? t('tagset.name.inUse') : t('tagset.name.hint')}
          fault={faults.get(`${at}/label`)}
          onChange={(name) => onPatch({ label: name } as Partial<DocumentLabel>)}
        />
        <TextField
          label={t('tagset.key')}
          className="key-field"
          value={key ?? ''}
          maxLength={2}
          hint={key !== null && isReservedKey(key) ? t('tagset.key.reserved', { key }) : t('tagset.key.hint')}
          fault={faults.get(`${at}/key`)}
          onChange={(typed) => onPatch({ key: [...typed.trim()].at(-1) ?? null } as Partial<DocumentLabel>)}
        />
      </div>
    </div>
  );
}

interface EndsProps {
  readonly label: RelationLabel;
  readonly tagset: Tagset;
  readonly at: string;
  readonly faults: Faults;
  readonly onPatch: (change: Partial<RelationLabel>) => void;
}

/** What a relation may join. */
function Ends({ label, tagset, at, faults, onPatch }: EndsProps) {
  const t = useText();
  const fault = (side: 'from' | 'to') =>
    label[side].map((_, index) => faults.get(`${at}/${side}/${index}`)).find(Boolean);
  return (
    <div className="stack">
      <FillerChoice
        title={t('tagset.from')}
        fillers={label.from}
        tagset={tagset}
        fault={fault('from')}
        onChange={(from) => onPatch({ from })}
      />
      <FillerChoice
        title={t('tagset.to')}
        fillers={label.to}
        tagset={tagset}
        fault={fault('to')}
        onChange={(to) => onPatch({ to })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={label.symmetric}
          onChange={(event) => onPatch({ symmetric: event.target.checked })}
        />
        <span>{t('tagset.symmetric')}</span>
      </label>
    </div>
  );
}
