/** Above the list: filter field and status chips, or, while rows are ticked, what can be done with them. */
import { useEffect, useState } from 'react';
import { useApp, useAppStore } from '../../state/store.ts';
import { useLanguage, useText } from '../../state/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { STATUSES } from './statuses.ts';
import type { Selection } from './use-selection.ts';

/** Milliseconds between the last key and the new list. */
const TYPING_MS = 120;

/** The bar above the list. */
export function LibraryTools({
  selection,
  onShowTrash,
}: {
  readonly selection: Selection;
  readonly onShowTrash: () => void;
}) {
  const t = useText();
  const store = useAppStore();
  const sort = useApp((state) => state.sort);
  const isEmpty = useApp((state) => (state.project?.documents ?? 0) === 0);
  const isReadOnly = useApp((state) => state.project?.isReadOnly === true);
  if (selection.ids.size > 0)
    return (
      <div className="library-tools library-tools-selected">
        <strong role="status">{t('library.selected', { n: selection.ids.size })}</strong>
        <Button
          icon="trash"
          disabled={isReadOnly}
          onClick={() => {
            void store.getState().trash([...selection.ids]);
            selection.clear();
          }}
        >
          {t('library.toTrash')}
        </Button>
        <Button tone="quiet" onClick={selection.clear}>
          {t('library.clearSelection')}
        </Button>
      </div>
    );
  return (
    <div className="library-tools">
      {!isEmpty && <FilterField />}
      {!isEmpty && <StatusChips />}
      <div className="library-tools-end">
        {sort !== 'order' && (
          <Button tone="quiet" onClick={() => store.getState().setSort('order')}>
            {t('library.originalOrder')}
          </Button>
        )}
        <Button tone="quiet" icon="trash" onClick={onShowTrash}>
          {t('library.trash')}
        </Button>
      </div>
    </div>
  );
}

function FilterField() {
  const t = useText();
  const store = useAppStore();
  const stored = useApp((state) => state.filter);
  const shown = useApp((state) => state.rows.length);
  const total = useApp((state) => state.project?.documents ?? 0);
  const [typed, setTyped] = useState(stored);
  useEffect(() => setTyped(stored), [stored]);
  useEffect(() => {
    if (typed === store.getState().filter) return undefined;
    const timer = setTimeout(() => store.getState().setFilter(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, store]);
  return (
    <div className="filter-field">
      <Icon name="search" size={15} />
      <input
        className="field"
        type="search"
        aria-label={t('library.filter')}
        placeholder={t('library.filter')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <span className="filter-count numeric" role="status">
        {t('library.shown', { shown, total })}
      </span>
    </div>
  );
}

function StatusChips() {
  const t = useText();
  const language = useLanguage();
  const store = useAppStore();
  const chosen = useApp((state) => state.statusFilter);
  const counts = useApp((state) => state.project?.byStatus);
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{t('library.statusFilter')}</legend>
      {STATUSES.map((status) => {
        const isOn = chosen.includes(status);
        return (
          <button
            key={status}
            type="button"
            className="chip"
            aria-pressed={isOn}
            onClick={() =>
              store.getState().setStatusFilter(isOn ? chosen.filter((other) => other !== status) : [...chosen, status])
            }
          >
            <StatusMark status={status} label="" />
            <span>{t(`status.${status}`)}</span>
            <span className="numeric chip-count">{(counts?.[status] ?? 0).toLocaleString(language)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
