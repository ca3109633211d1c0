/** Documents in the trash, and the way back. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MethodOutput } from '#shared/api/contract.ts';
import type { DocumentId } from '#shared/model/ids.ts';
import { useClient } from '../../commands/context.ts';
import { useAppStore } from '../../state/store.ts';
import { useLanguage, useText } from '../../state/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { NameText } from './name-text.tsx';
import { showTime } from './show-date.ts';

type Trashed = MethodOutput<'document.trashed'>;

/** Height of a row in CSS pixels; the stylesheet says the same. */
const ROW = 44;

/** The trash in place of the table. */
export function TrashList({ onBack }: { readonly onBack: () => void }) {
  const t = useText();
  const { trashed, restore } = useTrash();
  return (
    <>
      <div className="library-tools">
        <Button icon="left" onClick={onBack}>
          {t('library.trash.back')}
        </Button>
        <span className="quiet">{t('library.trash.text')}</span>
        <div className="library-tools-end">
          {trashed !== null && trashed.length > 0 && (
            <Button icon="undo" onClick={() => restore(trashed.map((entry) => entry.id))}>
              {t('library.trash.restoreAll')}
            </Button>
          )}
        </div>
      </div>
      {trashed !== null && trashed.length > 0 && <TrashRows trashed={trashed} onRestore={(id) => restore([id])} />}
      {trashed?.length === 0 && (
        <div className="empty">
          <Icon name="trash" size={32} />
          <h2>{t('library.trash.empty')}</h2>
          <Button onClick={onBack}>{t('library.trash.back')}</Button>
        </div>
      )}
    </>
  );
}

interface TrashRowsProps {
  readonly trashed: Trashed;
  readonly onRestore: (id: DocumentId) => void;
}

function TrashRows({ trashed, onRestore }: TrashRowsProps) {
  const t = useText();
  const language = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: trashed.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  return (
    <div ref={scroller} className="trash">
      <ul style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const entry = trashed[item.index];
          if (entry === undefined) return null;
          const title = entry.title === '' ? t('library.untitled') : entry.title;
          return (
            <li key={entry.id} className="trash-row" style={{ transform: `translateY(${item.start}px)` }}>
              <NameText name={title} />
              <span className="quiet">{t('library.trash.when', { date: showTime(entry.trashedAt, language) })}</span>
              <Button aria-label={t('library.trash.restoreOne', { title })} onClick={() => onRestore(entry.id)}>
                {t('library.trash.restore')}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function useTrash() {
  const client = useClient();
  const store = useAppStore();
  const [trashed, setTrashed] = useState<Trashed | null>(null);
  const load = useCallback(
    () => client.call('document.trashed', {}).then(setTrashed, store.getState().fail),
    [client, store],
  );
  useEffect(() => void load(), [load]);

  async function restoreNow(documents: readonly DocumentId[]): Promise<void> {
    const state = store.getState();
    try {
      const { changed } = await client.call('document.restore', { documents: [...documents] });
      state.notify('good', 'library.restored', { n: changed });
      await Promise.all([load(), state.refreshLibrary(), state.refreshProject()]);
    } catch (error) {
      state.fail(error);
    }
  }
  return { trashed, restore: (documents: readonly DocumentId[]) => void restoreNow(documents) };
}
