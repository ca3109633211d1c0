import { describe, expect, it } from 'vitest';
import { readLaunchArguments } from './arguments.ts';

describe('readLaunchArguments', () => {
  it.each([
    [[], { wantsBrowser: false, forDesktop: [], forBrowser: [] }],
    [['--browser'], { wantsBrowser: true, forDesktop: [], forBrowser: [] }],
    [['a.zhupi'], { wantsBrowser: false, forDesktop: ['/home/a.zhupi'], forBrowser: ['/home/a.zhupi'] }],
    [['/b/a.zhupi'], { wantsBrowser: false, forDesktop: ['/b/a.zhupi'], forBrowser: ['/b/a.zhupi'] }],
    [
      ['--project', 'a.zhupi'],
      { wantsBrowser: false, forDesktop: ['/home/a.zhupi'], forBrowser: ['--project', '/home/a.zhupi'] },
    ],
    [
      ['--port', '4000', 'a.zhupi', '--no-open'],
      {
        wantsBrowser: true,
        forDesktop: ['/home/a.zhupi'],
        forBrowser: ['--port', '4000', '/home/a.zhupi', '--no-open'],
      },
    ],
  ])('reads %j', (args, expected) => {
    expect(readLaunchArguments(args, '/home')).toEqual(expected);
  });
});
