/** The list of documents: rows, filter, order. The reader's left pane and the library show the same list. */
import type { MethodInput } from '#shared/api/contract.ts';
import type { DocumentRow, Status } from '#shared/model/document.ts';
import type { DocumentId } from '#shared/model/ids.ts';
import type { SliceMaker } from './store.ts';

/** What the list is ordered by. */
export type LibrarySort = NonNullable<MethodInput<'document.list'>['sort']>;

/** State and actions of the list. */
export interface LibrarySlice {
  readonly rows: readonly DocumentRow[];
  readonly totalRows: number;
  readonly filter: string;
  readonly statusFilter: readonly Status[];
  readonly sort: LibrarySort;
  readonly isDescending: boolean;
  readonly isListLoaded: boolean;
  refreshLibrary(): Promise<void>;
  setFilter(filter: string): void;
  setStatusFilter(status: readonly Status[]): void;
  setSort(sort: LibrarySort): void;
  trash(documents: readonly DocumentId[]): Promise<void>;
  /** Counts and status of one row follow the editor at once. */
  patchRow(id: string, change: Partial<DocumentRow>): void;
}

/** As many rows as one answer carries; the list says so where there are more. */
const MAX_ROWS = 100_000;

export const createLibrarySlice: SliceMaker<LibrarySlice> = (set, get, client) => {
  let asked = 0;
  return {
    rows: [],
    totalRows: 0,
    filter: '',
    statusFilter: [],
    sort: 'order',
    isDescending: false,
    isListLoaded: false,
    async refreshLibrary() {
      if (get().project === null) return;
      const turn = ++asked;
      const { filter, statusFilter, sort, isDescending } = get();
      try {
        const { total, rows } = await client.call('document.list', {
          filter,
          status: [...statusFilter],
          sort,
          isDescending,
          limit: MAX_ROWS,
        });
        if (turn === asked) set({ rows, totalRows: total, isListLoaded: true });
      } catch (error) {
        get().fail(error);
      }
    },
    setFilter(filter) {
      set({ filter });
      void get().refreshLibrary();
    },
    setStatusFilter(statusFilter) {
      set({ statusFilter });
      void get().refreshLibrary();
    },
    setSort(sort) {
      set((state) => ({ sort, isDescending: state.sort === sort ? !state.isDescending : false }));
      void get().refreshLibrary();
    },
    async trash(documents) {
      try {
        await get().settled();
        await client.call('document.trash', { documents: [...documents] });
        const { editor } = get();
        if (editor !== null && documents.includes(editor.document.id)) set({ editor: null, view: 'library' });
        await Promise.all([get().refreshLibrary(), get().refreshProject()]);
        get().notify(
          'info',
          'library.trashed',
          { n: documents.length },
          {
            key: 'common.undo',
            run: () => {
              void client.call('document.restore', { documents: [...documents] }).then(() => {
                void get().refreshLibrary();
                void get().refreshProject();
              }, get().fail);
            },
          },
        );
      } catch (error) {
        get().fail(error);
      }
    },
    patchRow: (id, change) =>
      set((state) => ({ rows: state.rows.map((row) => (row.id === id ? { ...row, ...change } : row)) })),
  };
};
