import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { builtInTagset } from '#core/built-in.ts';
import { createProjectFile } from '#core/store/create.ts';
import { CallAnswerWire, unwrap } from '#shared/api/call.ts';
import { Grant } from '#shared/api/events.ts';
import { startTestServer, type TestServer, type WireAnswer } from './testing/test-server.ts';

let host: TestServer;
let inside: OutgoingHttpHeaders;

beforeAll(async () => {
  host = await startTestServer({ callBytes: 1000, uploadBytes: 200_000, silence: 150 });
});
beforeEach(async () => {
  inside = await host.enter();
});
afterAll(() => host.close());

function call(name: string, input: unknown = {}, headers = inside): Promise<WireAnswer> {
  return host.send({ method: 'POST', path: '/api/call', headers, body: JSON.stringify({ name, input }) });
}

async function value(answer: Promise<WireAnswer>): Promise<unknown> {
  return unwrap(JSON.parse((await answer).text));
}

function errorCode(answer: WireAnswer): string {
  const parsed = CallAnswerWire.parse(JSON.parse(answer.text));
  return parsed.ok ? 'ok' : parsed.error.code;
}

function upload(query: string, body: string | Uint8Array): Promise<WireAnswer> {
  return host.send({ method: 'POST', path: `/api/upload?${query}`, headers: inside, body });
}

function uploadsKept(): number {
  const uploads = join(host.ports.folders.temporary, 'uploads');
  return existsSync(uploads) ? readdirSync(uploads).length : 0;
}

