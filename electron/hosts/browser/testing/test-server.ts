/** A listening host on temporary folders for tests, with a client that speaks plain HTTP and sends what it is told to. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '#core/create-core.ts';
import type { Core, Ports } from '#core/ports.ts';
import { makeNodePorts } from '#hosts/node/ports.ts';
import { startServer } from '../server.ts';
import { DEFAULT_LIMITS, type RunningServer, type ServerLimits } from '../server-options.ts';

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

/** What to send. `headers` are taken as they are. */
export interface WireRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
}

/** A running host and a person in front of it. */
export interface TestServer {
  readonly server: RunningServer;
  readonly core: Core;
  readonly ports: Ports;
  readonly origin: string;
  /** The folder of everything that the host writes. */
  readonly folder: string;
  /** How often the page asked to quit. */
  readonly quits: () => number;
  /** Sends a request without any help. */
  send(asked: WireRequest): Promise<WireAnswer>;
  /** Goes in with a fresh address; answers with the headers that a page of the app sends. */
  enter(): Promise<OutgoingHttpHeaders>;
  close(): Promise<void>;
}

/** Starts a host with a small page; the caller closes it. */
export async function startTestServer(limits: Partial<ServerLimits> = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'host-test-'));
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(page, 'assets', 'index-Ab3_x9-Z.js'), 'export {};\n');
  const ports = makeNodePorts({
    projects: join(folder, 'projects'),
    state: join(folder, 'state'),
    jobs: { kind: 'inline' },
  });
  const core = createCore(ports);
  let quits = 0;
  const onQuit = () => {
    quits += 1;
  };
  const server = await startServer({
    core,
    ports,
    page,
    port: 0,
    language: 'en',
    platform: 'linux',
    onQuit,
    limits: { ...DEFAULT_LIMITS, ...limits },
  });
  const origin = `http://127.0.0.1:${server.port}`;
  const send = (asked: WireRequest) => sendRequest(server.port, asked);
  return {
    server,
    core,
    ports,
    origin,
    folder,
    quits: () => quits,
    send,
    async enter() {
      const answer = await send({ path: server.newAddress().slice(origin.length) });
      const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
      return { Cookie: cookie, Origin: origin, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' };
    },
    async close() {
      await server.close();
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function sendRequest(port: number, asked: WireRequest): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', path, headers = {}, body } = asked;
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (incoming) => {
      const pieces: Buffer[] = [];
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.once('error', reject);
      incoming.once('end', () => {
        const bytes = Buffer.concat(pieces);
        const { statusCode: status = 0, headers: came } = incoming;
        resolve({ status, headers: came, bytes, text: bytes.toString('utf8') });
      });
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
