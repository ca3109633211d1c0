import { describe, expect, it } from 'vitest';
import { fromBrowser, toBrowser } from './addresses.ts';

describe('toBrowser and fromBrowser', () => {
  it.each([
    ['zhupi://app/index.html', 'https://app.zhupi.invalid/index.html'],
    ['zhupi://app/a/b.js?x=1#read', 'https://app.zhupi.invalid/a/b.js?x=1#read'],
  ])('translate %s both ways', (address, inBrowser) => {
    expect(toBrowser(address, ['zhupi'])).toBe(inBrowser);
    expect(fromBrowser(inBrowser, ['zhupi'])).toBe(address);
  });

  it.each(['https://a.example/', 'https://app.other.invalid/', 'about:blank', 'data:text/html,x'])(
    'leave %s alone',
    (address) => {
      expect(toBrowser(address, ['zhupi'])).toBe(address);
      expect(fromBrowser(address, ['zhupi'])).toBe(address);
    },
  );
});
