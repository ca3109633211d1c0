/** What the HTTP server is given, and what it gives back. */
import type { Core, Ports } from '#core/ports.ts';
import type { Language } from '#shared/model/settings.ts';
import type { Downloads } from './downloads.ts';

const MEGABYTE = 1024 * 1024;

/** Bounds on what a client may send. Bytes and milliseconds. */
export interface ServerLimits {
  readonly callBytes: number;
  readonly uploadBytes: number;
  /** The longest silence within a request's body. */
  readonly silence: number;
  /** The longest time for a request's headers, and for a whole request. */
  readonly headers: number;
  readonly request: number;
}

/** What is enough for a person and stops a runaway page. */
export const DEFAULT_LIMITS: ServerLimits = {
  callBytes: 64 * MEGABYTE,
  uploadBytes: 600 * MEGABYTE,
  silence: 15_000,
  headers: 10_000,
  request: 600_000,
};

/** What a server works with. */
export interface ServerOptions {
  readonly core: Core;
  readonly ports: Pick<Ports, 'folders' | 'grants' | 'log' | 'version'>;
  /** The folder of the built page. */
  readonly page: string;
  /** 0 for any free port. */
  readonly port: number;
  /** The machine's language, for refusals of the host itself. */
  readonly language: Language;
  readonly platform: string;
  /** Called once the answer to `host.quit` has gone out. */
  readonly onQuit: () => void;
  readonly limits?: ServerLimits;
}

/** What the handlers of calls and uploads work with. */
export interface Workshop extends ServerOptions {
  readonly limits: ServerLimits;
  readonly downloads: Downloads;
}

/** A listening server. */
export interface RunningServer {
  readonly port: number;
  /** A new address that lets one browser in, once; an older unused one stops working. */
  newAddress(): string;
  /** Ends the event streams and every connection; answers under way get two seconds. */
  close(): Promise<void>;
}
