/** Where components find the commands and the client. */
import { createContext, useContext } from 'react';
import type { CommandId } from '#shared/commands/registry.ts';
import type { Client } from '../client/bridge.ts';
import { useApp } from '../state/store.ts';
import type { Command, CommandTable } from './handlers.ts';

/** What the page's root provides. */
export interface Tools {
  readonly client: Client;
  readonly commands: CommandTable;
}

export const ToolsContext = createContext<Tools | null>(null);

function useTools(): Tools {
  const tools = useContext(ToolsContext);
  if (tools === null) throw new Error('no tools above this component');
  return tools;
}

/** The client of the core. */
export function useClient(): Client {
  return useTools().client;
}

/** All commands. */
export function useCommands(): CommandTable {
  return useTools().commands;
}

/** One command and whether it can be run now. */
export function useCommand(id: CommandId): Command & { readonly enabled: boolean } {
  const command = useTools().commands[id];
  const enabled = useApp((state) => command.isEnabled(state));
  return { ...command, enabled };
}
