/** The card of a selected span: label, text, attributes, note, and the frames in which it plays a role. */

import type { AnnotationState } from '#shared/model/annotation-set.ts';
import type { Frame } from '#shared/model/frame.ts';
import type { SpanId, TargetId } from '#shared/model/ids.ts';
import { findLabel } from '#shared/model/tagset.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { useLanguage, useText } from '../../state/use-text.ts';
import { AttributeFields } from './attribute-fields.tsx';
import { BoundaryButtons } from './boundary-buttons.tsx';
import { MarkHead } from './mark-head.tsx';
import { labelName, markText, roleName } from './marks.ts';
import { NoteField } from './note-field.tsx';
import { RelationsPart } from './relations-part.tsx';

/** The card. */
export function SpanCard({ id }: { readonly id: SpanId }) {
  const store = useAppStore();
  const span = useApp((state) => state.editor?.state.spans.get(id));
  const tagset = useApp((state) => state.tagset);
  if (span === undefined || tagset === null) return null;
  return (
    <div className="card">
      <MarkHead id={id} label={span.label} />
      <BoundaryButtons />
      <AttributeFields
        definitions={findLabel(tagset, 'entity', span.label)?.attributes ?? []}
        values={span.attributes}
        onChange={(attributes) => store.getState().apply({ kind: 'span.change', id, set: { attributes } })}
      />
      <PlaysIn id={id} />
      <RelationsPart id={id} />
      <NoteField
        key={span.note ?? ''}
        note={span.note}
        onChange={(note) => store.getState().apply({ kind: 'span.change', id, set: { note } })}
      />
    </div>
  );
}

/** The frames that have this mark as an argument. */
export function PlaysIn({ id }: { readonly id: TargetId }) {
  const t = useText();
  const language = useLanguage();
  const state = useApp((s) => s.editor?.state);
  const tagset = useApp((s) => s.tagset);
  const activate = useApp((s) => s.activate);
  if (state === undefined || tagset === null) return null;
  const uses = rolesOf(state, id);
  if (uses.length === 0) return null;
  return (
    <div className="card-part">
      <h3>{t('read.playsIn')}</h3>
      <ul className="use-list">
        {uses.map(({ frame, role }) => (
          <li key={`${frame.id}-${role}`}>
            <button type="button" className="text-button" onClick={() => activate(frame.id)}>
              {roleName(tagset, frame, role, language)} ·{' '}
              {labelName(tagset, frame.id.startsWith('E') ? 'event' : 'directive', frame.label, language)}{' '}
              <span className="quiet">{markText(state, frame.id, 16)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function rolesOf(state: AnnotationState, id: TargetId): readonly { readonly frame: Frame; readonly role: string }[] {
  const uses: { frame: Frame; role: string }[] = [];
  for (const frame of state.frames.values())
    for (const argument of frame.arguments) if (argument.target === id) uses.push({ frame, role: argument.role });
  return uses;
}
