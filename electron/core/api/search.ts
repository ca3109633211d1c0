/** search.*: looking for text in all documents. */
import { searchDocuments } from '../store/search.ts';
import type { Handlers } from './handler.ts';

/** Handlers for search. */
export const searchHandlers = {
  'search.run': (context, request) => searchDocuments(context.db(), request),
} satisfies Handlers;
