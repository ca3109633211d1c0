/** What every command does. One table: menu, keys, palette and buttons run these. */
import { COMMANDS, type CommandId } from '#shared/commands/registry.ts';
import type { Status } from '#shared/model/document.ts';
import type { Client } from '../client/bridge.ts';
import { deliver, pickFiles, pickTarget } from '../client/files.ts';
import type { AppState, AppStore } from '../state/store.ts';
import { isTextField, isTyping } from './keys.ts';

/** A command as it can be run now. */
export interface Command {
  readonly id: CommandId;
  run(): void;
  isEnabled(state: AppState): boolean;
}

/** All commands of the page, by id. */
export type CommandTable = Readonly<Record<CommandId, Command>>;

const hasProject = (state: AppState) => state.project !== null;
const hasEditor = (state: AppState) => state.editor !== null && state.view === 'read';
const hasMark = (state: AppState) => hasEditor(state) && state.editor?.active !== null;

/** Builds the table for a store. */
export function createCommands(store: AppStore, client: Client): CommandTable {
  const get = store.getState;
  const run = (step: () => Promise<void> | void) => () => {
    Promise.resolve()
      .then(step)
      .catch((error: unknown) => get().fail(error));
  };
  /** A draft in a text field is saved when the field is left: before a command takes the field away. */
  const leaveField = () => {
    if (isTyping(document.activeElement) && document.activeElement instanceof HTMLElement)
      document.activeElement.blur();
  };
  /** In a text field undo and redo belong to the typing. */
  const stepBack = (how: 'undo' | 'redo') => () =>
    isTextField(document.activeElement) ? void document.execCommand(how) : get()[how]();
  const status = (value: Status) => () => get().setStatus(value);

  async function importFiles(): Promise<void> {
    const { info } = get();
    if (info === null) return;
    const files = await pickFiles(client, info, 'import', true);
    if (files.length > 0) get().openDialog({ kind: 'import', files });
  }

  async function openProject(): Promise<void> {
    const { info } = get();
    if (info === null) return;
    const [file] = await pickFiles(client, info, 'project', false);
    if (file !== undefined) await get().changeProject(() => client.call('project.open', { file: file.token }));
  }

  async function closeProject(): Promise<void> {
    await get().changeProject(async () => {
      await client.call('project.close', {});
      return null;
    });
  }

  async function newProject(): Promise<void> {
    const { info } = get();
    if (info?.hasDialogs !== true) return get().openDialog({ kind: 'new-project' });
    const target = await pickTarget(client, { purpose: 'project', suggestedName: 'project.zhupi' });
    if (target === null) return;
    await get().changeProject(() =>
      client.call('project.create', { file: target.token, name: target.name.replace(/\.zhupi$/i, '') }),
    );
  }

  async function backup(): Promise<void> {
    const name = `${get().project?.name ?? 'project'}-backup.zhupi`;
    const target = await pickTarget(client, { purpose: 'backup', suggestedName: name });
    if (target === null) return;
    await get().settled();
    await client.call('project.backup', { job: `backup-${Date.now()}`, target: target.token });
    await deliver(client, target.token);
    get().notify('good', 'library.backedUp');
  }

  async function go(direction: 'next' | 'previous'): Promise<void> {
    const id = get().editor?.[direction];
    if (id !== null && id !== undefined) await get().openDocument(id);
  }

  async function doneNext(): Promise<void> {
    get().setStatus('done');
    await go('next');
  }

  const app = (
    id: CommandId,
    step: () => Promise<void> | void,
    isEnabled: (state: AppState) => boolean = () => true,
  ): Command => ({
    id,
    run: run(
      id === 'edit.undo' || id === 'edit.redo'
        ? step
        : () => {
            leaveField();
            return step();
          },
    ),
    isEnabled,
  });

  const commands: readonly Command[] = [
    app('project.new', newProject),
    app('project.open', openProject),
    app('project.sample', async () => void (await get().changeProject(() => client.call('project.openSample', {})))),
    app('project.close', closeProject, hasProject),
    app('import.open', importFiles, hasProject),
    app('export.open', () => get().openDialog({ kind: 'export' }), hasProject),
    app('project.backup', backup, hasProject),
    app('app.settings', () => get().openDialog({ kind: 'settings' })),
    app('app.quit', async () => {
      await get().settled();
      await client.call('host.quit', {});
    }),
    app('edit.undo', stepBack('undo'), hasEditor),
    app('edit.redo', stepBack('redo'), hasEditor),
    app('mark.delete', () => get().deleteActive(), hasMark),
    app('mark.relabel', () => focusPart('palette-filter'), hasMark),
    app('mark.note', () => focusPart('mark-note'), hasMark),
    app('mark.addFragment', () => get().addFragment(), hasMark),
    app(
      'mark.cycle',
      () => get().cycle(),
      (state) => hasMark(state) && (state.editor?.stack.length ?? 0) > 1,
    ),
    app('mark.next', () => get().stepMark(1), hasEditor),
    app('mark.previous', () => get().stepMark(-1), hasEditor),
    app('mark.release', () => get().release(), hasEditor),
    app('mark.growStart', () => get().moveBoundary('start', -1), hasMark),
    app('mark.shrinkStart', () => get().moveBoundary('start', 1), hasMark),
    app('mark.shrinkEnd', () => get().moveBoundary('end', -1), hasMark),
    app('mark.growEnd', () => get().moveBoundary('end', 1), hasMark),
    app('view.library', () => get().show('library'), hasProject),
    app('view.read', () => get().show('read'), hasProject),
    app('view.tagset', () => get().show('tagset'), hasProject),
    app('view.documents', () => get().togglePane('documents'), hasProject),
    app('view.inspector', () => get().togglePane('inspector'), hasProject),
    app('view.textLarger', () => get().changeSettings({ readingSize: Math.min(30, get().settings.readingSize + 1) })),
    app('view.textSmaller', () => get().changeSettings({ readingSize: Math.max(14, get().settings.readingSize - 1) })),
    app('view.theme', () => get().changeSettings({ theme: isDark(get().settings.theme) ? 'light' : 'dark' })),
    app('view.language', () => get().changeSettings({ language: get().language() === 'en' ? 'zh-CN' : 'en' })),
    app('document.next', () => go('next'), hasEditor),
    app('document.previous', () => go('previous'), hasEditor),
    app('document.doneNext', doneNext, hasEditor),
    app('document.todo', status('todo'), hasEditor),
    app('document.inProgress', status('in_progress'), hasEditor),
    app('document.done', status('done'), hasEditor),
    app('document.flagged', status('flagged'), hasEditor),
    app(
      'document.source',
      () => get().openDialog({ kind: 'source' }),
      (state) => hasEditor(state) && state.editor?.document.sourceId !== null,
    ),
    app('app.palette', () => get().openDialog({ kind: 'palette' })),
    app('help.shortcuts', () => get().openDialog({ kind: 'shortcuts' })),
    app('help.about', () => get().openDialog({ kind: 'about' })),
  ];
  const table = Object.fromEntries(commands.map((command) => [command.id, command])) as CommandTable;
  for (const { id } of COMMANDS) if (table[id] === undefined) throw new Error(`command ${id} does nothing`);
  return table;
}

/** Whether the page is dark now. */
export function isDark(theme: 'system' | 'light' | 'dark'): boolean {
  return theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
}

function focusPart(name: string): void {
  const part = document.querySelector<HTMLElement>(`[data-focus="${name}"]`);
  part?.focus();
  if (part instanceof HTMLInputElement || part instanceof HTMLTextAreaElement) part.select();
}
