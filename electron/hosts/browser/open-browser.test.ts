import { describe, expect, it } from 'vitest';
import { openCommand } from './open-browser.ts';

const ADDRESS = 'http://127.0.0.1:4000/enter?token=x';

describe('openCommand', () => {
  it.each([
    ['darwin', {}, { program: 'open', args: [ADDRESS] }],
    ['win32', {}, { program: 'rundll32', args: ['url.dll,FileProtocolHandler', ADDRESS] }],
    ['linux', { DISPLAY: ':0' }, { program: 'xdg-open', args: [ADDRESS] }],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, { program: 'xdg-open', args: [ADDRESS] }],
    ['linux', { DISPLAY: '' }, null],
  ])('on %s with %j gives %j', (platform, environment, expected) => {
    expect(openCommand(ADDRESS, platform, environment)).toEqual(expected);
  });
});
