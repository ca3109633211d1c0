/** The reading screen: documents at the left, the article in the middle, the inspector at the right. */

import { useCommand } from '../../commands/context.ts';
import { AfterPaint } from '../../state/after-paint.tsx';
import { useApp } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { ArticlePane } from './article-pane.tsx';
import { DocumentsPane } from './documents-pane.tsx';
import { Inspector } from './inspector.tsx';
import { PaneSplitter } from './pane-splitter.tsx';

/** The screen. */
export function ReadView() {
  const hidden = useApp((state) => state.hiddenPanes);
  const left = useApp((state) => state.settings.leftPane);
  const right = useApp((state) => state.settings.rightPane);
  const hasEditor = useApp((state) => state.editor !== null);
  if (!hasEditor) return <NoDocument />;
  const showLeft = !hidden.includes('documents');
  const showRight = !hidden.includes('inspector');
  const columns = [
    // In a narrow window the panes give way; the widths that the person set come back with more room.
    showLeft ? `min(${left}px, max(168px, 24vw - 48px)) 5px` : '',
    'minmax(320px, 1fr)',
    showRight ? `5px min(${right}px, max(252px, 34vw - 54px))` : '',
  ];
  return (
    <div className="read" style={{ gridTemplateColumns: columns.join(' ') }}>
      {showLeft && <DocumentsPane />}
      {showLeft && <PaneSplitter side="left" />}
      <ArticlePane />
      {showRight && <PaneSplitter side="right" />}
      {showRight && (
        <AfterPaint>
          <Inspector />
        </AfterPaint>
      )}
    </div>
  );
}

function NoDocument() {
  const t = useText();
  const bringIn = useCommand('import.open');
  const library = useCommand('view.library');
  const isEmpty = useApp((state) => state.isListLoaded && state.totalRows === 0);
  return (
    <div className="empty-state">
      <h1>{isEmpty ? t('read.noDocuments') : t('read.noneOpen')}</h1>
      {isEmpty ? (
        <Button tone="primary" icon="import" onClick={bringIn.run}>
          {t('command.import.open')}
        </Button>
      ) : (
        <Button tone="primary" icon="library" onClick={library.run}>
          {t('read.toLibrary')}
        </Button>
      )}
    </div>
  );
}
