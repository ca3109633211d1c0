/** What crosses a transport: a call's answer, and the two functions a page has. */
import { z } from 'zod';
import type { MethodInput, MethodName, MethodOutput } from './contract.ts';
import { type ErrorValue, isErrorCode, ZhupiError } from './errors.ts';
import type { AppEvent, Grant } from './events.ts';

/** The answer to a call: a value, or an error as a value. */
export type CallAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ErrorValue };

/** The wire's view of an answer, before it is trusted. */
export const CallAnswerWire = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({
      code: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  }),
]);

/** What the preload exposes, and what the HTTP client imitates: no other way from the page to the core. */
export interface Bridge {
  /** Calls a method; never rejects for an error of the app. */
  call(name: string, input: unknown): Promise<unknown>;
  /** Listens to events; returns the way to stop. */
  subscribe(listener: (event: AppEvent) => void): () => void;
  /** Tokens for files dropped on the page; only where the host can see their paths (desktop). */
  grantDropped?(files: readonly object[]): Promise<readonly Grant[]>;
}

/** A typed call: resolves to the output or throws the ZhupiError. */
export type Call = <N extends MethodName>(name: N, input: MethodInput<N>) => Promise<MethodOutput<N>>;

/** Turns an answer into its value. @throws ZhupiError */
export function unwrap(answer: unknown): unknown {
  const wire = CallAnswerWire.safeParse(answer);
  if (!wire.success) throw new ZhupiError('internal', { where: 'transport' });
  if (wire.data.ok) return wire.data.value;
  const { code, details } = wire.data.error;
  throw new ZhupiError(isErrorCode(code) ? code : 'internal', details);
}
