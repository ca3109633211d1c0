import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

describe('readArguments', () => {
  it.each([
    [[], { port: 0, open: true }],
    [['a.zhupi'], { port: 0, open: true, project: 'a.zhupi' }],
    [['--project', 'a.zhupi', '--port', '4000', '--no-open'], { port: 4000, open: false, project: 'a.zhupi' }],
  ])('reads %j', (args, options) => {
    expect(readArguments(args)).toEqual({ kind: 'options', options });
  });

  it.each([
    [['--port', 'x']],
    [['--port', '70000']],
    [['--port=-1']],
    [['--port', '1.5']],
    [['a', 'b']],
    [['--nonsense']],
    [['--port']],
  ])('refuses %j', (args) => {
    expect(readArguments(args).kind).toBe('wrong');
  });
});
