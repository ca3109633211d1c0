/** The window's menu as data, made of the command registry, the texts and what is known of the app. Pure. */
import type { MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type CommandEntry, type CommandId, MENUS, type MenuName } from '#shared/commands/registry.ts';
import { type TextKey, translate } from '#shared/i18n/text.ts';
import type { RecentProject } from '#shared/model/project.ts';
import type { Language, Settings } from '#shared/model/settings.ts';
import { menuKey } from './accelerators.ts';

/** What the menu depends on. */
export interface MenuFacts {
  readonly language: Language;
  readonly platform: string;
  readonly hasProject: boolean;
  readonly recent: readonly RecentProject[];
  /** The person's own keys. */
  readonly keys: Settings['keys'];
  /** True outside a package: adds the developer tools. */
  readonly isDevelopment: boolean;
}

/** What clicking does. */
export interface MenuActions {
  run(command: CommandId): void;
  openRecent(id: string): void;
}

type Item = MenuItemConstructorOptions;
type Role = NonNullable<Item['role']>;

const LINE: Item = { type: 'separator' };
const MAX_RECENT = 10;

/** Commands that macOS keeps in the app's own menu. */
const MAC_APP_COMMANDS: readonly CommandId[] = ['help.about', 'app.settings', 'app.quit'];

/** The whole menu bar. An item's id is its command's id, `role.<role>`, `recent.<project id>` or `menu.<name>`. */
export function menuTemplate(facts: MenuFacts, actions: MenuActions): Item[] {
  const isMac = facts.platform === 'darwin';
  const bar = MENUS.map((name): Item => ({ id: `menu.${name}`, label: text(`menu.${name}`), submenu: submenu(name) }));
  return isMac ? [macAppMenu(), ...bar.slice(0, -1), macWindowMenu(), ...bar.slice(-1)] : bar;

  function submenu(name: MenuName): Item[] {
    const entries: readonly CommandEntry[] = COMMANDS.filter(
      (entry) => entry.menu === name && !(isMac && MAC_APP_COMMANDS.includes(entry.id)),
    );
    const groups = [...new Set(entries.map((entry) => entry.group))].map((group) =>
      entries.filter((entry) => entry.group === group).flatMap(itemsOf),
    );
    return joinGroups([...groups, ...extraGroups(name)]);
  }

  function extraGroups(name: MenuName): Item[][] {
    if (name === 'edit') return [[role('cut'), role('copy'), role('paste'), role('selectAll')]];
    if (name === 'view') return [[role('togglefullscreen')], facts.isDevelopment ? [role('toggleDevTools')] : []];
    return [];
  }

  function itemsOf(entry: CommandEntry): Item[] {
    const item = commandItem(entry);
    return entry.id === 'project.open' ? [item, recentMenu()] : [item];
  }

  function commandItem(entry: CommandEntry): Item {
    const id = entry.id as CommandId;
    return {
      id,
      label: text(`command.${id}`),
      enabled: facts.hasProject || !entry.needsProject,
      ...menuKey(facts.keys[id] ?? entry.keys, entry.scope, facts.platform),
      click: () => actions.run(id),
    };
  }

  function recentMenu(): Item {
    const items = facts.recent
      .filter((project) => !project.isMissing)
      .slice(0, MAX_RECENT)
      .map(
        (project): Item => ({
          id: `recent.${project.id}`,
          label: escapeMnemonic(project.name),
          toolTip: project.path,
          click: () => actions.openRecent(project.id),
        }),
      );
    const none: Item = { id: 'recent.none', label: text('desktop.menu.noRecent'), enabled: false };
    return { id: 'menu.recent', label: text('desktop.menu.recent'), submenu: items.length > 0 ? items : [none] };
  }

  function macAppMenu(): Item {
    const [about, settings, quit] = MAC_APP_COMMANDS.map((id) =>
      COMMANDS.filter((entry) => entry.id === id).map(commandItem),
    );
    const hiding = [role('hide'), role('hideOthers'), role('unhide')];
    return {
      id: 'menu.app',
      label: text('app.name'),
      submenu: joinGroups([about ?? [], settings ?? [], [role('services')], hiding, quit ?? []]),
    };
  }

  function macWindowMenu(): Item {
    return {
      id: 'menu.window',
      label: text('desktop.menu.window'),
      role: 'window',
      submenu: [role('minimize'), role('zoom'), LINE, role('front')],
    };
  }

  function role(name: Role & keyof typeof ROLE_TEXTS): Item {
    return { id: `role.${name}`, role: name, label: text(ROLE_TEXTS[name]) };
  }

  function text(key: TextKey): string {
    return translate(facts.language, key);
  }
}

const ROLE_TEXTS = {
  cut: 'desktop.menu.cut',
  copy: 'desktop.menu.copy',
  paste: 'desktop.menu.paste',
  selectAll: 'desktop.menu.selectAll',
  togglefullscreen: 'desktop.menu.fullScreen',
  toggleDevTools: 'desktop.menu.developerTools',
  services: 'desktop.menu.services',
  hide: 'desktop.menu.hide',
  hideOthers: 'desktop.menu.hideOthers',
  unhide: 'desktop.menu.unhide',
  minimize: 'desktop.menu.minimize',
  zoom: 'desktop.menu.zoom',
  front: 'desktop.menu.front',
} as const satisfies Partial<Record<Role, TextKey>>;

function joinGroups(groups: readonly (readonly Item[])[]): Item[] {
  return groups.filter((group) => group.length > 0).flatMap((group, index) => (index === 0 ? group : [LINE, ...group]));
}

/** In a menu label a single `&` would underline the next letter. */
function escapeMnemonic(label: string): string {
  return label.replaceAll('&', '&&');
}
