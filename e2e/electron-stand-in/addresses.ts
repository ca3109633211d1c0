/** A plain Chromium cannot navigate to an app's own scheme: `scheme://host/…` stands in it as `https://host.scheme.invalid/…`. */

const SUFFIX = 'invalid';

/** The address that the browser gets. `schemes`: those registered as standard and secure. */
export function toBrowser(address: string, schemes: readonly string[]): string {
  const url = new URL(address);
  const scheme = url.protocol.slice(0, -1);
  if (!schemes.includes(scheme)) return address;
  return `https://${url.host}.${scheme}.${SUFFIX}${url.pathname}${url.search}${url.hash}`;
}

/** The address that the app sees. */
export function fromBrowser(address: string, schemes: readonly string[]): string {
  const url = URL.parse(address);
  const [, host, scheme] = /^(.+)\.([a-z][a-z0-9-]*)\.invalid$/.exec(url?.protocol === 'https:' ? url.host : '') ?? [];
  if (url === null || host === undefined || scheme === undefined || !schemes.includes(scheme)) return address;
  return `${scheme}://${host}${url.pathname}${url.search}${url.hash}`;
}
