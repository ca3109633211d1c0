/** The methods that the browser host answers itself: no dialogs, downloads instead of folders. */
import { dirname } from 'node:path';
import { badInput } from '#core/dispatch.ts';
import type { FileGrants, Folders } from '#core/ports.ts';
import type { CallAnswer } from '#shared/api/call.ts';
import {
  contract,
  type HostMethodName,
  isMethodName,
  type MethodOutput,
  type MethodParsed,
} from '#shared/api/contract.ts';
import { ZhupiError } from '#shared/api/errors.ts';
import { translate } from '#shared/i18n/text.ts';
import type { Language } from '#shared/model/settings.ts';
import type { Downloads } from './downloads.ts';
import { freePath, safeName } from './file-names.ts';

/** What the methods work with. */
export interface HostSurroundings {
  readonly version: string;
  readonly platform: string;
  readonly systemLanguage: Language;
  readonly folders: Pick<Folders, 'projects'>;
  readonly grants: FileGrants;
  readonly downloads: Downloads;
  /** Ends the host after the answer has gone out. */
  quit(): void;
}

/** True for a method that the host answers, not the core. */
export function isHostMethod(name: string): name is HostMethodName {
  return isMethodName(name) && contract[name].owner === 'host';
}

/** Answers a host method. @throws ZhupiError */
export function callHost(name: HostMethodName, input: unknown, host: HostSurroundings): CallAnswer {
  return { ok: true, value: answer(name, input, host) };
}

function answer(name: HostMethodName, input: unknown, host: HostSurroundings): MethodOutput<HostMethodName> {
  const here = (key: 'host.noDialogs' | 'host.notDownload') => translate(host.systemLanguage, key);
  switch (name) {
    case 'host.info':
      return {
        version: host.version,
        host: 'browser',
        platform: host.platform,
        systemLanguage: host.systemLanguage,
        hasDialogs: false,
        isMac: host.platform === 'darwin',
      };
    case 'host.pickFiles':
      throw new ZhupiError('not-allowed', { reason: here('host.noDialogs') });
    case 'host.pickTarget': {
      const { purpose, suggestedName } = parse(name, input);
      // A project has to outlive this process, whose downloads are thrown away at its end.
      if (purpose === 'project')
        return host.grants.grant(freePath(host.folders.projects, safeName(suggestedName, 'project.zhupi')));
      return host.grants.grant(host.downloads.makeTarget(suggestedName));
    }
    case 'host.deliver': {
      const path = host.grants.path(parse(name, input).target);
      if (dirname(path) === host.folders.projects) return { url: null, path };
      if (!host.downloads.holds(path)) throw new ZhupiError('not-allowed', { reason: here('host.notDownload') });
      return { url: host.downloads.offer(path), path: null };
    }
    case 'host.quit':
      host.quit();
      return {};
  }
}

function parse<N extends HostMethodName>(name: N, input: unknown): MethodParsed<N> {
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) throw badInput(parsed.error);
  // The schema of this very name made it; TypeScript does not follow the lookup.
  return parsed.data as MethodParsed<N>;
}
