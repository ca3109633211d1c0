import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#shared/commands/registry.ts';
import { menuKey, toAccelerator } from './accelerators.ts';

describe('toAccelerator', () => {
  it.each([
    ['Mod+Shift+Z', 'CmdOrCtrl+Shift+Z'],
    ['Mod+Alt+B', 'CmdOrCtrl+Alt+B'],
    ['Alt+ArrowDown', 'Alt+Down'],
    ['Mod+=', 'CmdOrCtrl+='],
    ['Mod+,', 'CmdOrCtrl+,'],
    ['Escape', 'Esc'],
    ['+', 'Plus'],
    ['Mod++', 'CmdOrCtrl+Plus'],
    ['F1', 'F1'],
  ])('writes %s as %s', (combo, accelerator) => {
    expect(toAccelerator(combo)).toBe(accelerator);
  });

  it('writes every default key with the names that Electron documents', () => {
    const known =
      /^(CmdOrCtrl|Alt|Shift|Super|Ctrl|Up|Down|Esc|Plus|Enter|Delete|Backspace|Tab|F\d+|[A-Z0-9=\-,.{}[\]?])$/;
    for (const command of COMMANDS) {
      for (const key of command.keys) {
        const parts = toAccelerator(key).split('+');
        expect(
          parts.filter((part) => !known.test(part)),
          key,
        ).toEqual([]);
      }
    }
  });
});

describe('menuKey', () => {
  it('registers keys with a modifier', () => {
    expect(menuKey(['Mod+Shift+Z', 'Mod+Y'], 'app', 'linux')).toEqual({ accelerator: 'CmdOrCtrl+Shift+Z' });
  });

  it('only shows the keys of the reading view, so that the menu never steals typing', () => {
    expect(menuKey(['.'], 'reader', 'win32')).toEqual({ accelerator: '.', registerAccelerator: false });
    expect(menuKey(['Alt+N'], 'reader', 'linux')).toEqual({ accelerator: 'Alt+N', registerAccelerator: false });
  });

  it('leaves them out on macOS, which would register them', () => {
    expect(menuKey(['Tab'], 'reader', 'darwin')).toEqual({});
  });

  it('prefers a key that types nothing', () => {
    expect(menuKey(['?', 'F1'], 'app', 'linux')).toEqual({ accelerator: 'F1' });
    expect(menuKey(['?'], 'app', 'linux')).toEqual({ accelerator: '?', registerAccelerator: false });
  });

  it('gives nothing for a command without keys', () => {
    expect(menuKey([], 'app', 'linux')).toEqual({});
  });
});
