/** The way to the core: the preload's bridge in the desktop app, HTTP in the browser. Same two functions. */
import { type Bridge, unwrap } from '#shared/api/call.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/api/contract.ts';
import { ZhupiError } from '#shared/api/errors.ts';
import { AppEvent } from '#shared/api/events.ts';

declare global {
  interface Window {
    /** Set by the preload script of the desktop app; absent in a browser. */
    readonly zhupi?: Bridge;
  }
}

/** A typed client of the core. */
export interface Client {
  /** Calls a method. @throws ZhupiError as the core answered it, or `internal` where the core cannot be reached. */
  call<N extends MethodName>(name: N, input: MethodInput<N>): Promise<MethodOutput<N>>;
  /** Listens to events; returns the way to stop. */
  subscribe(listener: (event: AppEvent) => void): () => void;
  /** Grants for files dropped on the page: by the preload, or by upload. */
  grantFiles(files: readonly File[], purpose: UploadPurpose): ReturnType<NonNullable<Bridge['grantDropped']>>;
}

/** What an uploaded file is for: it decides where the browser host keeps it. */
export type UploadPurpose = 'import' | 'project' | 'tagset' | 'backup';

/** The client for this page. */
export function createClient(bridge: Bridge = window.zhupi ?? httpBridge()): Client {
  return {
    async call(name, input) {
      return unwrap(await bridge.call(name, input)) as MethodOutput<typeof name>;
    },
    subscribe: (listener) => bridge.subscribe(listener),
    async grantFiles(files, purpose) {
      if (bridge.grantDropped !== undefined) return bridge.grantDropped(files);
      return Promise.all(files.map((file) => upload(file, purpose)));
    },
  };
}

function httpBridge(): Bridge {
  return {
    async call(name, input) {
      const response = await fetchOrFail('/api/call', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ name, input }),
      });
      return response.json();
    },
    subscribe(listener) {
      const source = new EventSource('/api/events');
      source.onmessage = (message) => {
        const event = AppEvent.safeParse(JSON.parse(String(message.data)));
        if (event.success) listener(event.data);
      };
      return () => source.close();
    },
  };
}

async function upload(file: File, purpose: UploadPurpose) {
  const query = new URLSearchParams({ name: file.name, purpose });
  const response = await fetchOrFail(`/api/upload?${query}`, { method: 'POST', body: file });
  return unwrap(await response.json()) as { token: string; name: string; size: number | null };
}

async function fetchOrFail(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init });
  } catch (cause) {
    throw new ZhupiError('not-allowed', { reason: 'host unreachable' }, { cause });
  }
}
