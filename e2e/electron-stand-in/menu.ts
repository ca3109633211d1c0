/** `Menu`: the application menu as data, with items that a test can click. */
import { checkOptions, refusal, strict } from './strict.ts';

/** What tests see of an item. */
export interface MenuItemFacts {
  readonly id: string | null;
  readonly label: string;
  readonly isEnabled: boolean;
  readonly isSeparator: boolean;
  readonly accelerator: string | null;
  readonly registersAccelerator: boolean;
  readonly role: string | null;
  readonly submenu: readonly MenuItemFacts[];
}

interface Template {
  readonly id?: string;
  readonly label?: string;
  readonly type?: string;
  readonly role?: string;
  readonly enabled?: boolean;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly toolTip?: string;
  readonly submenu?: readonly Template[];
  readonly click?: () => void;
}

interface BuiltMenu {
  readonly items: readonly Template[];
}

const OPTIONS = [
  'id',
  'label',
  'type',
  'role',
  'enabled',
  'accelerator',
  'registerAccelerator',
  'toolTip',
  'submenu',
  'click',
];
const ROLES =
  'cut copy paste selectAll togglefullscreen toggleDevTools services hide hideOthers unhide minimize zoom front window'.split(
    ' ',
  );
const MODIFIERS = ['CmdOrCtrl', 'Alt', 'Shift', 'Ctrl', 'Super'];
const KEYS =
  /^([A-Z0-9]|F([1-9]|1\d|2[0-4])|Plus|Space|Tab|Backspace|Delete|Insert|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Esc|[)!@#$%^&*(:;=<,_\->.?/~`{\][|\\}"'])$/;

let current: BuiltMenu | null = null;
const built = new WeakSet<BuiltMenu>();

function check(item: Template): void {
  const name = `menu item ${item.id ?? item.label ?? '?'}`;
  checkOptions(name, item, OPTIONS);
  if (item.type === 'separator') return;
  if (item.type !== undefined) throw refusal(`${name}: type ${item.type} is not implemented`);
  if (item.role !== undefined && !ROLES.includes(item.role))
    throw refusal(`${name}: role ${item.role} is not implemented`);
  if (item.label === undefined && item.role === undefined)
    throw new TypeError('Invalid submenu: an item needs a label or role');
  if (item.accelerator !== undefined) checkAccelerator(name, item.accelerator);
  item.submenu?.forEach(check);
}

function checkAccelerator(name: string, accelerator: string): void {
  const parts = accelerator.split('+');
  const isFine = KEYS.test(parts.at(-1) ?? '') && parts.slice(0, -1).every((part) => MODIFIERS.includes(part));
  if (!isFine) throw refusal(`${name}: accelerator ${accelerator} is not one`);
}

export const Menu = strict('Menu', {
  buildFromTemplate(template: readonly Template[]): BuiltMenu {
    template.forEach(check);
    const menu = strict('menu', { items: template });
    built.add(menu);
    return menu;
  },
  setApplicationMenu(menu: BuiltMenu): void {
    if (!built.has(menu)) throw new TypeError('Invalid menu');
    current = menu;
  },
});

/** The menu bar as it is now. */
export function menuFacts(): readonly MenuItemFacts[] {
  return (current?.items ?? []).map(describe);
}

function describe(item: Template): MenuItemFacts {
  return {
    id: item.id ?? null,
    label: item.label ?? '',
    isEnabled: item.enabled !== false,
    isSeparator: item.type === 'separator',
    accelerator: item.accelerator ?? null,
    registersAccelerator: item.registerAccelerator !== false,
    role: item.role ?? null,
    submenu: (item.submenu ?? []).map(describe),
  };
}

/** Clicks an item by its id. @throws where there is none, or a person could not click it */
export function clickMenu(id: string): void {
  const find = (items: readonly Template[]): Template | undefined =>
    items.reduce<Template | undefined>(
      (found, item) => found ?? (item.id === id ? item : find(item.submenu ?? [])),
      undefined,
    );
  const item = find(current?.items ?? []);
  if (item === undefined) throw new Error(`the menu has no item ${id}`);
  if (item.enabled === false) throw new Error(`the menu item ${id} is greyed out`);
  if (item.click === undefined) throw refusal(`clicking ${id}, which has a role or nothing to do`);
  item.click();
}
