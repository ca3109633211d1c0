/** The page's one store, made of slices. Components read it through selectors; only slices change it. */
import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { Client } from '../client/bridge.ts';
import { type AppSlice, createAppSlice } from './app-slice.ts';
import { createEditorSlice, type EditorSlice } from './editor-slice.ts';
import { createLibrarySlice, type LibrarySlice } from './library-slice.ts';

/** Everything the page knows. */
export type AppState = AppSlice & LibrarySlice & EditorSlice;

/** How a slice is made: it reads and changes the whole through get and set. */
export type SliceMaker<S> = (
  set: (change: Partial<AppState> | ((state: AppState) => Partial<AppState>)) => void,
  get: () => AppState,
  client: Client,
) => S;

/** The store of one page. */
export type AppStore = StoreApi<AppState>;

/** Makes the store; nothing is loaded until `start` is called. */
export function createAppStore(client: Client): AppStore {
  return createStore<AppState>((set, get) => ({
    ...createAppSlice(set, get, client),
    ...createLibrarySlice(set, get, client),
    ...createEditorSlice(set, get, client),
  }));
}

/** Where components find the store. */
export const StoreContext = createContext<AppStore | null>(null);

/** The store itself, for handlers that read it when they run. */
export function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('no store above this component');
  return store;
}

/** A selected part of the state; the component renders again only when it changes. */
export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(useAppStore(), selector);
}
