/** The command palette: every command in both languages, and documents by title. */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { DocumentRow } from '#shared/model/document.ts';
import { useClient } from '../../commands/context.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { NameText } from '../library/name-text.tsx';
import { nextIndex } from '../library/next-index.ts';
import { firstFocus } from '../start/first-focus.ts';
import { rank } from './rank.ts';
import { type PaletteCommand, usePaletteCommands } from './use-palette-commands.ts';

/** Documents that are listed at once. */
const MOST_DOCUMENTS = 12;

/** Entries that a page key jumps over. */
const JUMP = 8;

type Entry =
  | { readonly kind: 'command'; readonly id: string; readonly command: PaletteCommand }
  | { readonly kind: 'document'; readonly id: string; readonly row: DocumentRow };

/** A field and a list: arrows choose, Enter runs. */
export function PaletteDialog() {
  const t = useText();
  const store = useAppStore();
  const id = useId();
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const commands = usePaletteCommands();
  const rows = useDocuments(query);
  const entries = useMemo<readonly Entry[]>(
    () => [
      ...rank(commands, query).map((command) => ({ kind: 'command' as const, id: command.id, command })),
      ...rows.map((row) => ({ kind: 'document' as const, id: row.id, row })),
    ],
    [commands, rows, query],
  );
  const here = Math.min(current, entries.length - 1);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${here}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [here]);

  function close(): void {
    store.getState().openDialog(null);
  }

  function run(entry: Entry | undefined): void {
    if (entry === undefined) return;
    close();
    if (entry.kind === 'command') entry.command.run();
    else void store.getState().openDocument(entry.row.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    // Home and End belong to the text field.
    const next = event.key === 'Home' || event.key === 'End' ? null : nextIndex(event.key, here, entries.length, JUMP);
    if (next !== null) setCurrent(next);
    else if (event.key === 'Enter') run(entries[here]);
    else return;
    event.preventDefault();
  }

  const firstDocument = entries.findIndex((entry) => entry.kind === 'document');
  return (
    <Dialog title={t('help.palette.title')} closeLabel={t('common.close')} hasHeader={false} onClose={close}>
      <div className="command-palette">
        <div className="command-palette-field">
          <Icon name="search" />
          <input
            ref={firstFocus}
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={entries.length === 0 ? undefined : `${id}-${here}`}
            aria-label={t('help.palette.field')}
            placeholder={t('help.palette.field')}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setCurrent(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div
          ref={list}
          className="command-palette-list"
          id={`${id}-list`}
          role="listbox"
          aria-label={t('help.palette.results')}
        >
          {entries.map((entry, index) => (
            <div key={`${entry.kind}-${entry.id}`} role="presentation">
              {(index === 0 || index === firstDocument) && (
                <div className="command-palette-group" role="presentation">
                  {t(entry.kind === 'command' ? 'help.palette.commands' : 'help.palette.documents')}
                </div>
              )}
              <EntryRow
                entry={entry}
                id={`${id}-${index}`}
                index={index}
                isCurrent={index === here}
                onRun={() => run(entry)}
                onPoint={() => setCurrent(index)}
              />
            </div>
          ))}
          {entries.length === 0 && <p className="empty">{t('help.palette.none')}</p>}
        </div>
        <p className="command-palette-hint">
          <Kbd combo="ArrowUp" isMac={false} /> <Kbd combo="ArrowDown" isMac={false} /> {t('help.palette.hint')}
        </p>
      </div>
    </Dialog>
  );
}

interface EntryRowProps {
  readonly entry: Entry;
  readonly id: string;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly onRun: () => void;
  /** The pointer moved over it. */
  readonly onPoint: () => void;
}

function EntryRow({ entry, id, index, isCurrent, onRun, onPoint }: EntryRowProps) {
  const t = useText();
  const isMac = useApp((state) => state.info?.isMac ?? false);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the current option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above listens to the keys
    <div
      id={id}
      role="option"
      className="command-palette-entry"
      data-index={index}
      aria-selected={isCurrent}
      onClick={onRun}
      onMouseMove={onPoint}
    >
      {entry.kind === 'command' ? (
        <>
          <span className="quiet command-palette-menu">{entry.command.menu}</span>
          <span className="command-palette-title">{entry.command.title}</span>
          {entry.command.keys.slice(0, 1).map((combo) => (
            <Kbd key={combo} combo={combo} isMac={isMac} />
          ))}
        </>
      ) : (
        <>
          <StatusMark status={entry.row.status} label={t(`status.${entry.row.status}`)} />
          <span className="command-palette-title">
            <NameText name={entry.row.title === '' ? t('library.untitled') : entry.row.title} />
          </span>
          <span className="quiet">{entry.row.date}</span>
        </>
      )}
    </div>
  );
}

/** Documents whose title holds the query; none while nothing is typed. */
function useDocuments(query: string): readonly DocumentRow[] {
  const client = useClient();
  const store = useAppStore();
  const hasProject = useApp((state) => state.project !== null);
  const [rows, setRows] = useState<readonly DocumentRow[]>([]);
  const filter = query.trim();
  useEffect(() => {
    if (filter === '' || !hasProject) {
      setRows([]);
      return undefined;
    }
    let isOld = false;
    client.call('document.list', { filter, limit: MOST_DOCUMENTS }).then((answer) => {
      if (!isOld) setRows(answer.rows);
    }, store.getState().fail);
    return () => {
      isOld = true;
    };
  }, [client, store, filter, hasProject]);
  return rows;
}
