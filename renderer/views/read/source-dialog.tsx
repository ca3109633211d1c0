/** Where the article stands in its source: the decoded file with the article's ranges tinted. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { MethodOutput } from '#shared/api/contract.ts';
import { useClient } from '../../commands/context.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';
import { Dialog } from '../../ui/dialog.tsx';

type Source = MethodOutput<'document.source'>;

/** The dialog. */
export function SourceDialog() {
  const t = useText();
  const client = useClient();
  const store = useAppStore();
  const document = useApp((state) => state.editor?.document.id);
  const [source, setSource] = useState<Source | null>(null);
  const first = useRef<HTMLElement>(null);
  const close = () => store.getState().openDialog(null);
  useEffect(() => {
    if (document === undefined) return;
    client.call('document.source', { document }).then(setSource, (error: unknown) => {
      store.getState().openDialog(null);
      store.getState().fail(error);
    });
  }, [client, store, document]);
  useEffect(() => {
    if (source !== null) first.current?.scrollIntoView({ block: 'start' });
  }, [source]);
  const pieces = useMemo(() => (source === null ? [] : cut(source)), [source]);
  const firstTinted = pieces.findIndex((piece) => piece.isInside);
  return (
    <Dialog
      title={
        source === null ? t('common.loading') : t('read.sourceTitle', { file: source.file, encoding: source.encoding })
      }
      closeLabel={t('common.close')}
      onClose={close}
      size="large"
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must be scrollable by keyboard */}
      <pre className="source-text" tabIndex={0}>
        {pieces.map((piece, i) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces are cut once and never reordered
            key={i}
            ref={i === firstTinted ? first : undefined}
            className={piece.isInside ? 'source-inside' : 'source-outside'}
          >
            {piece.text}
          </span>
        ))}
      </pre>
    </Dialog>
  );
}

/** The source's text as pieces inside and outside the article. */
function cut(source: Source): readonly { readonly text: string; readonly isInside: boolean }[] {
  const pieces: { text: string; isInside: boolean }[] = [];
  let at = 0;
  for (const [, , start, end] of source.map.toSorted((a, b) => a[2] - b[2])) {
    if (start > at) pieces.push({ text: source.text.slice(at, start), isInside: false });
    if (end > at) pieces.push({ text: source.text.slice(Math.max(at, start), end), isInside: true });
    at = Math.max(at, end);
  }
  if (at < source.text.length) pieces.push({ text: source.text.slice(at), isInside: false });
  return pieces;
}
