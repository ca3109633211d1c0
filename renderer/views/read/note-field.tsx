/** The note of a mark: saved when the field is left. */
import { useState } from 'react';
import { useText } from '../../state/use-text.ts';

/** Give it a key per mark, so that a draft never moves to another one. */
export function NoteField({
  note,
  onChange,
}: {
  readonly note: string | null;
  readonly onChange: (note: string | null) => void;
}) {
  const t = useText();
  const [draft, setDraft] = useState(note ?? '');
  const save = () => {
    const text = draft.trim();
    if (text !== (note ?? '')) onChange(text === '' ? null : text);
  };
  return (
    <div className="card-part">
      <textarea
        className="textarea note-field"
        data-focus="mark-note"
        rows={1}
        value={draft}
        placeholder={t('read.note')}
        aria-label={t('read.note')}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
            event.stopPropagation();
            event.currentTarget.blur();
          }
        }}
      />
    </div>
  );
}
