/** The head of a mark's card: its label (changeable), its text, and delete. */
import { frameKind } from '#shared/model/frame.ts';
import { isFrameId, type TargetId } from '#shared/model/ids.ts';
import { findLabel, LAYER_KEY } from '#shared/model/tagset.ts';
import { useCommand } from '../../commands/context.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { local, useLanguage, useText } from '../../state/use-text.ts';
import { IconButton } from '../../ui/button.tsx';
import { LabelSample } from '../../ui/label-sample.tsx';
import { markText } from './marks.ts';

/** The head for a span or a frame. */
export function MarkHead({ id, label }: { readonly id: TargetId; readonly label: string }) {
  const t = useText();
  const store = useAppStore();
  const language = useLanguage();
  const tagset = useApp((state) => state.tagset);
  const text = useApp((state) => (state.editor === null ? '' : markText(state.editor.state, id, 120)));
  const remove = useCommand('mark.delete');
  const layer = isFrameId(id) ? frameKind(id) : 'entity';
  if (tagset === null) return null;
  const definition = findLabel(tagset, layer, label);
  return (
    <div className="mark-head">
      <div className="mark-head-line">
        <LabelSample color={definition?.color ?? 9} line={definition?.line ?? 'wavy'} layer={layer} />
        <select
          className="select mark-label"
          value={label}
          aria-label={t('read.label')}
          onChange={(event) => store.getState().label(layer, event.target.value)}
        >
          {definition === undefined && <option value={label}>{label}</option>}
          {tagset[LAYER_KEY[layer]].map((entry) => (
            <option key={entry.label} value={entry.label}>
              {nameAndCode(local(entry.title, language), entry.label)}
            </option>
          ))}
        </select>
        <span className="mark-id quiet">{id}</span>
        <IconButton icon="trash" label={t('command.mark.delete')} onClick={remove.run} />
      </div>
      <p className="mark-quote">{text}</p>
    </div>
  );
}

/** The name, and the technical label where it says something else. */
function nameAndCode(name: string, label: string): string {
  return name.toLowerCase() === label.toLowerCase() ? name : `${name} ${label}`;
}
