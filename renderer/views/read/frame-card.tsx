/** The card of a selected event or directive: its roles as slots with digits, attributes, note. */

import { labelOf } from '#shared/edit/apply-edit.ts';
import { type Frame, frameKind } from '#shared/model/frame.ts';
import { type FrameId, isFrameId, type TargetId } from '#shared/model/ids.ts';
import { allowsFiller, findFrameLabel, type RoleDefinition } from '#shared/model/tagset.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { local, useLanguage, useText } from '../../state/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { AttributeFields } from './attribute-fields.tsx';
import { BoundaryButtons } from './boundary-buttons.tsx';
import { MarkHead } from './mark-head.tsx';
import { anyLabelName, labelName, markText } from './marks.ts';
import { NoteField } from './note-field.tsx';
import { RelationsPart } from './relations-part.tsx';
import { PlaysIn } from './span-card.tsx';

/** The card. */
export function FrameCard({ id }: { readonly id: FrameId }) {
  const t = useText();
  const store = useAppStore();
  const frame = useApp((state) => state.editor?.state.frames.get(id));
  const tagset = useApp((state) => state.tagset);
  if (frame === undefined || tagset === null) return null;
  const definition = findFrameLabel(tagset, frameKind(id), frame.label);
  const known = new Set(definition?.roles.map((role) => role.name));
  const strays = frame.arguments.filter((argument) => !known.has(argument.role));
  return (
    <div className="card">
      <MarkHead id={id} label={frame.label} />
      <BoundaryButtons />
      <ol className="slots" aria-label={t('read.roles')}>
        {definition?.roles.map((role, i) => (
          <Slot key={role.name} frame={frame} role={role} index={i} />
        ))}
        {strays.map((argument) => (
          <li key={`${argument.role}-${argument.target}`} className="slot">
            <span className="slot-role slot-problem">{argument.role}</span>
            <Filler frame={frame} role={argument.role} target={argument.target} />
          </li>
        ))}
      </ol>
      <AttributeFields
        definitions={definition?.attributes ?? []}
        values={frame.attributes}
        onChange={(attributes) => store.getState().apply({ kind: 'frame.change', id, set: { attributes } })}
      />
      <PlaysIn id={id} />
      <RelationsPart id={id} />
      <NoteField
        key={frame.note ?? ''}
        note={frame.note}
        onChange={(note) => store.getState().apply({ kind: 'frame.change', id, set: { note } })}
      />
    </div>
  );
}

function Slot({
  frame,
  role,
  index,
}: {
  readonly frame: Frame;
  readonly role: RoleDefinition;
  readonly index: number;
}) {
  const t = useText();
  const language = useLanguage();
  const armed = useApp((state) => state.editor?.armed === role.name);
  const armRole = useApp((state) => state.armRole);
  const tagset = useApp((state) => state.tagset);
  const nameOf = (filler: string) => (tagset === null ? filler : anyLabelName(tagset, filler, language));
  const fillers = frame.arguments.filter((argument) => argument.role === role.name);
  const isOpen = fillers.length === 0;
  const name = local(role.title, language);
  return (
    <li className={armed ? 'slot slot-armed' : 'slot'}>
      <button
        type="button"
        className="slot-role"
        aria-pressed={armed}
        title={t('read.takes', {
          labels: role.fillers.map((filler) => nameOf(filler)).join(language === 'en' ? ', ' : '、'),
        })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => armRole(role.name)}
      >
        {index < 9 ? <kbd className="kbd">{index + 1}</kbd> : <span className="kbd kbd-none" />}
        <span>{name}</span>
        {role.required && (
          <span className="slot-required" title={t('read.required')}>
            <span aria-hidden="true">*</span>
            <span className="visually-hidden">{t('read.required')}</span>
          </span>
        )}
      </button>
      <div className="slot-fillers">
        {fillers.map((argument) => (
          <Filler key={argument.target} frame={frame} role={role.name} target={argument.target} />
        ))}
        {armed ? (
          <CandidateList frame={frame} role={role} />
        ) : (
          (isOpen || role.many) && (
            <button
              type="button"
              className={isOpen && role.required ? 'slot-add slot-add-required' : 'slot-add'}
              aria-label={t('read.fillRole', { role: name })}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => armRole(role.name)}
            >
              <Icon name="plus" size={12} />
              {isOpen && role.required && <span>{t('read.open')}</span>}
            </button>
          )
        )}
      </div>
    </li>
  );
}

function Filler({ frame, role, target }: { readonly frame: Frame; readonly role: string; readonly target: TargetId }) {
  const t = useText();
  const text = useApp((state) => (state.editor === null ? '' : markText(state.editor.state, target, 24)));
  const whole = useApp((state) => (state.editor === null ? '' : markText(state.editor.state, target, 400)));
  const activate = useApp((state) => state.activate);
  const removeArgument = useApp((state) => state.removeArgument);
  return (
    <span className="filler">
      <button type="button" className="filler-text" title={whole} onClick={() => activate(target)}>
        {text}
      </button>
      <button
        type="button"
        className="filler-remove"
        aria-label={t('read.removeFiller', { text })}
        onClick={() => removeArgument(frame.id, role, target)}
      >
        <Icon name="close" size={10} />
      </button>
    </span>
  );
}

/** Marks of the document that may fill the armed role: one click instead of a search in the text. */
function CandidateList({ frame, role }: { readonly frame: Frame; readonly role: RoleDefinition }) {
  const t = useText();
  const store = useAppStore();
  const language = useLanguage();
  const state = useApp((s) => s.editor?.state);
  const tagset = useApp((s) => s.tagset);
  if (state === undefined || tagset === null) return null;
  const taken = new Set(frame.arguments.filter((a) => a.role === role.name).map((a) => a.target));
  const seen = new Set<string>();
  const ids: TargetId[] = [];
  for (const id of [...state.spans.keys(), ...state.frames.keys()]) {
    const label = labelOf(state, id);
    if (id === frame.id || taken.has(id) || label === undefined || !allowsFiller(role.fillers, label)) continue;
    const key = `${label} ${markText(state, id, 400)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    ids.push(id);
  }
  return (
    <div className="candidates">
      <p className="quiet">{t(ids.length === 0 ? 'read.noCandidates' : 'read.orChoose')}</p>
      <ul>
        {ids.slice(0, 30).map((id) => (
          <li key={id}>
            <button type="button" className="candidate" onClick={() => store.getState().fillRole(role.name, id)}>
              <span>{markText(state, id, 22)}</span>
              <span className="quiet">
                {labelName(tagset, isFrameId(id) ? frameKind(id) : 'entity', labelOf(state, id) ?? '', language)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
