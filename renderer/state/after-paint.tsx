/** Panels beside the text follow the store one frame late, so that a mark is on the screen before they are drawn. */
import { type ReactNode, useEffect, useMemo } from 'react';
import { createStore } from 'zustand';
import { type AppState, StoreContext, useAppStore } from './store.ts';

/** Gives its children a store that takes over the app's state after the next paint. Actions are the app's own. */
export function AfterPaint({ children }: { readonly children: ReactNode }) {
  const store = useAppStore();
  const late = useMemo(() => createStore<AppState>(() => store.getState()), [store]);
  useEffect(() => {
    let frame = 0;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      frame = 0;
      late.setState(store.getState(), true);
    };
    const stop = store.subscribe(() => {
      if (frame === 0) frame = requestAnimationFrame(() => channel.port2.postMessage(null));
    });
    late.setState(store.getState(), true);
    return () => {
      stop();
      cancelAnimationFrame(frame);
      channel.port1.close();
    };
  }, [store, late]);
  return <StoreContext value={late}>{children}</StoreContext>;
}
