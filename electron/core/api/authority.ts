/** authority.*: the records that mentions point to. */
import { listAuthority } from '../store/authority.ts';
import type { Handlers } from './handler.ts';

/** Handlers for authority records. */
export const authorityHandlers = {
  'authority.list': (context) => listAuthority(context.db()),
} satisfies Handlers;
