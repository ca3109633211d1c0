/** The labels under the article, each with its key: press the key, or click. Shows what the next key will do. */
import { useMemo, useState } from 'react';
import { errorText } from '#shared/i18n/error-text.ts';
import { frameKind } from '#shared/model/frame.ts';
import { isFrameId } from '#shared/model/ids.ts';
import { findFrameLabel, LAYER_KEY, type Layer } from '#shared/model/tagset.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { local, useLanguage, useText } from '../../state/use-text.ts';
import { LabelName } from '../../ui/label-sample.tsx';

const LAYERS = ['entity', 'event', 'directive'] as const;

/** The palette. */
export function LabelPalette() {
  const t = useText();
  const store = useAppStore();
  const language = useLanguage();
  const tagset = useApp((state) => state.tagset);
  const active = useApp((state) => state.editor?.active ?? null);
  const hasSelection = useApp((state) => state.editor?.selection !== null);
  const [filter, setFilter] = useState('');
  const layer: Layer | null = active === null ? null : isFrameId(active) ? frameKind(active) : 'entity';
  const current = useApp((state) => {
    if (active === null) return null;
    return (
      (isFrameId(active) ? state.editor?.state.frames.get(active) : state.editor?.state.spans.get(active))?.label ??
      null
    );
  });
  const groups = useMemo(() => {
    const needle = filter.trim().toLowerCase();
    return LAYERS.map((name) => ({
      name,
      labels: (tagset?.[LAYER_KEY[name]] ?? []).filter(
        (entry) =>
          needle === '' ||
          [entry.label, entry.title.en, entry.title.zh].some((text) => text.toLowerCase().includes(needle)),
      ),
    }));
  }, [tagset, filter]);
  if (tagset === null) return null;
  const choose = (name: (typeof LAYERS)[number], label: string) => {
    store.getState().label(name, label);
    setFilter('');
  };
  return (
    <fieldset className="palette" aria-label={t('read.palette')}>
      <div className="palette-line">
        <PaletteHint />
        <input
          className="field palette-filter"
          data-focus="palette-filter"
          type="search"
          value={filter}
          placeholder={t('read.findLabel')}
          aria-label={t('read.findLabel')}
          onChange={(event) => setFilter(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Escape') {
              setFilter('');
              event.currentTarget.blur();
            }
            if (event.key !== 'Enter') return;
            const wanted = groups.filter((group) => hasSelection || layer === null || group.name === layer);
            const group = wanted.find((entry) => entry.labels.length > 0);
            const first = group?.labels[0];
            if (group !== undefined && first !== undefined) choose(group.name, first.label);
            event.currentTarget.blur();
          }}
        />
      </div>
      {groups.map((group) => (
        <fieldset key={group.name} className="palette-group" aria-label={t(`layer.${group.name}`)}>
          <span className="palette-layer quiet">{t(`layer.${group.name}`)}</span>
          <div className="palette-labels">
            {group.labels.map((entry) => (
              <button
                key={entry.label}
                type="button"
                className="palette-label"
                aria-pressed={!hasSelection && layer === group.name && current === entry.label}
                aria-keyshortcuts={entry.key ?? undefined}
                disabled={!hasSelection && layer !== null && layer !== group.name}
                title={entry.label}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(group.name, entry.label)}
              >
                <LabelName color={entry.color} line={entry.line} layer={group.name}>
                  {local(entry.title, language)}
                </LabelName>
                {entry.key !== null && <kbd className="kbd">{entry.key}</kbd>}
              </button>
            ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
}

/** One line that says what is selected and what a key will do now; a refusal takes its place. */
function PaletteHint() {
  const t = useText();
  const language = useLanguage();
  const refusal = useApp((state) => state.editor?.refusal ?? null);
  const armed = useApp((state) => state.editor?.armed ?? null);
  const length = useApp((state) => {
    const selection = state.editor?.selection ?? null;
    return selection === null ? 0 : selection.end - selection.start;
  });
  const active = useApp((state) => state.editor?.active ?? null);
  const role = useApp((state) => {
    if (armed === null || active === null || !isFrameId(active) || state.tagset === null) return null;
    const frame = state.editor?.state.frames.get(active);
    return frame === undefined
      ? null
      : (findFrameLabel(state.tagset, frameKind(active), frame.label)?.roles.find((entry) => entry.name === armed) ??
          null);
  });
  const text =
    role !== null
      ? t(length > 0 ? 'read.hintArmedSelection' : 'read.hintArmed', { role: local(role.title, language) })
      : length > 0
        ? t(active !== null && isFrameId(active) ? 'read.hintSelectionFrame' : 'read.hintSelection', { n: length })
        : active !== null
          ? t(isFrameId(active) ? 'read.hintFrame' : 'read.hintMark')
          : t('read.hintNothing');
  return (
    <p className={refusal === null ? 'palette-hint quiet' : 'palette-hint palette-refusal'} role="status">
      {refusal === null ? text : errorText(language, refusal)}
    </p>
  );
}
