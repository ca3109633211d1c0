/** The host's own calls to the core, typed. */
import type { Core } from '#core/ports.ts';
import { unwrap } from '#shared/api/call.ts';
import { type CoreMethodName, contract, type MethodInput, type MethodOutput } from '#shared/api/contract.ts';
import { ZhupiError } from '#shared/api/errors.ts';

/** Calls a method. @throws ZhupiError */
export async function callCore<N extends CoreMethodName>(
  core: Pick<Core, 'call'>,
  name: N,
  input: MethodInput<N>,
): Promise<MethodOutput<N>> {
  return contract[name].output.parse(unwrap(await core.call(name, input))) as MethodOutput<N>;
}

/** A project that could not be opened. */
export interface RefusedProject {
  readonly path: string;
  readonly error: ZhupiError;
}

/** Opens the project of last time, or the sample on a first start. A refusal is given back: the page then shows the start. */
export async function openFirst(core: Pick<Core, 'call'>): Promise<RefusedProject | null> {
  const recent = await callCore(core, 'project.recent', {});
  const last = recent.find((project) => !project.isMissing);
  try {
    if (last !== undefined) await callCore(core, 'project.openRecent', { id: last.id });
    else if (recent.length === 0) await callCore(core, 'project.openSample', {});
    return null;
  } catch (error) {
    return { path: last?.path ?? '', error: asZhupiError(error) };
  }
}

/** Opens the project at a path. A refusal is given back. */
export async function openProject(core: Pick<Core, 'openProject'>, path: string): Promise<RefusedProject | null> {
  try {
    await core.openProject(path);
    return null;
  } catch (error) {
    return { path, error: asZhupiError(error) };
  }
}

function asZhupiError(error: unknown): ZhupiError {
  return error instanceof ZhupiError ? error : new ZhupiError('internal', { where: 'open' }, { cause: error });
}
