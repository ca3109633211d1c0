/** export.*: handlers are added here. */
import type { Handlers } from './handler.ts';

/** Handlers of this subject. */
export const exportHandlers = {} satisfies Handlers;
