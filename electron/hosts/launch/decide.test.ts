import { describe, expect, it } from 'vitest';
import { decideLaunch, fetchSeconds, type LaunchFacts } from './decide.ts';

const DESK: LaunchFacts = {
  wantsBrowser: false,
  platform: 'linux',
  environment: { DISPLAY: ':0' },
  isRoot: false,
  binary: 'present',
};

describe('decideLaunch', () => {
  it.each([
    ['a desk', DESK, { kind: 'desktop', isSandboxed: true }],
    [
      'a desk with Wayland',
      { ...DESK, environment: { WAYLAND_DISPLAY: 'wayland-0' } },
      { kind: 'desktop', isSandboxed: true },
    ],
    ['root at a desk', { ...DESK, isRoot: true }, { kind: 'desktop', isSandboxed: false }],
    ['root on macOS', { ...DESK, isRoot: true, platform: 'darwin' }, { kind: 'desktop', isSandboxed: true }],
    ['macOS', { ...DESK, platform: 'darwin', environment: {} }, { kind: 'desktop', isSandboxed: true }],
    ['Windows', { ...DESK, platform: 'win32', environment: {} }, { kind: 'desktop', isSandboxed: true }],
    ['a desk before the first start', { ...DESK, binary: 'missing' }, { kind: 'fetch' }],
    ['a desk out of reach of Electron', { ...DESK, binary: 'unfetchable' }, { kind: 'browser', why: 'noBinary' }],
    ['a server', { ...DESK, environment: { DISPLAY: '' } }, { kind: 'browser', why: 'noDisplay' }],
    [
      'a server without the binary',
      { ...DESK, environment: {}, binary: 'missing' },
      { kind: 'browser', why: 'noDisplay' },
    ],
    ['a person who wants the browser', { ...DESK, wantsBrowser: true }, { kind: 'browser', why: 'asked' }],
  ] as const)('knows what to do for %s', (_who, facts, step) => {
    expect(decideLaunch(facts)).toEqual(step);
  });
});

describe('fetchSeconds', () => {
  it.each([
    [undefined, 20],
    ['', 20],
    ['5', 5],
    ['0', 0],
    ['-1', 20],
    ['soon', 20],
  ])('reads %j as %d', (value, seconds) => {
    expect(fetchSeconds({ ZHUPI_ELECTRON_FETCH_SECONDS: value })).toBe(seconds);
  });
});
