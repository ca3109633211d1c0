/** The bar at the top: the project and whether it is saved, the command field, language and theme. */
import { useCommand } from '../commands/context.ts';
import { useApp } from '../state/store.ts';
import { useLanguage, useText } from '../state/use-text.ts';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';

/** The bar. */
export function TopBar() {
  const t = useText();
  const project = useApp((state) => state.project);
  const isMac = useApp((state) => state.info?.isMac ?? false);
  const palette = useCommand('app.palette');
  const theme = useCommand('view.theme');
  const language = useCommand('view.language');
  const current = useLanguage();
  return (
    <header className="top-bar">
      <div className="top-project">
        {project === null ? (
          <strong>{t('app.name.long')}</strong>
        ) : (
          <>
            <strong title={project.path}>{project.name}</strong>
            <SaveState />
          </>
        )}
      </div>
      <button type="button" className="command-field" onClick={palette.run}>
        <Icon name="search" size={15} />
        <span>{t('command.app.palette')}</span>
        <Kbd combo="Mod+K" isMac={isMac} />
      </button>
      <div className="top-end">
        <button
          type="button"
          className="button button-quiet"
          onClick={language.run}
          lang={current === 'en' ? 'zh-CN' : 'en'}
        >
          {current === 'en' ? '中文' : 'English'}
        </button>
        <IconButton icon="sun" label={t('command.view.theme')} onClick={theme.run} />
      </div>
    </header>
  );
}

/** Saved, saving or not saved: a dot and a word. */
function SaveState() {
  const t = useText();
  const save = useApp((state) => state.editor?.save ?? 'saved');
  const isReadOnly = useApp((state) => state.project?.isReadOnly === true);
  if (isReadOnly)
    return (
      <span className="save-state save-failed" role="status">
        {t('frame.readOnly')}
      </span>
    );
  const text = save === 'saved' ? t('common.saved') : save === 'saving' ? t('common.saving') : t('common.notSaved');
  return (
    <span className={`save-state save-${save}`} role="status">
      {text}
    </span>
  );
}
