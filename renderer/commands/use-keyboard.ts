/** Listens to the keyboard once for the whole page: commands everywhere, label and role keys while reading. */
import { useEffect } from 'react';
import { COMMANDS, type CommandEntry } from '#shared/commands/registry.ts';
import { LAYER_KEY } from '#shared/model/tagset.ts';
import { type AppState, useAppStore } from '../state/store.ts';
import { useCommands } from './context.ts';
import type { CommandTable } from './handlers.ts';
import { comboOf, isTyping } from './keys.ts';

/** The keys of a command: the person's own, or the defaults. */
export function keysOf(entry: CommandEntry, own: AppState['settings']['keys']): readonly string[] {
  return own[entry.id] ?? entry.keys;
}

/** Mount once, at the root. */
export function useKeyboard(): void {
  const store = useAppStore();
  const commands = useCommands();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const combo = comboOf(event, store.getState().info?.isMac ?? false);
      if (combo !== null && handleCombo(combo, event, store.getState(), commands)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [store, commands]);
}

/** Returns true where the key did something. */
function handleCombo(combo: string, event: KeyboardEvent, state: AppState, commands: CommandTable): boolean {
  const isPlain = !combo.includes('Mod') && !combo.includes('Alt') && !combo.includes('Ctrl') && !/^F\d/.test(combo);
  if (isPlain && isTyping(event.target)) return false;
  if (state.dialog !== null) return false;
  const isReading = state.view === 'read' && state.editor !== null && !isOnControl(event);
  for (const entry of COMMANDS) {
    if (!keysOf(entry, state.settings.keys).includes(combo)) continue;
    if (entry.scope === 'reader' && !isReading) continue;
    const command = commands[entry.id];
    if (!command.isEnabled(state)) return false;
    command.run();
    return true;
  }
  return isReading && isPlain && pressLabelKey(combo, state);
}

/** Enter, Tab and Space keep their meaning on buttons; letters work everywhere in the reading view. */
function isOnControl(event: KeyboardEvent): boolean {
  if (!['Enter', 'Tab', ' '].includes(event.key)) return false;
  return (
    event.target instanceof Element && event.target.closest('button, a, summary, [role=option], [role=tab]') !== null
  );
}

function pressLabelKey(key: string, state: AppState): boolean {
  if (/^[1-9]$/.test(key)) {
    if (state.editor?.active === null) return false;
    state.armSlot(Number(key) - 1);
    return true;
  }
  const { tagset } = state;
  if (tagset === null) return false;
  for (const layer of ['entity', 'event', 'directive'] as const) {
    const found = tagset[LAYER_KEY[layer]].find((entry) => entry.key === key);
    if (found !== undefined) {
      state.label(layer, found.label);
      return true;
    }
  }
  return false;
}
