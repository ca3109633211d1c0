/** The one error type that crosses every boundary, and the closed list of its codes. Texts for people: shared/i18n. */

/** Every way the app can refuse or fail. Each code has a text in both languages under `error.<code>`. */
export const ERROR_CODES = [
  'internal',
  'bad-input',
  'not-found',
  'cancelled',
  'no-project',
  'project-exists',
  'project-not-zhupi',
  'project-damaged',
  'project-newer',
  'project-read-only',
  'project-missing',
  'project-busy',
  'disk-full',
  'disk-error',
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-binary',
  'file-encoding',
  'file-too-large',
  'file-format',
  'file-line',
  'page-adjustment',
  'target-missing',
  'target-not-writable',
  'target-exists',
  'format-unknown',
  'format-read-only',
  'format-write-only',
  'labels-unknown',
  'annotations-clash',
  'tagset-invalid',
  'tagset-in-use',
  'document-missing',
  'annotator-missing',
  'ops-line',
  'edit-offsets',
  'edit-cuts-character',
  'edit-text-mismatch',
  'edit-id-taken',
  'edit-id-form',
  'edit-id-missing',
  'edit-label-unknown',
  'edit-role-unknown',
  'edit-filler',
  'edit-attribute',
  'edit-argument-taken',
  'edit-argument-missing',
  'edit-cycle',
  'edit-stale',
  'nothing-to-undo',
  'nothing-to-redo',
  'query-malformed',
  'grant-unknown',
  'not-allowed',
  'backup-unverified',
] as const;

/** One of ERROR_CODES. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Facts that fill the error's text: names, line numbers (1-based), counts. Never a stack trace. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** What crosses IPC and HTTP instead of an exception. */
export interface ErrorValue {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/** A refusal or failure that a person can be told about. */
export class ZhupiError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options: { readonly cause?: unknown } = {}) {
    super(`${code} ${JSON.stringify(details)}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ZhupiError';
    this.code = code;
    this.details = details;
  }

  /** The part that may cross a boundary. */
  toValue(): ErrorValue {
    return { code: this.code, details: this.details };
  }
}

/** True for an ErrorCode. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && (ERROR_CODES as readonly string[]).includes(value);
}

/** Closes a switch over a tagged union: a new variant becomes a type error here. */
export function assertNever(value: never): never {
  throw new ZhupiError('internal', { unexpected: JSON.stringify(value) ?? 'undefined' });
}
