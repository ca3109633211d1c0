/** The ticked rows of the library list. */
import { useMemo, useState } from 'react';
import type { DocumentRow } from '#shared/model/document.ts';
import type { DocumentId } from '#shared/model/ids.ts';
import { keepListed, noneTicked, stretchTo, type Ticked, toggleAll, toggleRow } from './selected-rows.ts';

/** Ticked rows and what can be done to them. */
export interface Selection {
  readonly ids: ReadonlySet<DocumentId>;
  toggle(id: DocumentId): void;
  stretch(id: DocumentId): void;
  toggleAll(): void;
  clear(): void;
}

/** Ticks survive sorting and are forgotten with their rows. */
export function useSelection(rows: readonly DocumentRow[]): Selection {
  const order = useMemo(() => rows.map((row) => row.id), [rows]);
  const [ticked, setTicked] = useState<Ticked<DocumentId>>(noneTicked);
  const listed = useMemo(() => keepListed(ticked, order), [ticked, order]);
  return {
    ids: listed.ids,
    toggle: (id) => setTicked(toggleRow(listed, id)),
    stretch: (id) => setTicked(stretchTo(listed, order, id)),
    toggleAll: () => setTicked(toggleAll(listed, order)),
    clear: () => setTicked(noneTicked()),
  };
}
