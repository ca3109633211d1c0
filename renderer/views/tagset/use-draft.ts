/** The tagset under edit. It outlives a change of screen: what is not saved is not lost by looking at an article. */
import { useCallback, useMemo, useState } from 'react';
import type { Tagset } from '#shared/model/tagset.ts';
import { useApp } from '../../state/store.ts';

/** The unsaved tagset of a project, kept while the page lives. */
let kept: { readonly project: string; readonly tagset: Tagset } | null = null;

/** The draft and the ways to change it. */
export interface TagsetDraft {
  readonly draft: Tagset;
  readonly stored: Tagset;
  readonly isChanged: boolean;
  readonly set: (tagset: Tagset) => void;
  readonly revert: () => void;
}

/** Null while no tagset is loaded. Follows the stored tagset as long as nothing was changed here. */
export function useTagsetDraft(): TagsetDraft | null {
  const stored = useApp((state) => state.tagset);
  const project = useApp((state) => state.project?.id ?? null);
  const [own, setOwn] = useState<Tagset | null>(() => (kept !== null && kept.project === project ? kept.tagset : null));
  const set = useCallback(
    (tagset: Tagset | null) => {
      kept = tagset === null || project === null ? null : { project, tagset };
      setOwn(tagset);
    },
    [project],
  );
  const isChanged = useMemo(() => own !== null && JSON.stringify(own) !== JSON.stringify(stored), [own, stored]);
  if (stored === null) return null;
  return { draft: isChanged && own !== null ? own : stored, stored, isChanged, set, revert: () => set(null) };
}
