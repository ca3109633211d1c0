/** The files of the dialog as state: asks the core again after every change, a moment after the last one. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Grant } from '#shared/api/events.ts';
import { useClient } from '../../commands/context.ts';
import { type DraftStep, type FileDraft, newDraft, stepDraft, toImportFile } from './drafts.ts';
import { asZhupiError } from './error-note.tsx';

/** Milliseconds between the last change and the question. */
const PAUSE_MS = 150;

/** Previews asked for at the same time. */
const AT_ONCE = 2;

/** All files and the one way to change them. */
export interface Drafts {
  readonly drafts: readonly FileDraft[];
  change(token: string, step: DraftStep): void;
}

/** Makes a draft of every file and asks for its preview. */
export function useDrafts(files: readonly Grant[]): Drafts {
  const client = useClient();
  const [drafts, setDrafts] = useState(() => files.map(newDraft));
  const newest = useRef(drafts);
  const asking = useRef(new Map<string, number>());

  const change = useCallback((token: string, step: DraftStep) => {
    newest.current = newest.current.map((draft) => (draft.grant.token === token ? stepDraft(draft, step) : draft));
    setDrafts(newest.current);
  }, []);

  // Files offered while the dialog is open join the others, whose drafts stay.
  useEffect(() => {
    const fresh = files.filter(({ token }) => !newest.current.some((draft) => draft.grant.token === token));
    if (fresh.length === 0) return;
    newest.current = [...newest.current, ...fresh.map(newDraft)];
    setDrafts(newest.current);
  }, [files]);

  const ask = useCallback(
    async (draft: FileDraft) => {
      const { token } = draft.grant;
      try {
        const preview = await client.call('import.preview', toImportFile(draft));
        change(token, { kind: 'answered', turn: draft.turn, preview });
      } catch (error) {
        change(token, { kind: 'refused', turn: draft.turn, error: asZhupiError(error) });
      }
    },
    [client, change],
  );

  useEffect(() => {
    const timer = setTimeout(
      () => {
        for (const draft of drafts) {
          const { token } = draft.grant;
          const isAsked = asking.current.get(token) === draft.turn;
          if (!draft.isAsking || isAsked || (draft.turn === 0 && asking.current.size >= AT_ONCE)) continue;
          asking.current.set(token, draft.turn);
          void ask(draft).finally(() => {
            if (asking.current.get(token) === draft.turn) asking.current.delete(token);
          });
        }
      },
      drafts.some((draft) => draft.turn > 0 && draft.isAsking) ? PAUSE_MS : 0,
    );
    return () => clearTimeout(timer);
  }, [drafts, ask]);

  return { drafts, change };
}
