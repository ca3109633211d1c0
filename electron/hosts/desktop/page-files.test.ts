import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_POLICY } from '#hosts/node/page-policy.ts';
import { answerPageRequest, pageFile } from './page-files.ts';

describe('pageFile', () => {
  it.each([
    ['zhupi://app/', '/page/index.html'],
    ['zhupi://app/index.html?x=1#read', '/page/index.html'],
    ['zhupi://app/assets/index-a_B3.js', '/page/assets/index-a_B3.js'],
    ['zhupi://app/a/../index.html', '/page/index.html'],
  ])('finds %s', (address, file) => {
    expect(pageFile('/page', address)).toBe(file.replaceAll('/', join('/')));
  });

  it.each([
    'zhupi://app/%2e%2e/main/main.js',
    'zhupi://app/%2e%2e%2fmain%2fmain.js',
    'zhupi://app/..%2f..%2fetc/passwd',
    'zhupi://app/..%5cmain.js',
    'zhupi://app/a%00.js',
    'zhupi://app/.hidden',
    'zhupi://app/%ff',
    'zhupi://app/c:/x.js',
    'zhupi://app//etc/passwd',
    'https://app/index.html',
  ])('never leaves its folder for %s', (address) => {
    const file = pageFile('/page', address);
    expect(file === null || file === join('/page', 'main', 'main.js'), String(file)).toBe(true);
  });
});

describe('answerPageRequest', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'page-files-'));
    mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'page', 'assets', 'a.js'), 'export {}');
    writeFileSync(join(folder, 'page', 'assets', 'a.exe'), 'x');
    writeFileSync(join(folder, 'secret.js'), 'x');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const ask = (url: string, method = 'GET') => answerPageRequest(join(folder, 'page'), { method, url });

  it('serves the page with its type and the policy', async () => {
    const answer = await ask('zhupi://app/');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<!doctype html>');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toBe(PAGE_POLICY);
  });

  it('serves scripts, and headers alone for HEAD', async () => {
    expect((await ask('zhupi://app/assets/a.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await (await ask('zhupi://app/assets/a.js', 'HEAD')).text()).toBe('');
  });

  it('refuses other methods, other kinds of files and what is not there', async () => {
    expect((await ask('zhupi://app/', 'POST')).status).toBe(405);
    expect((await ask('zhupi://app/assets/a.exe')).status).toBe(404);
    expect((await ask('zhupi://app/assets/missing.js')).status).toBe(404);
    expect((await ask('zhupi://app/assets')).status).toBe(404);
    expect((await ask('zhupi://app/%2e%2e/secret.js')).status).toBe(404);
  });

  it('allows no inline script and nothing from elsewhere', () => {
    expect(PAGE_POLICY).not.toMatch(/unsafe|https?:|\*/);
    expect(PAGE_POLICY.startsWith("default-src 'none'; script-src 'self'; style-src 'self';")).toBe(true);
  });
});
