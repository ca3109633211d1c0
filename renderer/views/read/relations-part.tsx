/** The relations of a mark: what it is linked to, and a small form to link it to another mark. */
import { useState } from 'react';
import { labelOf, nextMarkId } from '#shared/edit/apply-edit.ts';
import { RelationId, type TargetId } from '#shared/model/ids.ts';
import { allowsFiller } from '#shared/model/tagset.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { local, useLanguage, useText } from '../../state/use-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { labelName, markText } from './marks.ts';

/** The part; hidden where no relation label fits. */
export function RelationsPart({ id }: { readonly id: TargetId }) {
  const t = useText();
  const store = useAppStore();
  const language = useLanguage();
  const state = useApp((s) => s.editor?.state);
  const tagset = useApp((s) => s.tagset);
  const activate = useApp((s) => s.activate);
  const [label, setLabel] = useState('');
  if (state === undefined || tagset === null) return null;
  const own = labelOf(state, id) ?? '';
  const usable = tagset.relations.filter((entry) => allowsFiller(entry.from, own));
  const there = [...state.relations.values()].filter((relation) => relation.from === id || relation.to === id);
  if (usable.length === 0 && there.length === 0) return null;
  const definition = usable.find((entry) => entry.label === label);
  const targets =
    definition === undefined
      ? []
      : [...state.spans.values(), ...state.frames.values()].filter(
          (mark) => mark.id !== id && allowsFiller(definition.to, mark.label),
        );
  const link = (to: TargetId) => {
    const { editor } = store.getState();
    if (editor === null) return;
    const relation = {
      id: RelationId.parse(nextMarkId(editor.state, 'R', editor.last.R)),
      label,
      from: id,
      to,
      attributes: {},
      note: null,
      provenance: 'manual' as const,
    };
    if (store.getState().apply({ kind: 'relation.add', relation })) setLabel('');
  };
  return (
    <div className="card-part">
      <h3>{t('layer.relation')}</h3>
      <ul className="use-list">
        {there.map((relation) => {
          const other = relation.from === id ? relation.to : relation.from;
          return (
            <li key={relation.id} className="relation-line">
              <button type="button" className="text-button" onClick={() => activate(other)}>
                {relation.from === id ? '→' : '←'} {labelName(tagset, 'relation', relation.label, language)}{' '}
                <span className="quiet">{markText(state, other, 18)}</span>
              </button>
              <button
                type="button"
                className="filler-remove"
                aria-label={t('read.removeRelation')}
                onClick={() => store.getState().apply({ kind: 'relation.remove', id: relation.id })}
              >
                <Icon name="close" size={10} />
              </button>
            </li>
          );
        })}
      </ul>
      {usable.length > 0 && (
        <div className="relation-form">
          <select
            className="select"
            value={label}
            aria-label={t('read.addRelation')}
            onChange={(event) => setLabel(event.target.value)}
          >
            <option value="">{t('read.addRelation')}</option>
            {usable.map((entry) => (
              <option key={entry.label} value={entry.label}>
                {local(entry.title, language)}
              </option>
            ))}
          </select>
          {definition !== undefined && (
            <select
              className="select"
              value=""
              aria-label={t('read.relationTo')}
              onChange={(event) => link(event.target.value as TargetId)}
            >
              <option value="">{t('read.relationTo')}</option>
              {targets.map((mark) => (
                <option key={mark.id} value={mark.id}>
                  {markText(state, mark.id, 20)} · {mark.id}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
    </div>
  );
}
