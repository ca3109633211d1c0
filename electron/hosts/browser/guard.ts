/** The gate: which requests are answered at all. Pure; the server asks it before anything else. */

/** What the gate looks at. Header values as they came. */
export interface Asking {
  readonly method: string;
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly hasSession: boolean;
}

/** Why a request is refused, with its HTTP status. */
export type Refusal =
  | { readonly reason: 'host' | 'origin' | 'site'; readonly status: 403 }
  | { readonly reason: 'session'; readonly status: 401 }
  | { readonly reason: 'method'; readonly status: 405; readonly allow: string };

/** The address that exchanges a one-time token for a cookie. */
export const ENTER_PATH = '/enter';

/**
 * Null where the request may be answered. Checked in this order:
 * the Host header (a foreign name means DNS rebinding), the site that made the browser ask, the Origin (demanded
 * of every POST), the method, and the session cookie (of everything but the entrance).
 */
export function refuse(asking: Asking, port: number): Refusal | null {
  const host = asking.host?.toLowerCase();
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return { reason: 'host', status: 403 };
  if (asking.fetchSite !== undefined && asking.fetchSite !== 'same-origin' && asking.fetchSite !== 'none')
    return { reason: 'site', status: 403 };
  if (asking.origin === undefined ? asking.method === 'POST' : asking.origin !== `http://${host}`)
    return { reason: 'origin', status: 403 };
  const allowed = allowedMethods(asking.path);
  if (!allowed.includes(asking.method)) return { reason: 'method', status: 405, allow: allowed.join(', ') };
  if (asking.path !== ENTER_PATH && !asking.hasSession) return { reason: 'session', status: 401 };
  return null;
}

function allowedMethods(path: string): readonly string[] {
  if (path === '/api/call' || path === '/api/upload') return ['POST'];
  if (path === ENTER_PATH) return ['GET'];
  return ['GET', 'HEAD'];
}
