/** What stands where a list would be, with the one next action. */
import { useCommand } from '../../commands/context.ts';
import { useApp, useAppStore } from '../../state/store.ts';
import { useText } from '../../state/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** A project without documents. */
export function NoDocuments() {
  const t = useText();
  const bringIn = useCommand('import.open');
  const isReadOnly = useApp((state) => state.project?.isReadOnly === true);
  return (
    <div className="empty">
      <Icon name="import" size={32} />
      <h2>{t('library.empty.title')}</h2>
      <p>{t('library.empty.text')}</p>
      <Button tone="primary" disabled={isReadOnly} onClick={bringIn.run}>
        {t('library.import')}
      </Button>
    </div>
  );
}

/** A filter that nothing fits. */
export function NoMatch() {
  const t = useText();
  const store = useAppStore();
  return (
    <div className="empty">
      <Icon name="search" size={32} />
      <h2>{t('library.noMatch.title')}</h2>
      <p>{t('library.noMatch.text')}</p>
      <Button
        onClick={() => {
          store.getState().setStatusFilter([]);
          store.getState().setFilter('');
        }}
      >
        {t('library.noMatch.action')}
      </Button>
    </div>
  );
}
