/** Every mark of the document, in reading order; by layer, clickable. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { type Frame, frameKind } from '#shared/model/frame.ts';
import { isFrameId } from '#shared/model/ids.ts';
import { hull, type Span } from '#shared/model/span.ts';
import { findLabel, type Layer } from '#shared/model/tagset.ts';
import { useApp } from '../../state/store.ts';
import { useLanguage, useText } from '../../state/use-text.ts';
import { LabelSample } from '../../ui/label-sample.tsx';
import { labelName, markText } from './marks.ts';

const FILTERS = ['all', 'entity', 'event', 'directive'] as const;
const ROW_HEIGHT = 30;

/** The list. */
export function MarksList() {
  const t = useText();
  const language = useLanguage();
  const state = useApp((s) => s.editor?.state);
  const tagset = useApp((s) => s.tagset);
  const active = useApp((s) => s.editor?.active ?? null);
  const activate = useApp((s) => s.activate);
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all');
  const box = useRef<HTMLDivElement>(null);
  const marks = useMemo(() => {
    if (state === undefined) return [];
    const all: (Span | Frame)[] = [...state.spans.values(), ...state.frames.values()];
    return all
      .filter((mark) => filter === 'all' || layerOf(mark) === filter)
      .toSorted((a, b) => hull(a.fragments)[0] - hull(b.fragments)[0] || hull(b.fragments)[1] - hull(a.fragments)[1]);
  }, [state, filter]);
  const list = useVirtualizer({
    count: marks.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  if (state === undefined || tagset === null) return null;
  return (
    <div className="marks">
      <fieldset className="segments" aria-label={t('read.showLayer')}>
        {FILTERS.map((name) => (
          <button key={name} type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>
            {name === 'all' ? t('common.all') : t(`layer.${name}`)}
          </button>
        ))}
      </fieldset>
      {marks.length === 0 && <p className="quiet inspector-empty">{t('read.noMarks')}</p>}
      <div className="marks-scroll" ref={box}>
        <ul style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map((item) => {
            const mark = marks[item.index];
            if (mark === undefined) return null;
            const layer = layerOf(mark);
            const definition = findLabel(tagset, layer, mark.label);
            return (
              <li key={mark.id} style={{ transform: `translateY(${item.start}px)`, height: ROW_HEIGHT }}>
                <button
                  type="button"
                  className="mark-row"
                  aria-current={mark.id === active ? 'true' : undefined}
                  onClick={() => activate(mark.id)}
                >
                  <LabelSample color={definition?.color ?? 9} line={definition?.line ?? 'wavy'} layer={layer} />
                  <span className="mark-row-text">{markText(state, mark.id, 60)}</span>
                  <span className="mark-row-label quiet">{labelName(tagset, layer, mark.label, language)}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

function layerOf(mark: Span | Frame): Exclude<Layer, 'relation'> {
  return isFrameId(mark.id) ? frameKind(mark.id) : 'entity';
}
