/** The frame of the app: settings, project, which screen and dialog is shown, messages. */
import type { MethodOutput } from '#shared/api/contract.ts';
import { type ErrorValue, ZhupiError } from '#shared/api/errors.ts';
import type { AppEvent, Grant } from '#shared/api/events.ts';
import type { TextKey, TextValues } from '#shared/i18n/text.ts';
import type { ProjectInfo, RecentProject } from '#shared/model/project.ts';
import { DEFAULT_SETTINGS, type Language, type Settings } from '#shared/model/settings.ts';
import type { Tagset } from '#shared/model/tagset.ts';
import type { SliceMaker } from './store.ts';

/** The screens of the rail. */
export type ViewName = 'start' | 'library' | 'read' | 'tagset';

/** The side panes of the reading view. */
export type PaneName = 'documents' | 'inspector';

/** What lies over the screen. */
export type DialogState =
  | { readonly kind: 'import'; readonly files: readonly Grant[] }
  | { readonly kind: 'export' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'about' }
  | { readonly kind: 'new-project' }
  | { readonly kind: 'source' };

/** A passing message. Errors stay until dismissed. */
export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'good' | 'bad';
  readonly error: ErrorValue | null;
  readonly key: TextKey | null;
  readonly values: TextValues;
  readonly action: { readonly key: TextKey; readonly run: () => void } | null;
}

type HostInfo = MethodOutput<'host.info'>;

/** State and actions of the frame. */
export interface AppSlice {
  readonly isReady: boolean;
  readonly info: HostInfo | null;
  readonly settings: Settings;
  readonly project: ProjectInfo | null;
  readonly recent: readonly RecentProject[];
  readonly tagset: Tagset | null;
  readonly view: ViewName;
  readonly dialog: DialogState | null;
  readonly toasts: readonly Toast[];
  /** Panes of the reading view that are folded away. */
  readonly hiddenPanes: readonly PaneName[];
  /** Loads everything and listens to events, the native menu's commands among them; returns the way to stop. */
  start(onCommand: (id: string) => void): Promise<() => void>;
  changeSettings(change: Partial<Settings>): Promise<void>;
  show(view: ViewName): void;
  togglePane(pane: PaneName): void;
  openDialog(dialog: DialogState | null): void;
  /** Shows a message; `ms` null keeps it until dismissed. */
  notify(tone: Toast['tone'], key: TextKey, values?: TextValues, action?: Toast['action']): void;
  /** Shows what went wrong, in the person's words. */
  fail(error: unknown): void;
  dismiss(id: number): void;
  /** Runs a step that changes the open project, then loads what the new project holds. */
  changeProject(step: () => Promise<ProjectInfo | null>): Promise<boolean>;
  refreshProject(): Promise<void>;
  language(): Language;
}

const TOAST_MS = 5000;

export const createAppSlice: SliceMaker<AppSlice> = (set, get, client) => {
  let nextToast = 1;

  function addToast(toast: Omit<Toast, 'id'>): void {
    const id = nextToast++;
    set((state) => ({ toasts: [...state.toasts.slice(-3), { ...toast, id }] }));
    if (toast.tone !== 'bad') setTimeout(() => get().dismiss(id), TOAST_MS);
  }

  async function loadProject(project: ProjectInfo | null): Promise<void> {
    const recent = await client.call('project.recent', {});
    const tagset = project === null ? null : (await client.call('tagset.get', {})).tagset;
    set({
      project,
      recent,
      tagset,
      editor: null,
      rows: [],
      filter: '',
      statusFilter: [],
      isListLoaded: false,
      view: project === null ? 'start' : 'library',
      dialog: null,
    });
    if (project !== null) await get().refreshLibrary();
  }

  /** The first document of the list that is not done, or the very first. */
  async function readFirst(): Promise<void> {
    if (!get().isListLoaded) await get().refreshLibrary();
    const { rows } = get();
    const row = rows.find(({ status }) => status !== 'done') ?? rows[0];
    if (row !== undefined && get().editor === null) await get().openDocument(row.id);
  }

  /** Files from outside join those that are being looked at, whose adjustments stay. */
  function offer(files: readonly Grant[]): void {
    const { dialog } = get();
    const before = dialog?.kind === 'import' ? dialog.files : [];
    const fresh = files.filter(({ token }) => !before.some((known) => known.token === token));
    set({ dialog: { kind: 'import', files: [...before, ...fresh] } });
  }

  function onEvent(event: AppEvent): void {
    switch (event.kind) {
      case 'project.changed':
        void reloadIfProjectChanged();
        return;
      case 'documents.changed':
        void get().refreshProject();
        void get().refreshLibrary();
        return;
      case 'tagset.changed':
        void client.call('tagset.get', {}).then(({ tagset }) => set({ tagset }), get().fail);
        return;
      case 'settings.changed':
        void client.call('settings.get', {}).then((settings) => set({ settings }), get().fail);
        return;
      case 'files.offered':
        offer(event.files);
        return;
      default:
        return;
    }
  }

  /** The host may open another project by itself (double-click on a file). */
  async function reloadIfProjectChanged(): Promise<void> {
    const project = await client.call('project.current', {});
    if (project?.id !== get().project?.id || project?.path !== get().project?.path) await loadProject(project);
    else set({ project });
  }

  return {
    isReady: false,
    info: null,
    settings: DEFAULT_SETTINGS,
    project: null,
    recent: [],
    tagset: null,
    view: 'start',
    dialog: null,
    toasts: [],
    hiddenPanes: [],
    async start(onCommand) {
      const [info, settings, project] = await Promise.all([
        client.call('host.info', {}),
        client.call('settings.get', {}),
        client.call('project.current', {}),
      ]);
      set({ info, settings });
      await loadProject(project);
      set({ isReady: true });
      return client.subscribe((event) => (event.kind === 'command' ? onCommand(event.command) : onEvent(event)));
    },
    async changeSettings(change) {
      const before = get().settings;
      set({ settings: { ...before, ...change } });
      try {
        set({ settings: await client.call('settings.set', { change }) });
      } catch (error) {
        set({ settings: before });
        get().fail(error);
      }
    },
    show(view) {
      set({ view });
      if (view === 'library') void get().refreshLibrary();
      if (view === 'read' && get().editor === null) void readFirst();
    },
    togglePane: (pane) =>
      set(({ hiddenPanes }) => ({
        hiddenPanes: hiddenPanes.includes(pane)
          ? hiddenPanes.filter((other) => other !== pane)
          : [...hiddenPanes, pane],
      })),
    openDialog: (dialog) => set({ dialog }),
    notify: (tone, key, values = {}, action = null) => addToast({ tone, key, values, error: null, action }),
    fail(error) {
      const value = error instanceof ZhupiError ? error.toValue() : { code: 'internal' as const, details: {} };
      if (value.code === 'cancelled') return;
      addToast({ tone: 'bad', key: null, values: {}, error: value, action: null });
    },
    dismiss: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
    async changeProject(step) {
      try {
        await get().settled();
        await loadProject(await step());
        return true;
      } catch (error) {
        get().fail(error);
        return false;
      }
    },
    async refreshProject() {
      try {
        set({ project: await client.call('project.current', {}) });
      } catch (error) {
        get().fail(error);
      }
    },
    language() {
      const { settings, info } = get();
      return settings.language === 'system' ? (info?.systemLanguage ?? 'en') : settings.language;
    },
  };
};
