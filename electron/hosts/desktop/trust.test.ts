import { describe, expect, it } from 'vitest';
import { APP_PAGE, isAppAddress, isNetworkAddress, isTrustedSender } from './trust.ts';

const FOREIGN = [
  'https://app/index.html',
  'http://zhupi/app',
  'file:///etc/passwd',
  'zhupi://other/index.html',
  'zhupi://app.example/',
  'zhupi://app:80/',
  'zhupi://user@app/',
  'zhupi:app',
  'data:text/html,hello',
  'javascript:alert(1)',
  'about:blank',
  'not an address',
  '',
];

describe('isAppAddress', () => {
  it('knows the pages of the app', () => {
    expect(isAppAddress(APP_PAGE)).toBe(true);
    expect(isAppAddress('zhupi://app/index.html#read')).toBe(true);
  });

  it.each(FOREIGN)('refuses %j', (address) => {
    expect(isAppAddress(address)).toBe(false);
  });
});

describe('isTrustedSender', () => {
  it('trusts the main frame of the page only', () => {
    expect(isTrustedSender({ url: APP_PAGE, parent: null })).toBe(true);
    expect(isTrustedSender({ url: APP_PAGE, parent: { url: APP_PAGE } })).toBe(false);
    expect(isTrustedSender({ url: 'https://app/', parent: null })).toBe(false);
    expect(isTrustedSender(null)).toBe(false);
  });
});

describe('isNetworkAddress', () => {
  it('counts everything but the own scheme and data in memory', () => {
    expect(
      ['https://a.example/', 'http://127.0.0.1/', 'wss://a.example/', 'file:///x', 'ftp://a/'].every(isNetworkAddress),
    ).toBe(true);
    expect(
      [APP_PAGE, 'data:image/png;base64,', 'blob:zhupi://app/1', 'devtools://devtools/x'].some(isNetworkAddress),
    ).toBe(false);
  });
});
