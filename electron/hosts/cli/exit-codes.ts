/** The three ways a command ends. */

/** 0 done; 1 refused or failed, everything is as it was; 2 the command line itself is wrong. */
export const EXIT = { done: 0, failed: 1, wrong: 2 } as const;

/** A refusal in words for the person, already in their language. */
export class CommandError extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = EXIT.failed) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}
