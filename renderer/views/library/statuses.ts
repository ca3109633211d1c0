/** The states of a document in the order of the work. */
import type { Status } from '#shared/model/document.ts';

export const STATUSES: readonly Status[] = ['todo', 'in_progress', 'done', 'flagged'];
