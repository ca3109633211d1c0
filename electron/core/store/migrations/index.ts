/** The one ordered list of migrations. A new one gets the next number, a file of its own and a test beside it. */
import { initial } from './001-initial.ts';

/** A step from the schema version before to `version`. SQL only, so that it means the same for ever. */
export interface Migration {
  readonly version: number;
  readonly up: string;
}

/** All migrations, in order. */
export const MIGRATIONS: readonly Migration[] = [initial];
