/** The library: how far the corpus is, and the list of its documents. */
import { useState } from 'react';
import { useCommand } from '../../commands/context.ts';
import { useApp } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DocumentTable } from './document-table.tsx';
import { LibraryTools } from './library-tools.tsx';
import { NameText } from './name-text.tsx';
import { NoDocuments, NoMatch } from './nothing-here.tsx';
import { TrashList } from './trash-list.tsx';
import { useSelection } from './use-selection.ts';

/** The screen. */
export function LibraryView() {
  const t = useText();
  const rows = useApp((state) => state.rows);
  const isLoaded = useApp((state) => state.isListLoaded);
  const isFiltered = useApp((state) => state.filter !== '' || state.statusFilter.length > 0);
  const isEmpty = useApp((state) => (state.project?.documents ?? 0) === 0);
  const [isTrash, setTrash] = useState(false);
  const selection = useSelection(rows);
  return (
    <div className="library" aria-busy={!isLoaded}>
      <LibraryHeader />
      {isTrash ? (
        <TrashList onBack={() => setTrash(false)} />
      ) : (
        <>
          <LibraryTools selection={selection} onShowTrash={() => setTrash(true)} />
          {rows.length > 0 && <DocumentTable rows={rows} selection={selection} label={t('library.table')} />}
          {rows.length === 0 && isLoaded && (isEmpty && !isFiltered ? <NoDocuments /> : <NoMatch />)}
        </>
      )}
    </div>
  );
}

function LibraryHeader() {
  const t = useText();
  const project = useApp((state) => state.project);
  const bringIn = useCommand('import.open');
  const takeAway = useCommand('export.open');
  if (project === null) return null;
  const done = project.byStatus.done ?? 0;
  return (
    <header className="library-header">
      <div className="library-title">
        <h1>
          <NameText name={project.name} />
        </h1>
        <div className="library-progress">
          <progress
            className="progress progress"
            aria-label={t('library.progressName')}
            value={done}
            max={Math.max(1, project.documents)}
          />
          <span>{t('library.progress', { done, total: project.documents })}</span>
        </div>
      </div>
      <div className="library-actions">
        <Button icon="export" disabled={!takeAway.enabled || project.documents === 0} onClick={takeAway.run}>
          {t('library.export')}
        </Button>
        <Button
          tone={project.documents === 0 ? 'plain' : 'primary'}
          icon="import"
          disabled={!bringIn.enabled || project.isReadOnly}
          onClick={bringIn.run}
        >
          {t('library.import')}
        </Button>
      </div>
    </header>
  );
}
