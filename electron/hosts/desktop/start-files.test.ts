import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOfArguments, sortFiles } from './start-files.ts';

describe('filesOfArguments', () => {
  it('leaves out the program, its folder outside a package, and switches', () => {
    const argv = ['/usr/bin/electron', '--inspect=0', '/app', '--no-sandbox', 'a.txt', '/b/旧报.zhupi'];
    expect(filesOfArguments(argv, false, '/home/x')).toEqual([resolve('/home/x', 'a.txt'), resolve('/b/旧报.zhupi')]);
  });

  it('takes the first plain argument in a package', () => {
    expect(filesOfArguments(['/opt/zhupi', '-psn_0_1', 'a.zhupi'], true, '/home/x')).toEqual([
      resolve('/home/x', 'a.zhupi'),
    ]);
    expect(filesOfArguments(['/opt/zhupi'], true, '/')).toEqual([]);
  });
});

describe('sortFiles', () => {
  it('parts projects from what can be brought in', () => {
    expect(sortFiles(['/a.txt', '/b.ZHUPI', '/c.zhupi', '/d'])).toEqual({
      project: '/c.zhupi',
      others: ['/a.txt', '/d'],
    });
    expect(sortFiles(['/a.txt'])).toEqual({ project: null, others: ['/a.txt'] });
  });
});
