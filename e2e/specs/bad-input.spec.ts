/** What is not as it should be: one clear message in the person's language, and the app goes on. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type App, expect, test } from '../fixtures/app.ts';
import { ImportDialog } from '../page-models/import-dialog.ts';
import { makeProject, readDocuments, testOnPages } from '../page-models/project-file.ts';
import { AppWindow } from '../page-models/window.ts';

const PAGE = '　　雪后第一班渡船\n\n　　本报讯（记者 顾盼）岚溪今日下雪，渡口清晨照常开船。\n';

/** What the app says, by language. `{file}` stands for the file's name. */
const WORDS = {
  en: {
    empty: 'empty.txt is empty. Nothing was added.',
    binary: 'binary.txt is not text (binary data at byte 3). Nothing was added; choose a text file.',
    onePlace: '1 place in this file cannot be read in this encoding and shows as “�”. Another encoding may fit.',
    places: /^\d+ places in this file cannot be read in this encoding and show as “�”\./,
    truncated: 'truncated.txt is not utf-8: byte 19 (line 1) does not fit. Nothing was added; choose another encoding.',
    wrong: /page\.txt is not big5: byte \d+ \(line 1\) does not fit\. Nothing was added; choose another encoding\./,
    notOne: /text\.zhupi is not a Zhupi project\. It was left untouched/,
    damaged: /half\.zhupi is damaged \(.+\)\. It was left untouched/,
    garbage: /garbage\.zhupi is damaged \(.+\)\. It was left untouched/,
    newer: /newer\.zhupi was made by a newer version of Zhupi \(format 99, this version knows \d+\)/,
  },
  'zh-CN': {
    empty: 'empty.txt 是空文件，未添加任何内容。',
    binary: 'binary.txt 不是文本（第 3 字节为二进制数据），未添加任何内容。请选择文本文件。',
    onePlace: '有 1 处无法按此编码读出，显示为“�”。可换一种编码试试。',
    places: /^有 \d+ 处无法按此编码读出，显示为“�”。/,
    truncated: 'truncated.txt 不是 utf-8 编码：第 19 字节（第 1 行）不符，未添加任何内容。请选择其他编码。',
    wrong: /page\.txt 不是 big5 编码：第 \d+ 字节（第 1 行）不符，未添加任何内容。请选择其他编码。/,
    notOne: /text\.zhupi 不是朱批项目，未作改动/,
    damaged: /half\.zhupi 已损坏（.+），未作改动/,
    garbage: /garbage\.zhupi 已损坏（.+），未作改动/,
    newer: /newer\.zhupi 由更新版本的朱批建立（格式 99，本版本支持 \d+）/,
  },
} as const;

