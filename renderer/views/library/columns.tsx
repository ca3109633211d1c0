/** The columns of the library table and their heads. */
import type { LibrarySort } from '../../state/library-slice.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';
import { Icon } from '../../ui/icon.tsx';

/** A column: `sort` where the list can be ordered by it. */
export interface Column {
  readonly name:
    | 'status'
    | 'title'
    | 'date'
    | 'publication'
    | 'characters'
    | 'marks'
    | 'spans'
    | 'events'
    | 'directives';
  readonly sort: LibrarySort | null;
  readonly isNumeric: boolean;
}

const column = (name: Column['name'], sort: LibrarySort | null = null, isNumeric = false): Column => ({
  name,
  sort,
  isNumeric,
});

/** All columns after the tick box, in order. */
export const COLUMNS: readonly Column[] = [
  column('status', 'status'),
  column('title', 'title'),
  column('date', 'date'),
  column('publication'),
  column('characters', 'characters', true),
  column('marks', 'marks', true),
  column('spans', null, true),
  column('events', null, true),
  column('directives', null, true),
];

/** A head; where the column sorts, a button that says how it is sorted. `index` is 1-based. */
export function ColumnHeader({
  column: { name, sort, isNumeric },
  index,
}: {
  readonly column: Column;
  readonly index: number;
}) {
  const t = useText();
  const store = useAppStore();
  const current = useApp((state) => state.sort);
  const isDescending = useApp((state) => state.isDescending);
  const isSorted = sort !== null && sort === current;
  const title = t(`library.column.${name}`);
  const order = isDescending ? 'descending' : 'ascending';
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the library's grid
    // biome-ignore lint/a11y/useFocusableInteractive: its button is focusable
    <div
      role="columnheader"
      className={`cell cell-${name}${isNumeric ? ' numeric' : ''}`}
      aria-colindex={index}
      aria-sort={sort === null ? undefined : isSorted ? order : 'none'}
    >
      {sort === null ? (
        <span className="column-name">{title}</span>
      ) : (
        <button type="button" className="column-sort" onClick={() => store.getState().setSort(sort)}>
          <span>{title}</span>
          {isSorted && (
            <span className={`sort-sign sort-${order}`}>
              <Icon name="down" size={12} />
            </span>
          )}
        </button>
      )}
    </div>
  );
}
