/** Which rows of a list are ticked; pure. */

/** The ticked ids, and the row from which a range is stretched. */
export interface Ticked<I extends string> {
  readonly ids: ReadonlySet<I>;
  readonly from: I | null;
}

/** Nothing ticked. */
export function noneTicked<I extends string>(): Ticked<I> {
  return { ids: new Set<I>(), from: null };
}

/** One row ticked or unticked. */
export function toggleRow<I extends string>(ticked: Ticked<I>, id: I): Ticked<I> {
  const ids = new Set(ticked.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, from: id };
}

/** Every row between the last one touched and this one is ticked too; without a last one, this row only. */
export function stretchTo<I extends string>(ticked: Ticked<I>, order: readonly I[], id: I): Ticked<I> {
  const to = order.indexOf(id);
  const from = ticked.from === null ? to : order.indexOf(ticked.from);
  if (to < 0) return ticked;
  const start = from < 0 ? to : from;
  const range = order.slice(Math.min(start, to), Math.max(start, to) + 1);
  return { ids: new Set([...ticked.ids, ...range]), from: ticked.from ?? id };
}

/** All rows, or none where all are ticked already. */
export function toggleAll<I extends string>(ticked: Ticked<I>, order: readonly I[]): Ticked<I> {
  const isAll = order.length > 0 && order.every((id) => ticked.ids.has(id));
  return isAll ? noneTicked() : { ids: new Set(order), from: ticked.from };
}

/** What is left of the ticks when the list has changed. The same object where nothing is lost. */
export function keepListed<I extends string>(ticked: Ticked<I>, order: readonly I[]): Ticked<I> {
  if (ticked.ids.size === 0) return ticked;
  const listed = new Set(order);
  const ids = new Set([...ticked.ids].filter((id) => listed.has(id)));
  return ids.size === ticked.ids.size ? ticked : { ids, from: ticked.from };
}
