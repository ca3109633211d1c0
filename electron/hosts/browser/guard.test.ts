import { describe, expect, it } from 'vitest';
import { type Asking, refuse } from './guard.ts';

const GOOD: Asking = {
  method: 'GET',
  path: '/',
  host: '127.0.0.1:4000',
  origin: undefined,
  fetchSite: 'none',
  hasSession: true,
};
const CALL: Asking = {
  ...GOOD,
  method: 'POST',
  path: '/api/call',
  origin: 'http://127.0.0.1:4000',
  fetchSite: 'same-origin',
};

describe('refuse', () => {
  it.each([
    ['the page', GOOD],
    ['the page under the name localhost', { ...GOOD, host: 'LocalHost:4000' }],
    ['the entrance without a session', { ...GOOD, path: '/enter', hasSession: false }],
    ['a call', CALL],
    ['a call under the name localhost', { ...CALL, host: 'localhost:4000', origin: 'http://localhost:4000' }],
    ['a client that sends no Sec-Fetch-Site', { ...CALL, fetchSite: undefined }],
    ['the headers of a file', { ...GOOD, method: 'HEAD' }],
  ])('lets in %s', (_what, asking: Asking) => {
    expect(refuse(asking, 4000)).toBeNull();
  });

  it.each([
    ['a foreign name for this machine', { ...GOOD, host: 'rebound.example:4000' }, 403, 'host'],
    ['another port', { ...GOOD, host: '127.0.0.1:4001' }, 403, 'host'],
    ['no port', { ...GOOD, host: 'localhost' }, 403, 'host'],
    ['no Host header', { ...GOOD, host: undefined }, 403, 'host'],
    ['the address written otherwise', { ...GOOD, host: '127.1:4000' }, 403, 'host'],
    ['a request made by another site', { ...GOOD, fetchSite: 'cross-site' }, 403, 'site'],
    ['a request made by another port of this machine', { ...GOOD, fetchSite: 'same-site' }, 403, 'site'],
    ['an unknown kind of site', { ...GOOD, fetchSite: 'none,none' }, 403, 'site'],
    ['a POST without Origin', { ...CALL, origin: undefined }, 403, 'origin'],
    ['a POST from another origin', { ...CALL, origin: 'http://127.0.0.1:4001' }, 403, 'origin'],
    ['a POST from a sandboxed frame', { ...CALL, origin: 'null' }, 403, 'origin'],
    ['a POST from the other name', { ...CALL, origin: 'http://localhost:4000' }, 403, 'origin'],
    ['a GET from another origin', { ...GOOD, origin: 'http://site.example' }, 403, 'origin'],
    ['a call by GET', { ...CALL, method: 'GET' }, 405, 'method'],
    ['a POST to the page', { ...CALL, path: '/' }, 405, 'method'],
    ['an unknown method', { ...GOOD, method: 'PROPFIND' }, 405, 'method'],
    ['no method', { ...GOOD, method: '' }, 405, 'method'],
    ['a HEAD at the entrance', { ...GOOD, method: 'HEAD', path: '/enter' }, 405, 'method'],
    ['the page without a session', { ...GOOD, hasSession: false }, 401, 'session'],
    ['a call without a session', { ...CALL, hasSession: false }, 401, 'session'],
    ['an address that looks like the entrance', { ...GOOD, path: '/enter/', hasSession: false }, 401, 'session'],
  ])('refuses %s', (_what, asking: Asking, status, reason) => {
    expect(refuse(asking, 4000)).toMatchObject({ status, reason });
  });

  it('names the methods that an address takes', () => {
    expect(refuse({ ...CALL, method: 'PUT' }, 4000)).toEqual({ status: 405, reason: 'method', allow: 'POST' });
  });
});
