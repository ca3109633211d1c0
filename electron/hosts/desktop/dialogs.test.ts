import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pickOptions, targetOptions, withExtension } from './dialogs.ts';

describe('pickOptions', () => {
  it('offers texts first and every file second when bringing in', () => {
    const options = pickOptions({ purpose: 'import', isMultiple: true }, 'en', '/docs');
    expect(options.title).toBe('Bring in files');
    expect(options.properties).toEqual(['openFile', 'multiSelections']);
    expect(options.filters?.map((filter) => filter.name)).toEqual(['Texts and corpora', 'All files']);
    expect(options.filters?.[0]?.extensions).toContain('txt');
    expect(options.filters?.[1]?.extensions).toEqual(['*']);
  });

  it('chooses one project, in the language of the app', () => {
    const options = pickOptions({ purpose: 'project', isMultiple: false }, 'zh-CN', '/docs');
    expect(options).toEqual({
      title: '打开项目',
      defaultPath: '/docs',
      filters: [
        { name: '朱批项目', extensions: ['zhupi'] },
        { name: '所有文件', extensions: ['*'] },
      ],
      properties: ['openFile'],
    });
  });
});

describe('targetOptions', () => {
  it('suggests the name in the folder, with the filter of its ending', () => {
    const options = targetOptions({ purpose: 'export', suggestedName: '语料.jsonl' }, 'en', '/docs');
    expect(options.defaultPath).toBe(join('/docs', '语料.jsonl'));
    expect(options.filters?.[0]).toEqual({ name: 'JSONL files', extensions: ['jsonl'] });
  });

  it('never lets a suggested name leave the folder', () => {
    const at = (suggestedName: string) =>
      targetOptions({ purpose: 'project', suggestedName }, 'en', '/docs').defaultPath;
    expect(at('../../etc/x')).toBe(join('/docs', 'x.zhupi'));
    expect(at('..\\x')).toBe(join('/docs', 'x.zhupi'));
    expect(at('..')).toBe(join('/docs', 'project.zhupi'));
    expect(at('a:b?.zhupi')).toBe(join('/docs', 'a_b_.zhupi'));
  });

  it('shows every file where the name has no ending', () => {
    const options = targetOptions({ purpose: 'export', suggestedName: 'corpus' }, 'en', '/docs');
    expect(options.filters).toEqual([{ name: 'All files', extensions: ['*'] }]);
  });
});

describe('withExtension', () => {
  it('adds the ending that a purpose demands, once', () => {
    expect(withExtension('/a/旧报', 'project')).toBe('/a/旧报.zhupi');
    expect(withExtension('/a/x.ZHUPI', 'backup')).toBe('/a/x.ZHUPI');
    expect(withExtension('/a/x.txt', 'tagset')).toBe('/a/x.txt.json');
    expect(withExtension('/a/corpus', 'export')).toBe('/a/corpus');
  });
});
