/** The table of documents: only the rows in sight are in the page, whatever their number. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { DocumentRow } from '#shared/model/document.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';
import { COLUMNS, ColumnHeader } from './columns.tsx';
import { DocumentTableRow } from './document-row.tsx';
import { nextIndex } from './next-index.ts';
import type { Selection } from './use-selection.ts';

/** Height of a row in CSS pixels; the stylesheet says the same. */
const ROW = 36;

interface DocumentTableProps {
  readonly rows: readonly DocumentRow[];
  readonly selection: Selection;
  /** The table's accessible name. */
  readonly label: string;
}

/** A grid: arrows move, Enter opens, Space ticks, Delete moves to the trash. */
export function DocumentTable({ rows, selection, label }: DocumentTableProps) {
  const store = useAppStore();
  const scroller = useRef<HTMLDivElement>(null);
  const isReadOnly = useApp((state) => state.project?.isReadOnly === true);
  const openId = useApp((state) => state.editor?.document.id ?? null);
  const [current, setCurrent] = useState(() =>
    Math.max(
      0,
      rows.findIndex((row) => row.id === openId),
    ),
  );
  const wantsFocus = useRef(false);
  const here = Math.min(current, rows.length - 1);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
    getItemKey: (index) => rows[index]?.id ?? index,
    scrollPaddingStart: ROW,
  });
  const items = virtual.getVirtualItems();

  // The row that the keys moved to may have been out of the page: it gets the focus once it is there.
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${here}"]`);
    if (row === undefined || row === null) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  function moveTo(index: number): void {
    wantsFocus.current = true;
    setCurrent(index);
    virtual.scrollToIndex(index);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const row = rows[here];
    if (row === undefined || event.target instanceof HTMLButtonElement) return;
    if (event.altKey || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() !== 'a')) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2);
    const next = nextIndex(event.key, here, rows.length, page);
    if (next !== null) {
      if (event.shiftKey) {
        const to = rows[next];
        if (selection.ids.size === 0) selection.toggle(row.id);
        else if (to !== undefined) selection.stretch(to.id);
      }
      moveTo(next);
    } else if (event.key === 'Enter') void store.getState().openDocument(row.id);
    else if (event.key === ' ') selection.toggle(row.id);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) selection.toggleAll();
    else if (event.key === 'Escape' && selection.ids.size > 0) selection.clear();
    else if (event.key === 'Delete' && !isReadOnly) {
      void store.getState().trash(selection.ids.size > 0 ? [...selection.ids] : [row.id]);
      wantsFocus.current = true;
    } else return;
    event.preventDefault();
  }

  function onRowClick(event: MouseEvent, index: number, row: DocumentRow): void {
    setCurrent(index);
    if (event.shiftKey) selection.stretch(row.id);
    else if (event.ctrlKey || event.metaKey) selection.toggle(row.id);
    else void store.getState().openDocument(row.id);
  }

  const click = useLatest(onRowClick);
  const tick = useLatest((row: DocumentRow, withShift: boolean) =>
    withShift ? selection.stretch(row.id) : selection.toggle(row.id),
  );

  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual list cannot be laid out as a table
    <div
      ref={scroller}
      className="table"
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length + 1}
      aria-multiselectable="true"
      onKeyDown={onKeyDown}
    >
      <TableHead rows={rows} selection={selection} />
      {/* biome-ignore lint/a11y/useSemanticElements: rows are placed by the virtual list, which table layout cannot do */}
      <div role="rowgroup" className="table-body" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <DocumentTableRow
              key={row.id}
              row={row}
              index={item.index}
              top={item.start}
              isCurrent={item.index === here}
              isTicked={selection.ids.has(row.id)}
              onClick={click}
              onTick={tick}
            />
          );
        })}
      </div>
    </div>
  );
}

/** A function that stays the same while what it does follows the newest render: rows need not render again for it. */
function useLatest<A extends readonly unknown[]>(action: (...input: A) => void): (...input: A) => void {
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  return useCallback((...input: A) => latest.current(...input), []);
}

function TableHead({ rows, selection }: Pick<DocumentTableProps, 'rows' | 'selection'>) {
  const t = useText();
  const count = selection.ids.size;
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid above
    <div role="rowgroup" className="table-head">
      {/* biome-ignore lint/a11y/useSemanticElements: part of the grid above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the buttons of the head are the focusable parts */}
      <div role="row" className="table-row" aria-rowindex={1}>
        {/* biome-ignore lint/a11y/useSemanticElements: part of the grid above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: its checkbox is focusable */}
        <div role="columnheader" className="cell cell-tick" aria-colindex={1}>
          <input
            type="checkbox"
            aria-label={t('library.selectAll')}
            checked={count > 0 && count === rows.length}
            ref={(box) => {
              if (box !== null) box.indeterminate = count > 0 && count < rows.length;
            }}
            onChange={selection.toggleAll}
          />
        </div>
        {COLUMNS.map((column, at) => (
          <ColumnHeader key={column.name} column={column} index={at + 2} />
        ))}
      </div>
    </div>
  );
}
