/** Every user action: its id, where it stands in the menu, its keys. Menu, keys, palette and shortcut sheet read this list. */

/** The menus of the window, in order. */
export const MENUS = ['file', 'edit', 'mark', 'view', 'go', 'help'] as const;
export type MenuName = (typeof MENUS)[number];

/** Where a key works: everywhere, or only while the article is being read. */
export type CommandScope = 'app' | 'reader';

/** The unchanging part of a command. Its title is the text `command.<id>`. */
export interface CommandEntry {
  readonly id: string;
  readonly menu: MenuName;
  /** Commands of one group stand together in the menu; groups are parted by a line. */
  readonly group: number;
  /** Default keys: modifiers `Mod` (Ctrl, Cmd on macOS), `Alt`, `Shift`, then the key's name, joined by `+`. */
  readonly keys: readonly string[];
  readonly scope: CommandScope;
  /** True where it makes sense only while a project is open. */
  readonly needsProject: boolean;
}

function entry<const I extends string>(
  id: I,
  menu: MenuName,
  group: number,
  keys: readonly string[] = [],
  scope: CommandScope = 'app',
  needsProject = true,
) {
  return { id, menu, group, keys, scope, needsProject };
}

/** The list, in menu order. */
export const COMMANDS = [
  entry('project.new', 'file', 1, ['Mod+N'], 'app', false),
  entry('project.open', 'file', 1, ['Mod+O'], 'app', false),
  entry('project.sample', 'file', 1, [], 'app', false),
  entry('project.close', 'file', 1, ['Mod+Shift+W']),
  entry('import.open', 'file', 2, ['Mod+I']),
  entry('export.open', 'file', 2, ['Mod+E']),
  entry('project.backup', 'file', 3),
  entry('app.settings', 'file', 4, ['Mod+,'], 'app', false),
  entry('app.quit', 'file', 5, ['Mod+Q'], 'app', false),

  entry('edit.undo', 'edit', 1, ['Mod+Z']),
  entry('edit.redo', 'edit', 1, ['Mod+Shift+Z', 'Mod+Y']),

  entry('mark.delete', 'mark', 1, ['Delete', 'Backspace'], 'reader'),
  entry('mark.relabel', 'mark', 1, ['Enter'], 'reader'),
  entry('mark.note', 'mark', 1, ['Alt+N'], 'reader'),
  entry('mark.addFragment', 'mark', 1, ['+'], 'reader'),
  entry('mark.cycle', 'mark', 2, ['Tab'], 'reader'),
  entry('mark.next', 'mark', 2, ['.'], 'reader'),
  entry('mark.previous', 'mark', 2, [','], 'reader'),
  entry('mark.release', 'mark', 2, ['Escape'], 'reader'),
  entry('mark.growStart', 'mark', 3, ['{'], 'reader'),
  entry('mark.shrinkStart', 'mark', 3, ['}'], 'reader'),
  entry('mark.shrinkEnd', 'mark', 3, ['['], 'reader'),
  entry('mark.growEnd', 'mark', 3, [']'], 'reader'),

  entry('view.library', 'view', 1, ['Mod+1']),
  entry('view.read', 'view', 1, ['Mod+2']),
  entry('view.tagset', 'view', 1, ['Mod+3']),
  entry('view.documents', 'view', 2, ['Mod+B']),
  entry('view.inspector', 'view', 2, ['Mod+Alt+B']),
  entry('view.textLarger', 'view', 3, ['Mod+='], 'app', false),
  entry('view.textSmaller', 'view', 3, ['Mod+-'], 'app', false),
  entry('view.theme', 'view', 4, ['Mod+Alt+T'], 'app', false),
  entry('view.language', 'view', 4, ['Mod+Alt+L'], 'app', false),

  entry('document.next', 'go', 1, ['Alt+ArrowDown']),
  entry('document.previous', 'go', 1, ['Alt+ArrowUp']),
  entry('document.doneNext', 'go', 2, ['Mod+Enter']),
  entry('document.todo', 'go', 3),
  entry('document.inProgress', 'go', 3),
  entry('document.done', 'go', 3),
  entry('document.flagged', 'go', 3),
  entry('document.source', 'go', 4, ['Mod+U']),

  entry('app.palette', 'help', 1, ['Mod+K'], 'app', false),
  entry('help.shortcuts', 'help', 1, ['?', 'F1'], 'app', false),
  entry('help.about', 'help', 2, [], 'app', false),
] as const satisfies readonly CommandEntry[];

/** The id of a command. */
export type CommandId = (typeof COMMANDS)[number]['id'];

/** A command's entry. */
export function commandEntry(id: CommandId): CommandEntry {
  const found: CommandEntry | undefined = COMMANDS.find((command) => command.id === id);
  if (found === undefined) throw new Error(`no command ${id}`);
  return found;
}

/** True for the id of a command. */
export function isCommandId(id: string): id is CommandId {
  return COMMANDS.some((command) => command.id === id);
}
