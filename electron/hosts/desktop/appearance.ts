/** What the system shows of the app around the page: menu, window title, theme, recent documents. */
import { app, type BrowserWindow, Menu, nativeTheme } from 'electron';
import type { Core, Log } from '#core/ports.ts';
import { translate } from '#shared/i18n/text.ts';
import type { Language, Settings } from '#shared/model/settings.ts';
import { callCore } from './core-calls.ts';
import { type MenuActions, menuTemplate } from './menu-template.ts';

/** Keeps menu, title and theme in step with settings and project. */
export interface Appearance {
  /** The language of the app now. */
  language(): Language;
  /** Reads settings and project anew and shows them. Never rejects: what cannot be read stays as it was. */
  refresh(): Promise<void>;
  /** The same a moment later, once for several changes: the list of recent projects is written after a project is open. */
  refreshSoon(): void;
}

/** What an appearance works with. */
export interface AppearanceOptions {
  readonly core: Pick<Core, 'call'>;
  readonly log: Log;
  readonly systemLanguage: Language;
  readonly actions: MenuActions;
  /** The window, while there is one. */
  window(): BrowserWindow | null;
}

/** The appearance of an app whose settings are `settings` at first; call `refresh` to show it. */
export function makeAppearance(options: AppearanceOptions, settings: Settings): Appearance {
  const { core, log, systemLanguage, actions } = options;
  let current = settings;
  let recentPath = '';
  let isDue = false;
  const language = () => (current.language === 'system' ? systemLanguage : current.language);

  async function show(): Promise<void> {
    const [next, project, recent] = await Promise.all([
      callCore(core, 'settings.get', {}),
      callCore(core, 'project.current', {}),
      callCore(core, 'project.recent', {}),
    ]);
    current = next;
    nativeTheme.themeSource = current.theme;
    const template = menuTemplate(
      {
        language: language(),
        platform: process.platform,
        hasProject: project !== null,
        recent,
        keys: current.keys,
        isDevelopment: !app.isPackaged,
      },
      actions,
    );
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    const name = translate(language(), 'app.name.long');
    options.window()?.setTitle(project === null ? name : `${project.name} — ${name}`);
    if (project !== null && project.path !== recentPath) {
      recentPath = project.path;
      app.addRecentDocument(project.path);
    }
  }

  async function refresh(): Promise<void> {
    try {
      await show();
    } catch (error) {
      log.error('menu and title not brought up to date', { reason: String(error) });
    }
  }

  return {
    language,
    refresh,
    refreshSoon() {
      if (isDue) return;
      isDue = true;
      setImmediate(() => {
        isDue = false;
        void refresh();
      });
    },
  };
}
