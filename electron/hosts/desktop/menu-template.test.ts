import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#shared/commands/registry.ts';
import { type MenuActions, type MenuFacts, menuTemplate } from './menu-template.ts';

type Item = MenuItemConstructorOptions;

const FACTS: MenuFacts = {
  language: 'en',
  platform: 'linux',
  hasProject: true,
  recent: [],
  keys: {},
  isDevelopment: false,
};
const IDLE: MenuActions = { run: () => undefined, openRecent: () => undefined };

function allItems(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allItems(item.submenu) : [])]);
}

function find(items: readonly Item[], id: string): Item {
  const found = allItems(items).find((item) => item.id === id);
  if (found === undefined) throw new Error(`no item ${id}`);
  return found;
}

function idsOf(item: Item): readonly (string | undefined)[] {
  return Array.isArray(item.submenu) ? item.submenu.map((entry) => (entry.type === 'separator' ? '—' : entry.id)) : [];
}

describe('menuTemplate', () => {
  it.each(['linux', 'win32', 'darwin'])('holds every command exactly once on %s', (platform) => {
    const ids = allItems(menuTemplate({ ...FACTS, platform }, IDLE)).map((item) => item.id);
    for (const command of COMMANDS)
      expect(
        ids.filter((id) => id === command.id),
        command.id,
      ).toHaveLength(1);
  });

  it('names menus and commands in the language of the app', () => {
    expect(menuTemplate(FACTS, IDLE).map((item) => item.label)).toEqual([
      'File',
      'Edit',
      'Mark',
      'View',
      'Document',
      'Help',
    ]);
    const chinese = menuTemplate({ ...FACTS, language: 'zh-CN' }, IDLE);
    expect(chinese.map((item) => item.label)).toEqual(['文件', '编辑', '标注', '显示', '文档', '帮助']);
    expect(find(chinese, 'role.paste').label).toBe('粘贴');
  });

  it('parts groups by lines and adds the roles of the edit menu', () => {
    expect(idsOf(find(menuTemplate(FACTS, IDLE), 'menu.edit'))).toEqual([
      'edit.undo',
      'edit.redo',
      '—',
      'role.cut',
      'role.copy',
      'role.paste',
      'role.selectAll',
    ]);
  });

  it('greys out what needs a project while none is open', () => {
    const items = menuTemplate({ ...FACTS, hasProject: false }, IDLE);
    expect(find(items, 'export.open').enabled).toBe(false);
    expect(find(items, 'project.open').enabled).toBe(true);
  });

  it('runs the command that was clicked', () => {
    const seen: string[] = [];
    const items = menuTemplate(FACTS, { ...IDLE, run: (command) => seen.push(command) });
    (find(items, 'import.open').click as () => void)();
    expect(seen).toEqual(['import.open']);
  });

  it('lists recent projects that are still there and opens the one clicked', () => {
    const project = {
      id: 'r1',
      name: 'A & B',
      path: '/x/a.zhupi',
      openedAt: '2026-01-01T00:00:00.000Z',
      isMissing: false,
    };
    const seen: string[] = [];
    const items = menuTemplate(
      { ...FACTS, recent: [project, { ...project, id: 'r2', isMissing: true }] },
      { ...IDLE, openRecent: (id) => seen.push(id) },
    );
    expect(idsOf(find(items, 'menu.recent'))).toEqual(['recent.r1']);
    expect(find(items, 'recent.r1').label).toBe('A && B');
    (find(items, 'recent.r1').click as () => void)();
    expect(seen).toEqual(['r1']);
    expect(idsOf(find(menuTemplate(FACTS, IDLE), 'menu.recent'))).toEqual(['recent.none']);
  });

  it('puts settings, about and quit into the app menu on macOS', () => {
    const items = menuTemplate({ ...FACTS, platform: 'darwin' }, IDLE);
    expect(items.map((item) => item.id)).toEqual([
      'menu.app',
      'menu.file',
      'menu.edit',
      'menu.mark',
      'menu.view',
      'menu.go',
      'menu.window',
      'menu.help',
    ]);
    expect(idsOf(find(items, 'menu.app'))).toContain('app.quit');
    expect(idsOf(find(items, 'menu.file'))).not.toContain('app.quit');
  });

  it("takes the person's own keys", () => {
    const items = menuTemplate({ ...FACTS, keys: { 'export.open': ['Mod+Shift+E'] } }, IDLE);
    expect(find(items, 'export.open').accelerator).toBe('CmdOrCtrl+Shift+E');
  });

  it('offers the developer tools outside a package only', () => {
    expect(idsOf(find(menuTemplate(FACTS, IDLE), 'menu.view'))).not.toContain('role.toggleDevTools');
    expect(idsOf(find(menuTemplate({ ...FACTS, isDevelopment: true }, IDLE), 'menu.view'))).toContain(
      'role.toggleDevTools',
    );
  });
});
