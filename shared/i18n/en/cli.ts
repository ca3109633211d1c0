/** Texts: cli. */
export const cli = {} as const;