describe('the entrance', () => {
  it('turns the printed address into a cookie once, and a reload goes on with the cookie', async () => {
    const path = host.server.newAddress().slice(host.origin.length);
    const first = await host.send({ path });
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(first.headers['set-cookie']?.[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = first.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    for (const _time of [1, 2]) {
      const page = await host.send({ path: '/', headers: { Cookie: cookie } });
      expect([page.status, page.text]).toEqual([200, '<!doctype html><title>page</title>']);
    }
    const second = await host.send({ path, headers: { Cookie: cookie } });
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.text).toContain('此地址已失效');
    expect(second.text).toContain('This address no longer works');
    expect(second.text).toContain('<a href="/">');
    expect((await host.send({ path })).text).not.toContain('<a href');
  });

  it('shows a notice in both languages to whoever has no cookie', async () => {
    const answer = await host.send({ path: '/' });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('请使用朱批给出的地址');
    expect(answer.text).toContain('Please use the address that Zhupi printed');
  });

  it('does not use up the address for a request that another site made', async () => {
    const path = host.server.newAddress().slice(host.origin.length);
    expect((await host.send({ path, headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
    expect((await host.send({ path })).status).toBe(303);
  });
});

describe('the guard over HTTP', () => {
  it('refuses a foreign Host, Origin and site, and a missing cookie, without asking the core', async () => {
    const change = async (headers: OutgoingHttpHeaders) => (await call('settings.get', {}, headers)).status;
    expect(await change(inside)).toBe(200);
    expect(await change({ ...inside, Host: 'zhupi.example' })).toBe(403);
    expect(await change({ ...inside, Origin: 'http://zhupi.example' })).toBe(403);
    expect(await change({ ...inside, 'Sec-Fetch-Site': 'same-site' })).toBe(403);
    expect(await change({ ...inside, Cookie: '' })).toBe(401);
    const { Origin: _origin, ...without } = inside;
    expect(await change(without)).toBe(403);
  });

  it('sends the headers that confine the page with every answer', async () => {
    for (const path of ['/', '/assets/index-Ab3_x9-Z.js', '/nothing', '/api/nothing']) {
      const { headers } = await host.send({ path, headers: inside });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('answers %s with 405', async (method) => {
    const answer = await host.send({ method, path: '/api/call', headers: inside });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
  });
});

describe('the page', () => {
  it('comes with types and may be kept where the name holds a hash', async () => {
    const script = await host.send({ path: '/assets/index-Ab3_x9-Z.js', headers: inside });
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-length': '11',
    });
    const page = await host.send({ path: '/', headers: inside });
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  });

  it('comes without its body for HEAD', async () => {
    const answer = await host.send({ method: 'HEAD', path: '/', headers: inside });
    expect([answer.status, answer.text, answer.headers['content-length']]).toEqual([200, '', '34']);
  });

  it('has an icon or none, but no error, for a browser that asks by itself', async () => {
    expect([200, 204]).toContain((await host.send({ path: '/favicon.ico', headers: inside })).status);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/assets%00/index-Ab3_x9-Z.js',
    '//secret.txt',
    '/%E0%A4%A',
    '/index.html/',
    '/assets',
    '/__proto__',
    'http://127.0.0.1/secret.txt',
  ])('has nothing at %s', async (path) => {
    const answer = await host.send({ path, headers: inside });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('secret');
  });
});

describe('POST /api/call', () => {
  it('passes the call to the core and its answer back', async () => {
    expect(await value(call('settings.get'))).toMatchObject({ language: 'system', readingSize: 18 });
    expect(errorCode(await call('document.list'))).toBe('no-project');
    expect(errorCode(await call('no.such'))).not.toBe('ok');
  });

  it('refuses a body that is too large, whether it says so before or not', async () => {
    const big = 'x'.repeat(1001);
    const announced = await host.send({ method: 'POST', path: '/api/call', headers: inside, body: big });
    const chunked = await host.send({
      method: 'POST',
      path: '/api/call',
      headers: { ...inside, 'Transfer-Encoding': 'chunked' },
      body: big,
    });
    for (const answer of [announced, chunked]) {
      expect([answer.status, errorCode(answer)]).toEqual([413, 'bad-input']);
      expect(answer.text).toContain('larger than 1,000 bytes');
    }
  });

  it('refuses what is not JSON with a name', async () => {
    const send = (body: string, headers = inside) => host.send({ method: 'POST', path: '/api/call', headers, body });
    for (const body of ['', '{', '[]', '{"input":{}}', '{"name":7}'])
      expect([(await send(body)).status, errorCode(await send(body))]).toEqual([400, 'bad-input']);
    expect((await send('{"name":"settings.get","input":{}}', { ...inside, 'Content-Type': 'text/plain' })).status).toBe(
      400,
    );
  });

  it('answers a client that stops in the middle with 408 and hangs up', async () => {
    const socket = connect(host.server.port, '127.0.0.1');
    const lines = Object.entries({ Host: `127.0.0.1:${host.server.port}`, ...inside, 'Content-Length': 500 });
    socket.write(`POST /api/call HTTP/1.1\r\n${lines.map(([name, each]) => `${name}: ${each}\r\n`).join('')}\r\n{"na`);
    let text = '';
    socket.on('data', (piece) => {
      text += piece;
    });
    await once(socket, 'close');
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect((await call('settings.get')).status).toBe(200);
  });
});

describe('GET /api/events', () => {
  it('tells the page what the core tells', async () => {
    const socket = connect(host.server.port, '127.0.0.1');
    socket.write(
      `GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${host.server.port}\r\nCookie: ${String(inside.Cookie)}\r\n\r\n`,
    );
    let text = '';
    socket.on('data', (piece) => {
      text += piece;
    });
    await once(socket, 'data');
    host.core.emit({ kind: 'command', command: 'app.palette' });
    while (!text.includes('app.palette')) await once(socket, 'data');
    expect(text).toContain('Content-Type: text/event-stream');
    expect(text).toContain('data: {"kind":"command","command":"app.palette"}\n\n');
    socket.destroy();
  });
});

describe('POST /api/upload', () => {
  it('keeps the bytes under the name and gives a grant instead of a path', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
    const grant = Grant.parse(await value(upload(`name=${encodeURIComponent('../报纸.txt')}&purpose=import`, bytes)));
    expect(grant).toMatchObject({ name: '报纸.txt', size: 70_000 });
    const path = host.ports.grants.path(grant.token);
    expect(path.startsWith(join(host.ports.folders.temporary, 'uploads'))).toBe(true);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('takes an empty file, for the reader to say so', async () => {
    expect(await value(upload('name=a.txt', ''))).toMatchObject({ name: 'a.txt', size: 0 });
  });

  it('gives files of one name different places', async () => {
    const grants = [await value(upload('name=a.txt', 'one')), await value(upload('name=a.txt', 'two'))];
    const texts = Grant.array()
      .parse(grants)
      .map((grant) => readFileSync(host.ports.grants.path(grant.token), 'utf8'));
    expect(texts).toEqual(['one', 'two']);
  });

  it('refuses a file that is too large and leaves nothing behind', async () => {
    const before = uploadsKept();
    const answer = await upload('name=big.txt', new Uint8Array(200_001));
    expect([answer.status, errorCode(answer)]).toEqual([413, 'file-too-large']);
    expect(JSON.parse(answer.text)).toMatchObject({
      error: { details: { file: 'big.txt', bytes: 200_001, limit: 200_000 } },
    });
    expect(uploadsKept()).toBe(before);
  });

  it('refuses a purpose that it does not know', async () => {
    expect(errorCode(await upload('name=a&purpose=plugin', 'x'))).toBe('bad-input');
  });

  it('leaves nothing behind where the upload breaks off', async () => {
    const before = uploadsKept();
    const socket = connect(host.server.port, '127.0.0.1');
    const lines = Object.entries({ Host: `127.0.0.1:${host.server.port}`, ...inside, 'Content-Length': 500 });
    socket.write(
      `POST /api/upload?name=a HTTP/1.1\r\n${lines.map(([name, each]) => `${name}: ${each}\r\n`).join('')}\r\nxyz`,
    );
    while (uploadsKept() === before) await new Promise((resolve) => setTimeout(resolve, 5));
    socket.destroy();
    while (uploadsKept() > before) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(uploadsKept()).toBe(before);
  });

  it('places a project among the projects under a free name', async () => {
    const before = uploadsKept();
    const made = join(host.folder, 'made.zhupi');
    const tagset = builtInTagset(host.ports.folders);
    createProjectFile(made, { id: 'p_1', name: 'a', tagset, createdAt: '2022-06-08T00:00:00.000Z', isSample: false });
    const bytes = readFileSync(made);
    const grants = [
      Grant.parse(await value(upload('name=a.zhupi&purpose=project', bytes))),
      Grant.parse(await value(upload('name=a.zhupi&purpose=project', bytes))),
    ];
    const paths = grants.map((grant) => host.ports.grants.path(grant.token));
    expect(paths).toEqual(['a.zhupi', 'a 2.zhupi'].map((name) => join(host.ports.folders.projects, name)));
    expect(paths.map((path) => readFileSync(path).length)).toEqual([bytes.length, bytes.length]);
    expect(uploadsKept()).toBe(before);
  });

  it('refuses a file that is no project, and keeps nothing of it', async () => {
    const before = readdirSync(host.ports.folders.projects);
    expect(errorCode(await upload('name=letter.zhupi&purpose=project', 'a letter'))).toBe('project-not-zhupi');
    expect(readdirSync(host.ports.folders.projects)).toEqual(before);
  });
});

describe('the methods of the host', () => {
  it('says where it runs', async () => {
    expect(await value(call('host.info'))).toMatchObject({
      host: 'browser',
      platform: 'linux',
      hasDialogs: false,
      isMac: false,
    });
  });

  it('has no dialogs', async () => {
    expect(errorCode(await call('host.pickFiles', { purpose: 'import', isMultiple: true }))).toBe('not-allowed');
  });

  async function target(
    suggestedName: string,
    purpose = 'export',
  ): Promise<{ readonly token: string; readonly path: string }> {
    const { token } = Grant.parse(await value(call('host.pickTarget', { purpose, suggestedName })));
    return { token, path: host.ports.grants.path(token) };
  }

  async function deliver(token: string): Promise<string> {
    return String(Object(await value(call('host.deliver', { target: token }))).url);
  }

  it('delivers one file as itself', async () => {
    const { token, path } = await target('语料.jsonl');
    writeFileSync(path, '{"a":1}\n');
    const url = await deliver(token);
    const answer = await host.send({ path: url, headers: inside });
    expect([answer.status, answer.text]).toEqual([200, '{"a":1}\n']);
    expect(answer.headers['content-disposition']).toContain("filename*=UTF-8''%E8%AF%AD%E6%96%99.jsonl");
    expect((await host.send({ path: url })).status).toBe(401);
  });

  it('delivers a file with its companions as a zip', async () => {
    const { token, path } = await target('corpus.jsonl');
    const text = '甲乙丙丁'.repeat(100_000);
    writeFileSync(path, text);
    writeFileSync(join(dirname(path), 'corpus.manifest.json'), '{}');
    const answer = await host.send({ path: await deliver(token), headers: inside });
    expect(answer.headers['content-disposition']).toContain('filename="corpus.zip"');
    const entries = unzipSync(new Uint8Array(answer.bytes));
    expect(Object.keys(entries)).toEqual(['corpus.jsonl', 'corpus.manifest.json']);
    expect(strFromU8(entries['corpus.jsonl'] ?? new Uint8Array()) === text).toBe(true);
  });

  it('delivers nothing that was not written, and nothing else of the machine', async () => {
    const { token } = await target('corpus.jsonl');
    expect(errorCode(await call('host.deliver', { target: token }))).toBe('not-found');
    const secret = host.ports.grants.grant(join(host.folder, 'secret.txt'));
    expect(errorCode(await call('host.deliver', { target: secret.token }))).toBe('not-allowed');
    expect(errorCode(await call('host.deliver', { target: 'g_unknown' }))).toBe('grant-unknown');
    expect((await host.send({ path: '/api/download/unknown', headers: inside })).status).toBe(404);
  });

  it('keeps a name from outside within the target’s folder, and projects where they stay', async () => {
    const { path } = await target('../../up.jsonl');
    expect(basename(path)).toBe('up.jsonl');
    expect(dirname(dirname(path))).toBe(join(host.ports.folders.temporary, 'downloads'));
    const project = await target('新项目.zhupi', 'project');
    expect(project.path).toBe(join(host.ports.folders.projects, '新项目.zhupi'));
  });

  it('refuses wrong input', async () => {
    expect(errorCode(await call('host.pickTarget', { purpose: 'other', suggestedName: 'x' }))).toBe('bad-input');
    expect(errorCode(await call('host.deliver', {}))).toBe('bad-input');
  });

  it('quits after it has answered', async () => {
    expect(host.quits()).toBe(0);
    expect(await value(call('host.quit'))).toEqual({});
    expect(host.quits()).toBe(1);
  });
});
