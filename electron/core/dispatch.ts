/** dispatch: a name and unknown input -> checked input -> handler -> a value or an error as a value. */
import type { z } from 'zod';
import type { CallAnswer } from '#shared/api/call.ts';
import { type CoreMethodName, contract, isMethodName } from '#shared/api/contract.ts';
import { ZhupiError } from '#shared/api/errors.ts';
import type { AllHandlers, HandlerContext } from './api/handler.ts';
import type { Log } from './ports.ts';
import { storeError } from './store/errors.ts';

/** Calls the handler of a method. Never rejects. */
export async function dispatch(
  handlers: AllHandlers,
  context: HandlerContext,
  name: string,
  input: unknown,
): Promise<CallAnswer> {
  try {
    if (!isCoreMethod(name)) throw new ZhupiError('not-found', { what: name });
    const parsed = contract[name].input.safeParse(input ?? {});
    if (!parsed.success) throw badInput(parsed.error);
    // The table pairs each name with the handler of its input; TypeScript cannot follow that through a union of names.
    const handler = handlers[name] as (context: HandlerContext, input: unknown) => unknown;
    return { ok: true, value: await handler(context, parsed.data) };
  } catch (error) {
    const file = context.sessionOrNull()?.path ?? '';
    return { ok: false, error: toZhupiError(storeError(error, file), context.ports.log, name).toValue() };
  }
}

/** True for a method that the core answers. */
export function isCoreMethod(name: string): name is CoreMethodName {
  return isMethodName(name) && contract[name].owner === 'core';
}

/** The first thing that is wrong with an input. */
export function badInput(error: z.ZodError): ZhupiError {
  const [issue] = error.issues;
  return new ZhupiError('bad-input', { path: issue?.path.map(String).join('.') ?? '', reason: issue?.message ?? '' });
}

function toZhupiError(error: unknown, log: Log, where: string): ZhupiError {
  if (error instanceof ZhupiError) {
    if (error.code === 'internal') log.error('call failed', { where, ...error.details });
    return error;
  }
  log.error('call failed', { where, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  return new ZhupiError('internal', { where });
}
