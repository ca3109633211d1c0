/** The roles of an event or directive label, in the order of their digits. */
import type { RoleDefinition, Tagset } from '#shared/model/tagset.ts';
import { local, useLanguage, useText } from '../../state/use-text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { bothLanguages } from './both-languages.ts';
import { moveAt, newRole, removeAt, replaceAt } from './draft.ts';
import { countUnder, type Faults } from './faults.ts';
import { FillerChoice } from './filler-choice.tsx';
import { FaultNote, LocalTextFields, TextField } from './text-fields.tsx';

interface RoleEditorProps {
  readonly roles: readonly RoleDefinition[];
  /** Where the roles stand in the tagset: `events/0/roles`. */
  readonly place: string;
  readonly tagset: Tagset;
  readonly faults: Faults;
  readonly onChange: (change: (roles: readonly RoleDefinition[]) => readonly RoleDefinition[]) => void;
}

/** One fold a role. */
export function RoleEditor({ roles, place, tagset, faults, onChange }: RoleEditorProps) {
  const t = useText();
  return (
    <section className="stack-tight">
      <h3>{t('tagset.roles')}</h3>
      <p className="quiet">{t('tagset.roles.hint')}</p>
      <ol className="folds">
        {roles.map((role, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the name is being edited and cannot be the key
          <li key={index}>
            <RoleFold
              role={role}
              index={index}
              count={roles.length}
              place={`${place}/${index}`}
              tagset={tagset}
              faults={faults}
              onChange={onChange}
            />
          </li>
        ))}
      </ol>
      <Button
        icon="plus"
        onClick={() => onChange((before) => [...before, newRole(before, bothLanguages('tagset.new.role'))])}
      >
        {t('tagset.roles.add')}
      </Button>
    </section>
  );
}

interface RoleFoldProps extends Omit<RoleEditorProps, 'roles'> {
  readonly role: RoleDefinition;
  readonly index: number;
  readonly count: number;
}

function RoleFold({ role, index, count, place, tagset, faults, onChange }: RoleFoldProps) {
  const t = useText();
  const language = useLanguage();
  const title = local(role.title, language);
  const patch = (part: Partial<RoleDefinition>) => onChange((roles) => replaceAt(roles, index, { ...role, ...part }));
  const problems = countUnder(faults, place);
  const fillers = [...role.fillers.keys()].map((at) => faults.get(`${place}/fillers/${at}`)).find(Boolean);
  return (
    <details className="fold">
      <summary>
        <span className="fold-number numeric">{index + 1}</span>
        <strong>{title}</strong>
        <code className="quiet">{role.name}</code>
        <span className="quiet fold-facts">
          {[role.required ? t('tagset.required') : null, role.many ? t('tagset.many') : null]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {problems > 0 && <span className="bad">{t('tagset.problems', { n: problems })}</span>}
      </summary>
      <div className="fold-body">
        <TextField
          label={t('tagset.name')}
          value={role.name}
          fault={faults.get(`${place}/name`)}
          onChange={(name) => patch({ name })}
        />
        <LocalTextFields
          value={role.title}
          place={`${place}/title`}
          faults={faults}
          onChange={(text) => patch({ title: text })}
        />
        <div className="checks">
          <label className="check">
            <input
              type="checkbox"
              checked={role.required}
              onChange={(event) => patch({ required: event.target.checked })}
            />
            <span>{t('tagset.required.long')}</span>
          </label>
          <label className="check">
            <input type="checkbox" checked={role.many} onChange={(event) => patch({ many: event.target.checked })} />
            <span>{t('tagset.many.long')}</span>
          </label>
        </div>
        <FillerChoice
          title={t('tagset.fillers')}
          fillers={role.fillers}
          tagset={tagset}
          fault={fillers}
          onChange={(next) => patch({ fillers: next })}
        />
        <FaultNote fault={faults.get(place)} />
        <div className="fold-actions">
          <IconButton
            icon="down"
            className="turned"
            label={t('tagset.up', { name: title })}
            disabled={index === 0}
            onClick={() => onChange((roles) => moveAt(roles, index, -1))}
          />
          <IconButton
            icon="down"
            label={t('tagset.down', { name: title })}
            disabled={index === count - 1}
            onClick={() => onChange((roles) => moveAt(roles, index, 1))}
          />
          <Button tone="danger" icon="trash" onClick={() => onChange((roles) => removeAt(roles, index))}>
            {t('tagset.roles.remove')}
          </Button>
        </div>
      </div>
    </details>
  );
}
