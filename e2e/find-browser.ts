/** Which browser the end-to-end tests take: the first of the known sources that starts. browser-sources.ts knows the machine. */

export { machineSearch } from './browser-sources.ts';

/** A browser that was started once. */
export interface FoundBrowser {
  readonly path: string;
  readonly source: BrowserSource;
  /** What it needs in its environment beyond what is there. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Where browsers are looked for, in this order. */
export const BROWSER_SOURCES = ['environment', 'playwright', 'system', 'package', 'apt'] as const;
export type BrowserSource = (typeof BROWSER_SOURCES)[number];

/** A browser that may be there. */
export interface BrowserCandidate {
  readonly path: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What the search needs from the machine; tests replace it. */
export interface BrowserSearch {
  /** The candidates of a source, best first. May take long: `apt` installs. */
  candidates(source: BrowserSource): Promise<readonly BrowserCandidate[]>;
  /** Null where the browser shows a page, otherwise why it does not. */
  whyNot(candidate: BrowserCandidate): Promise<string | null>;
}

/** No browser can be had. The message says what was tried and how to get one. */
export class NoBrowserError extends Error {}

/**
 * The first browser that starts. One named by the environment is the person's word: where it does not start,
 * no other is taken. @throws NoBrowserError
 */
export async function findBrowser(search: BrowserSearch): Promise<FoundBrowser> {
  const failures: string[] = [];
  for (const source of BROWSER_SOURCES) {
    const candidates = await search.candidates(source);
    for (const candidate of candidates) {
      const reason = await search.whyNot(candidate);
      if (reason === null) return { path: candidate.path, source, environment: candidate.environment ?? {} };
      failures.push(`  ${candidate.path}: ${reason}`);
    }
    if (source === 'environment' && candidates.length > 0) break;
  }
  throw new NoBrowserError(
    [
      'No browser could be started for the end-to-end tests.',
      ...failures,
      'Get one: on Debian or Ubuntu “apt-get install chromium” as root, elsewhere “npx playwright install chromium”',
      'or any Chrome, Chromium or Edge; or name one in the environment variable ZHUPI_BROWSER.',
    ].join('\n'),
  );
}
