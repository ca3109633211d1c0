/** The place of the reader island: gives it text and marks, takes its gestures. React does not touch the text. */
import { useEffect, useMemo, useRef } from 'react';
import { isFrameId, type TargetId } from '#shared/model/ids.ts';
import { hull } from '#shared/model/span.ts';
import { createReader, type Reader } from '../../reader/reader.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { useLanguage, useText } from '../../state/use-text.ts';
import { createMarkMaker, roleName } from './marks.ts';

/** Mount once in the article pane, with the language as key: the reader's names are given when it is made. */
export function ReaderHost() {
  const t = useText();
  const store = useAppStore();
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const reader = useRef<Reader | null>(null);
  const documentId = useApp((state) => state.editor?.document.id);
  const text = useApp((state) => state.editor?.state.text ?? '');
  const state = useApp((s) => s.editor?.state);
  const active = useApp((s) => s.editor?.active ?? null);
  const selection = useApp((s) => s.editor?.selection ?? null);
  const tagset = useApp((s) => s.tagset);
  const chips = useApp((s) => s.settings.chips);
  const label = t('read.article');
  const makeMarks = useMemo(() => (tagset === null ? null : createMarkMaker(tagset, language)), [tagset, language]);

  useEffect(() => {
    if (box.current === null) return;
    const made = createReader({
      container: box.current,
      labelText: label,
      onSelect: (range, isGrowing) => store.getState().select(range, isGrowing),
      onPick: (ids, chosen) => store.getState().pick(ids as readonly TargetId[], chosen as TargetId | null),
      onCaret: () => {},
    });
    reader.current = made;
    return () => {
      made.destroy();
      reader.current = null;
    };
  }, [store, label]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another document means a new text, even where the words are the same
  useEffect(() => {
    reader.current?.setText(text);
    reader.current?.focus();
  }, [documentId, text]);

  // First of the effects of an edit: it needs the layout, which the others change.
  useEffect(() => {
    if (selection === null && reader.current?.selection() !== null) reader.current?.clearSelection();
  }, [selection]);

  useEffect(() => {
    if (state !== undefined && makeMarks !== null) reader.current?.setMarks(makeMarks(state));
  }, [state, makeMarks]);

  useEffect(() => {
    const frame = active !== null && isFrameId(active) ? state?.frames.get(active) : undefined;
    const linked = (frame?.arguments ?? []).map(({ role, target }) => ({
      id: target,
      role: frame === undefined || tagset === null ? role : roleName(tagset, frame, role, language),
    }));
    reader.current?.setActive(active, linked);
  }, [active, state, tagset, language]);

  useEffect(() => {
    reader.current?.setChips(chips);
  }, [chips]);

  useEffect(() => {
    if (active === null) return;
    const current = store.getState().editor?.state;
    const mark = isFrameId(active) ? current?.frames.get(active) : current?.spans.get(active as never);
    if (mark !== undefined) reader.current?.reveal(hull(mark.fragments)[0]);
  }, [active, store]);

  return <div className="reader-box" ref={box} />;
}
