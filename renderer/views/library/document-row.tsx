/** One row of the library table. */
import { type MouseEvent, memo } from 'react';
import type { DocumentRow } from '#shared/model/document.ts';
import { useLanguage, useText } from '../../state/use-text.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { NameText } from './name-text.tsx';

interface DocumentTableRowProps {
  readonly row: DocumentRow;
  /** Place in the list, from 0. */
  readonly index: number;
  /** Distance from the top of the list in CSS pixels. */
  readonly top: number;
  readonly isCurrent: boolean;
  readonly isTicked: boolean;
  readonly onClick: (event: MouseEvent, index: number, row: DocumentRow) => void;
  readonly onTick: (row: DocumentRow, withShift: boolean) => void;
}

/** A click opens; the box ticks. */
export const DocumentTableRow = memo(function DocumentTableRow({
  row,
  index,
  top,
  isCurrent,
  isTicked,
  onClick,
  onTick,
}: DocumentTableRowProps) {
  const t = useText();
  const language = useLanguage();
  const number = (value: number) => value.toLocaleString(language);
  const title = row.title === '' ? t('library.untitled') : row.title;
  const marks = row.spans + row.events + row.directives + row.relations;
  const numbers = [row.characters, marks, row.spans, row.events, row.directives];
  const names = ['characters', 'marks', 'spans', 'events', 'directives'];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid above listens to the keys
    // biome-ignore lint/a11y/useSemanticElements: part of the library's grid
    <div
      role="row"
      className="table-row"
      data-index={index}
      tabIndex={isCurrent ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={isTicked}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => onClick(event, index, row)}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the box itself listens to the keys */}
      {/* biome-ignore lint/a11y/useSemanticElements: part of the library's grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row has the focus */}
      <div role="gridcell" className="cell cell-tick" aria-colindex={1} onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('library.selectOne', { title })}
          checked={isTicked}
          onClick={(event) => onTick(row, event.shiftKey)}
          onChange={() => undefined}
        />
      </div>
      <Cell name="status" index={2}>
        <StatusMark status={row.status} label={t(`status.${row.status}`)} />
      </Cell>
      <Cell name="title" index={3}>
        <NameText name={title} />
      </Cell>
      <Cell name="date" index={4}>
        {row.date}
      </Cell>
      <Cell name="publication" index={5}>
        {row.publication !== null && <NameText name={row.publication} tail={3} />}
      </Cell>
      {numbers.map((value, at) => (
        <Cell key={names[at]} name={`${names[at]} numeric${value === 0 ? ' cell-zero' : ''}`} index={at + 6}>
          {number(value)}
        </Cell>
      ))}
    </div>
  );
});

interface CellProps {
  readonly name: string;
  readonly index: number;
  readonly children: React.ReactNode;
}

function Cell({ name, index, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the library's grid
    // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus
    <div role="gridcell" className={`cell cell-${name}`} aria-colindex={index}>
      {children}
    </div>
  );
}
