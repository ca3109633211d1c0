/** The thin bar between panes: drag it, or move it with the arrow keys. Its place is remembered. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useApp, useAppStore } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';

const LIMITS = { left: [180, 480], right: [220, 520] } as const;

/** One splitter. */
export function PaneSplitter({ side }: { readonly side: 'left' | 'right' }) {
  const t = useText();
  const store = useAppStore();
  const width = useApp((state) => (side === 'left' ? state.settings.leftPane : state.settings.rightPane));
  const [isDragging, setDragging] = useState(false);
  const start = useRef({ x: 0, width });
  const [low, high] = LIMITS[side];

  const set = (value: number) => {
    const next = Math.round(Math.min(high, Math.max(low, value)));
    if (next !== width)
      void store.getState().changeSettings(side === 'left' ? { leftPane: next } : { rightPane: next });
  };
  const move = (event: PointerEvent) => {
    if (!isDragging) return;
    const delta = event.clientX - start.current.x;
    set(start.current.width + (side === 'left' ? delta : -delta));
  };
  const key = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -16 : event.key === 'ArrowRight' ? 16 : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    set(width + (side === 'left' ? step : -step));
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved
    <div
      className={isDragging ? 'splitter splitter-dragging' : 'splitter'}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t(side === 'left' ? 'read.splitLeft' : 'read.splitRight')}
      aria-valuenow={width}
      aria-valuemin={low}
      aria-valuemax={high}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
        setDragging(true);
      }}
      onPointerMove={move}
      onPointerUp={() => setDragging(false)}
      onKeyDown={key}
    />
  );
}
