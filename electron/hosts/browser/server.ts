/** The HTTP server of the browser host: guard first, then one small handler a route. Loopback only. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ZhupiError } from '#shared/api/errors.ts';
import { errorAnswer, sendAnswer, sendLine, setCommonHeaders } from './answer.ts';
import { answerCall } from './calls.ts';
import { createDownloads, DOWNLOAD_PATH } from './downloads.ts';
import { createEventStreams } from './event-stream.ts';
import { ENTER_PATH, type Refusal, refuse } from './guard.ts';
import { sendNotice } from './notice-page.ts';
import type { RunningServer, ServerOptions } from './server-options.ts';
import { DEFAULT_LIMITS } from './server-options.ts';
import { createSessions } from './session.ts';
import { ICON_PATH, listPageFiles, sendPageFile } from './static-files.ts';
import { answerUpload } from './uploads.ts';

/** Starts to listen on 127.0.0.1. @throws NodeJS.ErrnoException where the port cannot be had or the page is not built */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { core, ports, limits = DEFAULT_LIMITS } = options;
  const page = listPageFiles(options.page, join(ports.folders.resources, 'icons', 'icon-512.png'));
  const downloads = createDownloads(join(ports.folders.temporary, 'downloads'));
  const streams = createEventStreams();

  const server = createServer({
    headersTimeout: limits.headers,
    requestTimeout: limits.request,
    connectionsCheckingInterval: Math.min(limits.headers, 30_000),
    keepAliveTimeout: 5_000,
    maxHeaderSize: 16_384,
  });
  server.maxConnections = 256;
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const sessions = createSessions(port);
  const unsubscribe = options.core.subscribe((event) => streams.send(event));
  const workshop = { ...options, core, limits, downloads };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setCommonHeaders(response);
    const { path, query } = splitTarget(request.url ?? '/');
    const { method = '', headers } = request;
    const isHead = method === 'HEAD';
    const hasSession = sessions.isKnown(headers.cookie);
    const refusal = refuse(
      {
        method,
        path,
        host: headers.host,
        origin: headers.origin,
        fetchSite: [headers['sec-fetch-site']].flat().join(',') || undefined,
        hasSession,
      },
      port,
    );
    const download = path.startsWith(DOWNLOAD_PATH) ? path.slice(DOWNLOAD_PATH.length) : '';
    if (refusal !== null) sendRefusal(response, refusal, path);
    else if (path === ENTER_PATH) enter(response, query.get('token') ?? '', hasSession);
    else if (path === '/api/call') await answerCall(request, response, workshop);
    else if (path === '/api/upload') await answerUpload(request, response, query, workshop);
    else if (path === '/api/events' && !isHead) streams.open(response);
    else if (downloads.has(download)) await downloads.send(response, download, isHead);
    else await sendPage(response, path, isHead);
  }

  function enter(response: ServerResponse, token: string, isIn: boolean): void {
    const cookie = sessions.enter(token);
    if (cookie === null) {
      sendNotice(response, 403, 'enter', isIn);
      return;
    }
    response.writeHead(303, { Location: '/', 'Set-Cookie': sessions.setCookie(cookie) });
    response.end();
  }

  async function sendPage(response: ServerResponse, path: string, isHead: boolean): Promise<void> {
    const file = page.get(path);
    if (file !== undefined) await sendPageFile(response, file, isHead);
    else if (path === ICON_PATH) response.writeHead(204).end();
    else if (path.startsWith('/api/')) sendAnswer(response, errorAnswer('not-found', { what: path }), 404);
    else sendNotice(response, 404, 'missing');
  }

  server.on('request', (request, response) => {
    respond(request, response).catch((error: unknown) => {
      if (!isGone(error)) ports.log.error('browser host', { error: String(error) });
      if (response.headersSent) response.destroy();
      else sendAnswer(response, failure(error), 500);
    });
  });

  return {
    port,
    newAddress: () => `http://127.0.0.1:${port}${ENTER_PATH}?token=${sessions.issue()}`,
    async close() {
      unsubscribe();
      streams.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const patience = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(patience);
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function sendRefusal(response: ServerResponse, refusal: Refusal, path: string): void {
  if (refusal.reason === 'method') response.setHeader('Allow', refusal.allow);
  if (path.startsWith('/api/'))
    sendAnswer(response, errorAnswer('not-allowed', { reason: refusal.reason }), refusal.status);
  else if (refusal.reason === 'session' || refusal.reason === 'site')
    sendNotice(response, refusal.status, refusal.reason);
  else sendLine(response, refusal.status, `refused: ${refusal.reason}`);
}

/** The path only ever is compared with known addresses; dots and slashes in it lead nowhere. */
function splitTarget(target: string): { readonly path: string; readonly query: URLSearchParams } {
  const [raw = '', ...rest] = target.split('?');
  const query = new URLSearchParams(rest.join('?'));
  try {
    return { path: decodeURIComponent(raw), query };
  } catch {
    return { path: raw, query };
  }
}

function failure(error: unknown) {
  return error instanceof ZhupiError
    ? errorAnswer(error.code, error.details)
    : errorAnswer('internal', { where: 'host' });
}

function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'EPIPE';
}
