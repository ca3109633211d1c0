/** The methods that the desktop answers itself: dialogs, folders, the end. What they show and do on the machine is passed in. */
import { dirname } from 'node:path';
import type { OpenDialogOptions, SaveDialogOptions } from 'electron';
import { badInput } from '#core/dispatch.ts';
import type { FileGrants } from '#core/ports.ts';
import type { CallAnswer } from '#shared/api/call.ts';
import {
  contract,
  type HostMethodName,
  isMethodName,
  type MethodOutput,
  type MethodParsed,
} from '#shared/api/contract.ts';
import { ZhupiError } from '#shared/api/errors.ts';
import type { Language } from '#shared/model/settings.ts';
import { pickOptions, targetOptions, withExtension } from './dialogs.ts';

/** The machine, as far as these methods need it. */
export interface HostMachine {
  readonly version: string;
  readonly platform: string;
  readonly systemLanguage: Language;
  readonly grants: FileGrants;
  /** Where dialogs start before anything was chosen. */
  readonly folder: string;
  /** The language of the app now. */
  language(): Language;
  /** Empty where the person changed their mind. */
  chooseFiles(options: OpenDialogOptions): Promise<readonly string[]>;
  /** Null where the person changed their mind. */
  chooseTarget(options: SaveDialogOptions): Promise<string | null>;
  showInFolder(path: string): void;
  /** Ends the app after the answer has gone out. */
  quit(): void;
}

/** Answers the host's methods; dialogs start where the last one ended. */
export interface HostMethods {
  /** Never rejects: refusals are values. */
  call(name: HostMethodName, input: unknown): Promise<CallAnswer>;
}

/** True for a method that the host answers, not the core. */
export function isHostMethod(name: string): name is HostMethodName {
  return isMethodName(name) && contract[name].owner === 'host';
}

/** The methods of a running desktop. */
export function makeHostMethods(machine: HostMachine): HostMethods {
  let folder = machine.folder;

  async function answer(name: HostMethodName, input: unknown): Promise<MethodOutput<HostMethodName>> {
    switch (name) {
      case 'host.info': {
        const { version, platform, systemLanguage } = machine;
        return { version, host: 'desktop', platform, systemLanguage, hasDialogs: true, isMac: platform === 'darwin' };
      }
      case 'host.pickFiles': {
        const paths = await machine.chooseFiles(pickOptions(parse(name, input), machine.language(), folder));
        const [first] = paths;
        if (first !== undefined) folder = dirname(first);
        return paths.map((path) => machine.grants.grant(path));
      }
      case 'host.pickTarget': {
        const asked = parse(name, input);
        const chosen = await machine.chooseTarget(targetOptions(asked, machine.language(), folder));
        if (chosen === null) return null;
        folder = dirname(chosen);
        return machine.grants.grant(withExtension(chosen, asked.purpose));
      }
      case 'host.deliver': {
        const path = machine.grants.path(parse(name, input).target);
        machine.showInFolder(path);
        return { url: null, path };
      }
      case 'host.quit':
        machine.quit();
        return {};
    }
  }

  return {
    async call(name, input) {
      try {
        return { ok: true, value: await answer(name, input) };
      } catch (error) {
        const known = error instanceof ZhupiError ? error : new ZhupiError('internal', { where: name });
        return { ok: false, error: known.toValue() };
      }
    },
  };
}

function parse<N extends HostMethodName>(name: N, input: unknown) {
  const parsed = contract[name].input.safeParse(input ?? {});
  if (!parsed.success) throw badInput(parsed.error);
  return parsed.data as MethodParsed<N>;
}
