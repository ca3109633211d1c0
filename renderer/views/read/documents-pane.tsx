/** The documents at the left of the article: filter, list, progress. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { DocumentRow } from '#shared/model/document.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';
import { StatusMark } from '../../ui/status-mark.tsx';

const ROW_HEIGHT = 36;

/** The pane. */
export function DocumentsPane() {
  const t = useText();
  const store = useAppStore();
  const rows = useApp((state) => state.rows);
  const filter = useApp((state) => state.filter);
  const current = useApp((state) => state.editor?.document.id);
  const project = useApp((state) => state.project);
  const box = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const at = rows.findIndex((row) => row.id === current);
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' });
  }, [at, list]);
  const done = rows.filter((row) => row.status === 'done').length;
  const total = project?.documents ?? rows.length;

  return (
    <aside className="documents" aria-label={t('read.documents')}>
      <div className="documents-filter">
        <input
          className="field"
          type="search"
          value={filter}
          placeholder={t('read.filter')}
          aria-label={t('read.filter')}
          onChange={(event) => store.getState().setFilter(event.target.value)}
        />
      </div>
      <div className="documents-list" ref={box}>
        {rows.length === 0 && <p className="quiet documents-none">{t('read.noMatch')}</p>}
        <ul style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <li key={row.id} style={{ transform: `translateY(${item.start}px)`, height: ROW_HEIGHT }}>
                <DocumentButton row={row} isCurrent={row.id === current} />
              </li>
            );
          })}
        </ul>
      </div>
      <div className="documents-progress">
        <span>{t('read.progress', { done, total })}</span>
        <progress max={Math.max(1, total)} value={done} aria-label={t('read.progressLabel')} />
      </div>
    </aside>
  );
}

function DocumentButton({ row, isCurrent }: { readonly row: DocumentRow; readonly isCurrent: boolean }) {
  const t = useText();
  const open = useApp((state) => state.openDocument);
  const marks = row.spans + row.events + row.directives + row.relations;
  return (
    <button
      type="button"
      className="document-button"
      aria-current={isCurrent ? 'true' : undefined}
      title={row.title}
      onClick={() => void open(row.id)}
    >
      <StatusMark status={row.status} label={t(`status.${row.status}`)} />
      <span className="document-title">{row.title}</span>
      <span className="numeric quiet" title={t('count.marks', { n: marks })}>
        {marks}
      </span>
    </button>
  );
}
