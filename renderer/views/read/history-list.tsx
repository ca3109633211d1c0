/** The document's history, newest first: what was done, when, and whether it is undone. */
import { useEffect, useState } from 'react';
import type { HistoryEntry } from '#shared/api/contract.ts';
import { type Edit, simpleEdits } from '#shared/edit/edit.ts';
import type { TextKey } from '#shared/i18n/text.ts';
import { useClient } from '../../commands/context.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { useLanguage, useText } from '../../state/use-text.ts';

/** The list; loaded again after every saved change. */
export function HistoryList() {
  const t = useText();
  const language = useLanguage();
  const client = useClient();
  const store = useAppStore();
  const document = useApp((state) => state.editor?.document.id);
  const annotator = useApp((state) => state.editor?.annotator);
  const revision = useApp((state) => state.editor?.revision);
  const [entries, setEntries] = useState<readonly HistoryEntry[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision means a new history
  useEffect(() => {
    if (document === undefined || annotator === undefined) return;
    let isGone = false;
    client.call('edit.history', { document, annotator, limit: 200 }).then((list) => {
      if (!isGone) setEntries(list);
    }, store.getState().fail);
    return () => {
      isGone = true;
    };
  }, [client, store, document, annotator, revision]);
  if (entries.length === 0) return <p className="quiet inspector-empty">{t('read.noHistory')}</p>;
  return (
    <ol className="history">
      {entries.map((entry) => (
        <li key={entry.id} className={`history-${entry.state}`}>
          <span>{lineOf(entry.edit, t)}</span>
          <time className="quiet numeric" dateTime={entry.at}>
            {new Date(entry.at).toLocaleString(language, {
              month: 'numeric',
              day: 'numeric',
              hour: '2-digit',
              minute: '2-digit',
            })}
          </time>
        </li>
      ))}
    </ol>
  );
}

/** One line for an edit: its first change, and how many more. */
function lineOf(edit: Edit, t: ReturnType<typeof useText>): string {
  const [first, ...rest] = simpleEdits(edit);
  if (first === undefined) return '';
  const key: TextKey = `history.${first.kind}`;
  const what =
    first.kind === 'span.add'
      ? `${first.span.id} ${first.span.label}`
      : first.kind === 'frame.add'
        ? `${first.frame.id} ${first.frame.label}`
        : first.kind === 'relation.add'
          ? `${first.relation.id} ${first.relation.label}`
          : first.kind === 'argument.add' || first.kind === 'argument.remove'
            ? `${first.frame} ${first.role} ${first.target}`
            : 'id' in first
              ? first.id
              : '';
  const text = t(key, { what });
  return rest.length === 0 ? text : `${text} ${t('history.more', { n: rest.length })}`;
}
