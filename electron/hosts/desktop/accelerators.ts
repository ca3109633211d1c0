/** From the keys of the command registry to the accelerators of native menus (electronjs.org/docs/api/accelerator). */
import type { CommandScope } from '#shared/commands/registry.ts';

const NAMES: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  Meta: 'Super',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
  '+': 'Plus',
};

/** `Mod+Shift+Z` -> `CmdOrCtrl+Shift+Z`; `+` -> `Plus`. */
export function toAccelerator(combo: string): string {
  return splitCombo(combo)
    .map((part) => NAMES[part] ?? part)
    .join('+');
}

/** What a menu item shows, and whether the menu itself listens to it. */
export interface MenuKey {
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
}

/**
 * The key of a command in the menu. Keys that also type (letters, signs, Enter, Tab, arrows without Ctrl, Cmd or Alt) and keys of
 * the reading view are only shown, never registered: the page decides about them. macOS registers whatever it shows, so
 * there they are left out.
 */
export function menuKey(keys: readonly string[], scope: CommandScope, platform: string): MenuKey {
  const [first] = scope === 'app' ? [keys.find(isSafeEverywhere), ...keys].filter((key) => key !== undefined) : keys;
  if (first === undefined) return {};
  if (scope === 'app' && isSafeEverywhere(first)) return { accelerator: toAccelerator(first) };
  return platform === 'darwin' ? {} : { accelerator: toAccelerator(first), registerAccelerator: false };
}

/** True where pressing the keys in a text field types nothing. */
function isSafeEverywhere(combo: string): boolean {
  const parts = splitCombo(combo);
  const key = parts.at(-1) ?? '';
  return (
    /^F\d{1,2}$/.test(key) || parts.slice(0, -1).some((part) => part === 'Mod' || part === 'Alt' || part === 'Meta')
  );
}

/** The key itself may be `+`, which then stands last. */
function splitCombo(combo: string): readonly string[] {
  if (combo === '+') return ['+'];
  if (combo.endsWith('++')) return [...combo.slice(0, -2).split('+'), '+'];
  return combo.split('+');
}
