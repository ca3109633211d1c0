/** A page of the browser that plays a window's contents: requests, frames, the isolated world, and what the page tells. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { fromBrowser, toBrowser } from './addresses.ts';
import type { CdpSession, Facts } from './cdp.ts';
import { makeCodec } from './codec.ts';
import { answerInvoke, type Sender } from './ipc-main.ts';
import { BINDING, ISOLATED_WORLD, pageScripts } from './page-worlds.ts';
import { answerScheme, isCancelled } from './session.ts';
import { browserConnection, schemes } from './state.ts';
import { failures } from './strict.ts';

/** What the page does by itself. */
export interface PageListeners {
  /** True where the app forbids it. */
  isNavigationPrevented(url: string): boolean;
  /** A new window was asked for. The launcher closes it. */
  onPopup(url: string): void;
  onLoaded(): void;
  onTitle(title: string): void;
  onCrashed(): void;
}

/** A page under the stand-in's hands. */
export interface PageTarget {
  readonly id: string;
  navigate(address: string): Promise<void>;
  /** Sends an event to the preload. */
  deliver(channel: string, values: readonly unknown[]): Promise<void>;
  /** Tells the preload which files on disk are about to be dropped, then drops them. */
  drop(files: readonly DroppedFile[], x: number, y: number): Promise<void>;
  send: CdpSession['send'];
  close(): Promise<void>;
}

/** A file as the page will see it. */
export interface DroppedFile {
  readonly path: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

const Frame = z.object({ id: z.string(), parentId: z.string().optional(), url: z.string() });
const Context = z.object({ id: z.number(), name: z.string(), auxData: z.object({ frameId: z.string().default('') }) });
const Message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invoke'), id: z.number(), channel: z.string(), values: z.array(z.unknown()) }),
  z.object({ kind: z.literal('failure'), text: z.string() }),
]);
const Paused = z.object({
  requestId: z.string(),
  frameId: z.string(),
  resourceType: z.string(),
  request: z.object({ url: z.string(), method: z.string(), headers: z.record(z.string(), z.string()) }),
});

/** Opens a page with a preload. The caller closes it. */
export async function openPage(preloadSource: string, listeners: PageListeners): Promise<PageTarget> {
  const browser = browserConnection();
  const { targetId } = z
    .object({ targetId: z.string() })
    .parse(await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true }));
  const attached = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const session = browser.session(z.string().parse(attached['sessionId']));
  const codec = makeCodec();
  const frames = new Map<string, z.infer<typeof Frame>>();
  const worlds = new Map<number, string>();
  let isOwnNavigation = false;
  let isClosed = false;

  const senderOf = (frameId: string): Sender => {
    const frame = frames.get(frameId);
    const parent = frame?.parentId === undefined ? null : senderOf(frame.parentId);
    return { url: fromBrowser(frame?.url ?? '', schemes), parent };
  };
  const inWorld = async (contextId: number, method: string, value: unknown) => {
    const expression = `${BINDING}.${method}(${JSON.stringify(value)})`;
    await session.send('Runtime.evaluate', { contextId, expression }).catch(ignoreWhenGone);
  };
  const ignoreWhenGone = (error: unknown) => {
    // The page went on to another document, or the window closed, while something was on its way.
    if (!isClosed && !/context|session|target|gone/i.test(String(error))) failures.push(String(error));
  };
  const mainWorldId = () => [...worlds].findLast(([, frameId]) => frameId === targetId)?.[0];

  session.on('Page.frameNavigated', ({ frame }) => {
    const known = Frame.parse(frame);
    frames.set(known.id, known);
  });
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { id, name, auxData } = Context.parse(context);
    if (name === ISOLATED_WORLD) worlds.set(id, auxData.frameId);
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
    worlds.delete(Number(executionContextId)),
  );
  session.on('Runtime.executionContextsCleared', () => worlds.clear());
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    const contextId = Number(executionContextId);
    const frameId = worlds.get(contextId);
    if (name !== BINDING || frameId === undefined) return;
    const message = Message.parse(JSON.parse(String(payload)));
    if (message.kind === 'failure') {
      failures.push(`electron stand-in: ${message.text}`);
      return;
    }
    void answerInvoke(message.channel, message.values, senderOf(frameId)).then((answer) =>
      inWorld(contextId, 'reply', { id: message.id, ...answer }),
    );
  });
  session.on('Fetch.requestPaused', (params) => void answer(Paused.parse(params)).catch(ignoreWhenGone));
  session.on('Page.loadEventFired', () => {
    if (frames.get(targetId)?.url === 'about:blank') return;
    listeners.onLoaded();
    session
      .send('Runtime.evaluate', { expression: 'document.title' })
      .then(({ result }) => listeners.onTitle(String((result as Facts)['value'])))
      .catch(ignoreWhenGone);
  });
  session.on('Inspector.targetCrashed', listeners.onCrashed);
  browser.on('Target.targetCreated', ({ targetInfo }) => {
    const { openerId, url } = targetInfo as Facts;
    if (openerId === targetId) listeners.onPopup(String(url));
  });

  async function answer({ requestId, frameId, resourceType, request }: z.infer<typeof Paused>): Promise<void> {
    const fail = (errorReason: string) => session.send('Fetch.failRequest', { requestId, errorReason });
    const url = fromBrowser(request.url, schemes);
    const isMainDocument = resourceType === 'Document' && frameId === targetId;
    if (isMainDocument && !isOwnNavigation && listeners.isNavigationPrevented(url)) return void (await fail('Aborted'));
    if (isMainDocument) isOwnNavigation = false;
    if (await isCancelled(url, resourceType)) return void (await fail('BlockedByClient'));
    const response = await answerScheme(url, request.method, request.headers);
    // The stand-in never touches a network.
    if (response === null) return void (await fail('NameNotResolved'));
    await session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  }

  const scripts = pageScripts(randomUUID(), preloadSource);
  await Promise.all([
    browser.send('Target.setDiscoverTargets', { discover: true }),
    session.send('Page.enable'),
    session.send('Runtime.enable'),
    session.send('Inspector.enable'),
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    session.send('Runtime.addBinding', { name: BINDING, executionContextName: ISOLATED_WORLD }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName: ISOLATED_WORLD }),
    session.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
  ]);

  return {
    id: targetId,
    send: session.send,
    async navigate(address) {
      isOwnNavigation = true;
      const { errorText } = await session.send('Page.navigate', { url: toBrowser(address, schemes) });
      if (errorText !== undefined) throw new Error(`${String(errorText)} loading '${address}'`);
    },
    async deliver(channel, values) {
      const world = mainWorldId();
      const encoded = values.map(codec.encode);
      if (world !== undefined) await inWorld(world, 'deliver', { channel, values: encoded });
    },
    async drop(files, x, y) {
      const world = mainWorldId();
      if (world !== undefined) await inWorld(world, 'dropped', files);
      const data = { items: [], files: files.map((file) => file.path), dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'])
        await session.send('Input.dispatchDragEvent', { type, x, y, data });
    },
    async close() {
      isClosed = true;
      await browser.send('Target.closeTarget', { targetId }).catch(ignoreWhenGone);
    },
  };
}
