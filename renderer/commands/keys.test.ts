import { describe, expect, it } from 'vitest';
import { comboOf, type KeyPress, showKeys } from './keys.ts';

function press(key: string, code: string, change: Partial<KeyPress> = {}): KeyPress {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...change };
}

describe('comboOf', () => {
  it('calls Ctrl the main modifier on Windows and Linux, Cmd on macOS', () => {
    expect(comboOf(press('z', 'KeyZ', { ctrlKey: true }), false)).toBe('Mod+Z');
    expect(comboOf(press('z', 'KeyZ', { metaKey: true }), true)).toBe('Mod+Z');
    expect(comboOf(press('Z', 'KeyZ', { metaKey: true, shiftKey: true }), true)).toBe('Mod+Shift+Z');
  });

  it('tells small from capital letters without a modifier', () => {
    expect(comboOf(press('i', 'KeyI'), false)).toBe('i');
    expect(comboOf(press('I', 'KeyI', { shiftKey: true }), false)).toBe('I');
    expect(comboOf(press('?', 'Slash', { shiftKey: true }), false)).toBe('?');
  });

  it('takes the key itself where Alt makes another sign of it', () => {
    expect(comboOf(press('˜', 'KeyN', { altKey: true }), true)).toBe('Alt+N');
    expect(comboOf(press('ArrowDown', 'ArrowDown', { altKey: true }), false)).toBe('Alt+ArrowDown');
  });

  it('says nothing for a modifier alone or while an input method composes', () => {
    expect(comboOf(press('Shift', 'ShiftLeft', { shiftKey: true }), false)).toBeNull();
    expect(comboOf(press('Process', 'KeyP'), false)).toBeNull();
  });
});

describe('showKeys', () => {
  it('writes keys as each platform does', () => {
    expect(showKeys('Mod+Shift+Z', true)).toBe('⌘⇧Z');
    expect(showKeys('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(showKeys('+', false)).toBe('+');
    expect(showKeys('Alt+ArrowDown', false)).toBe('Alt+↓');
  });
});
