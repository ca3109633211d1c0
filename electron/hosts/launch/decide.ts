/** Where the app opens: in a desktop window, or served for a browser. Pure; the launcher gathers the facts. */

/** What the launcher knows. */
export interface LaunchFacts {
  /** The person asked for the browser. */
  readonly wantsBrowser: boolean;
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** True for root on Linux, as whom Chromium's sandbox does not start. */
  readonly isRoot: boolean;
  /** Whether the Electron binary is here; `unfetchable` after a try that failed. */
  readonly binary: 'present' | 'missing' | 'unfetchable';
}

/** What to do next. After `fetch` the launcher asks again. */
export type LaunchStep =
  | { readonly kind: 'fetch' }
  | { readonly kind: 'desktop'; readonly isSandboxed: boolean }
  | { readonly kind: 'browser'; readonly why: 'asked' | 'noDisplay' | 'noBinary' };

/**
 * The desktop window wherever there can be one. Without a display nothing is fetched, since it could not be shown.
 * Root gets the window without Chromium's sandbox: the browser that would open instead has the same limit, so that
 * refusing would protect nobody.
 */
export function decideLaunch(facts: LaunchFacts): LaunchStep {
  if (facts.wantsBrowser) return { kind: 'browser', why: 'asked' };
  if (!hasDisplay(facts.platform, facts.environment)) return { kind: 'browser', why: 'noDisplay' };
  if (facts.binary === 'missing') return { kind: 'fetch' };
  if (facts.binary === 'unfetchable') return { kind: 'browser', why: 'noBinary' };
  return { kind: 'desktop', isSandboxed: !(facts.platform === 'linux' && facts.isRoot) };
}

/** macOS and Windows always have one; elsewhere X11 or Wayland names it. */
export function hasDisplay(platform: string, environment: LaunchFacts['environment']): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  const { DISPLAY, WAYLAND_DISPLAY } = environment;
  return Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}

/** Seconds to wait for the Electron binary; 0 means not to try. */
export function fetchSeconds(environment: LaunchFacts['environment']): number {
  const asked = Number(environment.ZHUPI_ELECTRON_FETCH_SECONDS || '20');
  return Number.isFinite(asked) && asked >= 0 ? asked : 20;
}
