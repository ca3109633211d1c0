/** Opens the person's own browser at an address, where there is one. */
import { spawn } from 'node:child_process';

/** A program and its arguments. */
export interface OpenCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** How this machine opens an address; null where it has no display to open it on. */
export function openCommand(
  address: string,
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
): OpenCommand | null {
  if (platform === 'darwin') return { program: 'open', args: [address] };
  // Not `cmd /c start`: that would read & and % in the address as its own.
  if (platform === 'win32') return { program: 'rundll32', args: ['url.dll,FileProtocolHandler', address] };
  const { DISPLAY, WAYLAND_DISPLAY } = environment;
  if (!DISPLAY && !WAYLAND_DISPLAY) return null;
  return { program: 'xdg-open', args: [address] };
}

/** Tries to open the address and does not wait. That there is no browser is no failure: the address is printed too. */
export function openBrowser(address: string): void {
  const command = openCommand(address, process.platform, process.env);
  if (command === null) return;
  const child = spawn(command.program, command.args, { detached: true, stdio: 'ignore' });
  child.once('error', () => undefined);
  child.unref();
}
