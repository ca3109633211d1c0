/** What the core says of an export before it is made, asked again after every change. */
import { useEffect, useRef, useState } from 'react';
import type { MethodOutput } from '#shared/api/contract.ts';
import type { ZhupiError } from '#shared/api/errors.ts';
import type { FormatInfo } from '#shared/model/transfer.ts';
import { useClient } from '../../commands/context.ts';
import { useAppStore } from '../../state/store.ts';
import { asZhupiError } from '../import/error-note.tsx';
import { type ExportDraft, toRequest } from './export-draft.ts';

/** Milliseconds between the last change and the question. */
const PAUSE_MS = 150;

/** The answer to the newest question that has one; the last one stays while a new one is on its way. */
export interface ExportPreviewState {
  readonly answer: MethodOutput<'export.preview'> | null;
  readonly error: ZhupiError | null;
  readonly isAsking: boolean;
}

/** Counts, first record and losses of what the draft asks for. */
export function useExportPreview(draft: ExportDraft): ExportPreviewState {
  const client = useClient();
  const [state, setState] = useState<ExportPreviewState>({ answer: null, error: null, isAsking: true });
  const isFirst = useRef(true);
  useEffect(() => {
    const request = toRequest(draft);
    if (request === null) return undefined;
    let isOld = false;
    setState((before) => ({ ...before, isAsking: true }));
    const ask = () =>
      client.call('export.preview', request).then(
        (answer) => !isOld && setState({ answer, error: null, isAsking: false }),
        (error: unknown) => !isOld && setState({ answer: null, error: asZhupiError(error), isAsking: false }),
      );
    const timer = setTimeout(() => void ask(), isFirst.current ? 0 : PAUSE_MS);
    isFirst.current = false;
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [client, draft]);
  return state;
}

/** Formats that can be written and the annotators of the project. */
export interface ExportFacts {
  readonly formats: readonly FormatInfo[];
  readonly annotators: readonly string[];
}

/** Loaded once. */
export function useExportFacts(): ExportFacts {
  const client = useClient();
  const store = useAppStore();
  const [facts, setFacts] = useState<ExportFacts>({ formats: [], annotators: [] });
  useEffect(() => {
    Promise.all([client.call('format.list', {}), client.call('project.stats', {})]).then(
      ([formats, stats]) =>
        setFacts({
          formats: formats.filter((format) => format.writes),
          annotators: Object.keys(stats.annotators).sort(),
        }),
      store.getState().fail,
    );
  }, [client, store]);
  return facts;
}
