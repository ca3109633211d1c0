/** A record of the authority file: a person, body, place, policy … that mentions point to. */
import { z } from 'zod';
import { AuthorityId } from './ids.ts';

/** One line of `authority.jsonl`; keys in export order. */
export const AuthorityRecord = z
  .object({
    id: AuthorityId,
    label: z.string().min(1),
    name: z.string().min(1),
    aliases: z.array(z.string()).readonly().default([]),
    external: z.record(z.string(), z.string()).readonly().default({}),
    note: z.string().nullable().default(null),
  })
  .readonly();
export type AuthorityRecord = z.infer<typeof AuthorityRecord>;
