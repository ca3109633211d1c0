/** `session.defaultSession` and `protocol`: permissions, requests, the app's own schemes. */

import { browserConnection, demandReady, isAppReady, schemes, seen } from './state.ts';
import { checkOptions, refusal, strict } from './strict.ts';

type PermissionRequest = (contents: unknown, permission: string, answer: (isGranted: boolean) => void) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean;
type BeforeRequest = (details: object, answer: (response: { readonly cancel?: boolean }) => void) => void;
type SchemeHandler = (request: Request) => Response | Promise<Response>;

let onRequest: PermissionRequest | null = null;
let onCheck: PermissionCheck | null = null;
let beforeRequest: BeforeRequest | null = null;
const handlers = new Map<string, SchemeHandler>();

/** Electron's names of permissions with those that the browser knows. */
const PERMISSIONS: readonly (readonly [string, string])[] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['idle-detection', 'idle-detection'],
  ['local-fonts', 'local-fonts'],
  ['window-management', 'window-management'],
];

/** Tells the browser what the app's handlers say about every permission it knows. Without a handler Electron grants. */
export async function applyPermissions(): Promise<void> {
  for (const [electronName, name] of PERMISSIONS) {
    let isGranted = onCheck === null || onCheck(null, electronName, '');
    if (onRequest !== null && isGranted) onRequest(null, electronName, (answer) => (isGranted = answer));
    await browserConnection().send('Browser.setPermission', {
      permission: { name },
      setting: isGranted ? 'granted' : 'denied',
    });
  }
}

/** True where the app cancels a request. */
export async function isCancelled(url: string, resourceType: string): Promise<boolean> {
  seen.requests.push(url);
  if (beforeRequest === null) return false;
  const ask = beforeRequest;
  const answer = await new Promise<{ readonly cancel?: boolean }>((resolve) => ask({ url, resourceType }, resolve));
  checkOptions('onBeforeRequest response', answer, ['cancel']);
  return answer.cancel === true;
}

/** The app's answer to a request of its own scheme, or null where it has none. */
export async function answerScheme(
  url: string,
  method: string,
  headers: Record<string, string>,
): Promise<Response | null> {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  return handler === undefined ? null : handler(new Request(url, { method, headers }));
}

const handle = (scheme: string, handler: SchemeHandler): void => {
  demandReady(true, 'protocol.handle');
  if (!schemes.includes(scheme)) throw refusal(`protocol.handle for ${scheme}, which is not registered as privileged`);
  if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
  handlers.set(scheme, handler);
};

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(
    list: readonly { readonly scheme: string; readonly privileges: Record<string, boolean> }[],
  ): void {
    demandReady(false, 'protocol.registerSchemesAsPrivileged');
    for (const { scheme, privileges } of list) {
      checkOptions(`scheme ${scheme}`, privileges, ['standard', 'secure', 'supportFetchAPI']);
      if (privileges['standard'] !== true || privileges['secure'] !== true)
        throw refusal(`scheme ${scheme} that is not standard and secure`);
      schemes.push(scheme);
    }
  },
  handle,
});

const webRequest = strict('webRequest', {
  onBeforeRequest(listener: BeforeRequest): void {
    if (typeof listener !== 'function') throw refusal('onBeforeRequest with a filter');
    beforeRequest = listener;
  },
});

const defaultSession = strict('session.defaultSession', {
  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    onRequest = handler;
  },
  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    onCheck = handler;
  },
  webRequest,
  protocol: strict('session.protocol', { handle }),
});

export const session = strict('session', {
  get defaultSession() {
    if (!isAppReady()) throw refusal('session.defaultSession before the app is ready');
    return defaultSession;
  },
});
