/** The main process's end of the bridge: three messages, each only from the main frame of the app's own page. */
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import type { Core, FileGrants } from '#core/ports.ts';
import type { CallAnswer } from '#shared/api/call.ts';
import { CALL_CHANNEL, GRANT_DROPPED_CHANNEL, LISTENING_CHANNEL } from './channels.ts';
import { type HostMethods, isHostMethod } from './host-methods.ts';
import { isTrustedSender } from './trust.ts';

const DroppedPaths = z.array(z.string().min(1)).max(10_000);

/** What the messages reach. */
export interface IpcTargets {
  readonly core: Pick<Core, 'call'>;
  readonly host: HostMethods;
  readonly grants: FileGrants;
  /** The page listens to events from now on. */
  onListening(): void;
}

/** Answers the page. Call once, before the page loads. */
export function answerPage({ core, host, grants, onListening }: IpcTargets): void {
  handle(CALL_CHANNEL, (name, input): Promise<CallAnswer> => {
    if (typeof name !== 'string') throw new Error('a call needs the name of a method');
    return isHostMethod(name) ? host.call(name, input) : core.call(name, input);
  });
  handle(GRANT_DROPPED_CHANNEL, (paths) => DroppedPaths.parse(paths).map((path) => grants.grant(path)));
  handle(LISTENING_CHANNEL, onListening);
}

/** Whoever is not the page gets an error that says nothing. */
function handle(channel: string, listener: (...values: unknown[]) => unknown): void {
  ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...values: unknown[]) => {
    if (!isTrustedSender(event.senderFrame)) throw new Error('refused');
    return listener(...values);
  });
}
