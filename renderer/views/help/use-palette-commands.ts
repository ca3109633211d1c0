/** The commands that can be run now, with their names in both languages. */
import { useMemo } from 'react';
import { COMMANDS } from '#shared/commands/registry.ts';
import { translate } from '#shared/i18n/text.ts';
import { useCommands } from '../../commands/context.ts';
import { keysOf } from '../../commands/use-keyboard.ts';
import { useAppStore } from '../../state/store.ts';
import { useLanguage } from '../../state/use-text.ts';
import type { Findable } from './rank.ts';

/** A command as the palette lists it. */
export interface PaletteCommand extends Findable {
  readonly id: string;
  readonly title: string;
  /** Title of its menu. */
  readonly menu: string;
  readonly keys: readonly string[];
  run(): void;
}

/** Asked once when the palette opens: nothing changes behind it. */
export function usePaletteCommands(): readonly PaletteCommand[] {
  const commands = useCommands();
  const store = useAppStore();
  const language = useLanguage();
  return useMemo(() => {
    const state = store.getState();
    return COMMANDS.filter(({ id }) => id !== 'app.palette' && commands[id].isEnabled(state)).map((entry) => ({
      id: entry.id,
      title: translate(language, `command.${entry.id}`),
      menu: translate(language, `menu.${entry.menu}`),
      keys: keysOf(entry, state.settings.keys),
      texts: [translate('zh-CN', `command.${entry.id}`), translate('en', `command.${entry.id}`), entry.id],
      run: commands[entry.id].run,
    }));
  }, [commands, store, language]);
}