for (const language of ['en', 'zh-CN'] as const)
  test.describe(`in ${language}`, () => {
    test.use({ appLanguage: language });
    const words = WORDS[language];

    test('a text that cannot be read is refused with the reason', async ({ app }) => {
      const window = new AppWindow(app);
      await window.newProject('bad');
      const dialog = new ImportDialog(window);
      const files = {
        'empty.txt': [new Uint8Array(), words.empty],
        'binary.txt': [Uint8Array.of(0x50, 0x4e, 0x47, 0, 0, 1, 2, 0, 9, 0, 0), words.binary],
      } as const;
      for (const [name, [content, message]] of Object.entries(files))
        await test.step(name, async () => {
          await writeFile(join(app.machine.folder, name), content);
          await dialog.choose(join(app.machine.folder, name));
          await expect(dialog.error).toHaveText(message);
          await expect(window.primary).toBeDisabled();
          await app.page.keyboard.press('Escape');
          await expect(dialog.root).toHaveCount(0);
        });

      await test.step('a text that was cut off: the place is shown before, and nothing is added', async () => {
        const file = join(app.machine.folder, 'truncated.txt');
        await writeFile(file, new TextEncoder().encode('本报讯 岚溪区今日下雪。\n').subarray(0, 20));
        await dialog.choose(file);
        await expect(dialog.warning).toHaveText(words.onePlace);
        expect(await dialog.addInVain()).toContain(words.truncated);
        await expect(app.page.locator('.table-row[data-index]')).toHaveCount(0);
      });

      await test.step('a wrong encoding, chosen by hand, and the way back', async () => {
        const file = join(app.machine.folder, 'page.txt');
        await writeFile(file, PAGE);
        await dialog.choose(file);
        await dialog.encoding.selectOption('big5');
        await expect(dialog.warning).toHaveText(words.places);
        expect(await dialog.addInVain()).toMatch(words.wrong);
        await expect(app.page.locator('.table-row[data-index]')).toHaveCount(0);
        await dialog.choose(file);
        await dialog.encoding.selectOption('big5');
        await expect(dialog.warning).toHaveText(words.places);
        await dialog.encoding.selectOption('auto');
        await expect(dialog.warning).toHaveCount(0);
        await expect(dialog.cards).toHaveCount(1);
        await dialog.add();
        await expect(app.page.locator('.table-row[data-index]')).toHaveCount(1);
      });
    });

    test('a project that cannot be opened is left alone, and the open one stays', async ({ app }) => {
      const window = new AppWindow(app);
      await window.newProject('open');
      for (const [name, message] of Object.entries(await badProjects(app, words)))
        await test.step(name, async () => {
          const file = join(app.machine.folder, name);
          const before = await readFile(file);
          await app.chooseFiles([file], () => window.press('o'));
          const alert = app.page.getByRole('alert');
          await expect(alert).toHaveText(message);
          await expect(app.page.locator('.top-project strong')).toHaveText('open');
          expect((await readFile(file)).equals(before)).toBe(true);
          await alert.getByRole('button').click();
          await expect(alert).toHaveCount(0);
        });
      const page = join(app.machine.folder, 'page.txt');
      await writeFile(page, PAGE);
      const dialog = new ImportDialog(window);
      await dialog.choose(page);
      await dialog.add();
      await expect(app.page.locator('.table-row[data-index]')).toHaveCount(1);
    });
  });

testOnPages({ 'page.txt': PAGE }, { isReadOnly: true })(
  'a project that cannot be written is read, and says so',
  async ({ app }) => {
    const window = new AppWindow(app);
    const reader = await window.read();
    await expect(app.page.locator('.top-bar')).toContainText('read only');
    await reader.mark('渡口', 'l');
    await expect(app.page.getByText(/cannot be written/).first()).toBeVisible();
    await expect(reader.marks()).toHaveCount(0);
    await expect(reader.article).toContainText('渡口清晨照常开船');
    await expect(app.page.locator('.save-state')).toHaveText('read only');
    expect((await readDocuments(app.machine.project ?? ''))[0]?.entities).toEqual([]);
  },
);

/** Makes the bad project files and gives the message for each. */
async function badProjects(app: App, words: (typeof WORDS)['en' | 'zh-CN']): Promise<Record<string, string | RegExp>> {
  const at = (name: string) => join(app.machine.folder, name);
  const good = at('good.zhupi');
  await makeProject(good, { 'page.txt': PAGE });
  const bytes = await readFile(good);
  await writeFile(at('text.zhupi'), PAGE);
  await writeFile(at('half.zhupi'), bytes.subarray(0, Math.floor(bytes.length / 2)));
  const garbage = Buffer.from(bytes);
  garbage.fill(0xa5, 100, 4096);
  await writeFile(at('garbage.zhupi'), garbage);
  const newer = Buffer.from(bytes);
  // The schema version: sqlite.org/fileformat.html, “user version” at offset 60.
  newer.writeUInt32BE(99, 60);
  await writeFile(at('newer.zhupi'), newer);
  return {
    'text.zhupi': words.notOne,
    'half.zhupi': words.damaged,
    'garbage.zhupi': words.garbage,
    'newer.zhupi': words.newer,
  };
}
