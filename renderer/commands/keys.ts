/** Key presses as text (`Mod+Shift+Z`), and as a person reads them (`⇧⌘Z`, `Ctrl+Shift+Z`). */

/** The parts of a keyboard event that make a key combination. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The combination in the registry's notation; null for a modifier alone or while an input method composes. */
export function comboOf(press: KeyPress, isMac: boolean): string | null {
  if (['Control', 'Meta', 'Alt', 'Shift', 'Process', 'Dead', 'Unidentified', 'CapsLock'].includes(press.key))
    return null;
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  const parts: string[] = [];
  if (mod) parts.push('Mod');
  if (other) parts.push(isMac ? 'Ctrl' : 'Meta');
  if (press.altKey) parts.push('Alt');
  const isPrintable = [...press.key].length === 1;
  const hasModifier = parts.length > 0;
  const key = hasModifier && isPrintable ? plainKey(press) : press.key;
  // A printable key already shows Shift (`?`, `I`); only with another modifier, or with a named key, is it said.
  if (press.shiftKey && (!isPrintable || hasModifier)) parts.push('Shift');
  return [...parts, key === ' ' ? 'Space' : key].join('+');
}

/** With modifiers, the letter or digit on the key itself counts, whatever layout or Alt makes of it. */
function plainKey(press: KeyPress): string {
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1];
  const digit = /^Digit(\d)$/.exec(press.code)?.[1];
  return letter ?? digit ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key);
}

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Ctrl: '⌃' };
const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  Enter: '↵',
};

/** The combination as a person reads it on this platform. */
export function showKeys(combo: string, isMac: boolean): string {
  const parts = combo === '+' ? ['+'] : combo.split('+');
  const shown = parts.map((part) => {
    if (isMac && MAC_SIGNS[part] !== undefined) return MAC_SIGNS[part];
    if (part === 'Mod') return 'Ctrl';
    return NAMES[part] ?? part;
  });
  return shown.join(isMac ? '' : '+');
}

/** True where typing belongs to a control: text fields, lists, editable content. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]') !== null
  );
}

/** True in a field whose own text can be undone: a list or a tick box has none. */
export function isTextField(target: EventTarget | null): boolean {
  return isTyping(target) && target instanceof Element && target.closest('select') === null;
}
