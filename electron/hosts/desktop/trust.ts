/** Which addresses belong to the app, and who may call it. Pure. */

/** The scheme of the app's own pages, and their one origin. */
export const APP_SCHEME = 'zhupi';
/** The address of the page. */
export const APP_PAGE = `${APP_SCHEME}://app/index.html`;

/** True for an address of the app's own page; anything else is never navigated to. */
export function isAppAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === 'app' &&
    url.username === '' &&
    url.password === ''
  );
}

/** The frame that a message came from, as far as trust goes. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

/** True for the main frame of the app's own page. A frame that has gone meanwhile is null. */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && isAppAddress(frame.url);
}

/** Why a request to the network is refused: the app makes none. Its own scheme and data made by the page do not count as network. */
export function isNetworkAddress(address: string): boolean {
  const protocol = URL.parse(address)?.protocol ?? '';
  return !['zhupi:', 'data:', 'blob:', 'devtools:', 'about:'].includes(protocol);
}
