/** The whole window: frame with rail and top bar around the screen, dialogs and messages over it. */
import { useEffect, useLayoutEffect } from 'react';
import { isCommandId } from '#shared/commands/registry.ts';
import { useCommands } from '../commands/context.ts';
import { isDark } from '../commands/handlers.ts';
import { useKeyboard } from '../commands/use-keyboard.ts';
import { useApp, useAppStore } from '../state/store.ts';
import { useLanguage, useText } from '../state/use-text.ts';
import { Dialogs } from './dialogs.tsx';
import { DropZone } from './drop-zone.tsx';
import { LibraryView } from './library/library-view.tsx';
import { Rail } from './rail.tsx';
import { ReadView } from './read/read-view.tsx';
import { StartView } from './start/start-view.tsx';
import { TagsetView } from './tagset/tagset-view.tsx';
import { Toasts } from './toasts.tsx';
import { TopBar } from './top-bar.tsx';

/** The app's root component. */
export function App() {
  const isReady = useApp((state) => state.isReady);
  const view = useApp((state) => state.view);
  const hasProject = useApp((state) => state.project !== null);
  useStart();
  useKeyboard();
  useStay();
  useLook();
  const t = useText();
  if (!isReady)
    return (
      <>
        <div className="starting" aria-busy="true" />
        <Toasts />
      </>
    );
  return (
    <DropZone>
      <div className={hasProject ? 'frame' : 'frame frame-start'}>
        <a className="skip-link" href="#main">
          {t('frame.skip')}
        </a>
        {hasProject && <Rail />}
        <div className="frame-column">
          <TopBar />
          <main id="main" className="screen" tabIndex={-1}>
            {view === 'start' && <StartView />}
            {view === 'library' && <LibraryView />}
            {view === 'read' && <ReadView />}
            {view === 'tagset' && <TagsetView />}
          </main>
        </div>
      </div>
      <Dialogs />
      <Toasts />
    </DropZone>
  );
}

/** A browser asks before it closes a tab whose last changes are not on disk yet. */
function useStay(): void {
  const isSaved = useApp((state) => state.editor === null || state.editor.save === 'saved');
  useEffect(() => {
    if (isSaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isSaved]);
}

/** Loads the state once and obeys the native menu. */
function useStart(): void {
  const store = useAppStore();
  const commands = useCommands();
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isGone = false;
    const obeyMenu = (id: string) => {
      if (!isCommandId(id)) return;
      const command = commands[id];
      if (command.isEnabled(store.getState())) command.run();
    };
    store
      .getState()
      .start(obeyMenu)
      .then((unsubscribe) => {
        if (isGone) unsubscribe();
        else stop = unsubscribe;
      }, store.getState().fail);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [store, commands]);
}

/** Language, theme and reading settings as attributes and custom properties of the root element. */
function useLook(): void {
  const language = useLanguage();
  const settings = useApp((state) => state.settings);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dataset['font'] = settings.readingFont;
    root.dataset['indent'] = String(settings.indentParagraphs);
    root.style.setProperty('--reading-size', `${settings.readingSize}px`);
    root.style.setProperty('--reading-leading', String(settings.readingLineHeight));
    root.style.setProperty('--measure', `${settings.readingMeasure}em`);
  }, [language, settings]);
  useLayoutEffect(() => {
    const apply = () => {
      document.documentElement.dataset['theme'] = isDark(settings.theme) ? 'dark' : 'light';
    };
    apply();
    const media = matchMedia('(prefers-color-scheme: dark)');
    media.addEventListener('change', apply);
    return () => media.removeEventListener('change', apply);
  }, [settings.theme]);
}
