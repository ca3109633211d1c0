/** Bringing in pages: the proposal is changed before it is stored; encodings, known files, several files of which one is bad. */
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { ImportDialog } from '../page-models/import-dialog.ts';
import { readDocuments } from '../page-models/project-file.ts';
import { AppWindow, FILES } from '../page-models/window.ts';

const PAGE = join(FILES, 'qinghe-page.txt');
const FIRST = '区领导调研粮仓巷修缮工程 强调留住老城记忆';
const SECOND = '临河-清河流域治理联席会议召开';

/** One page in several encodings, each with an end of its own so that none is a copy: file, encoding, headline. */
const ENCODED = [
  ['library-gb18030.txt', 'GB18030 (GBK)', '区图书馆延长开放时间'],
  ['library-big5.txt', 'Big5', '區圖書館延長開放時間'],
  ['library-utf-16le.txt', 'UTF-16 LE', '区图书馆延长开放时间'],
  ['library-utf-16be-mark.txt', 'UTF-16 BE', '区图书馆延长开放时间'],
  ['library-utf-8-mark.txt', 'UTF-8', '区图书馆延长开放时间'],
] as const;

test('the proposed split is cut, merged, left out, retitled and unmended before anything is stored', async ({
  app,
}) => {
  const window = new AppWindow(app);
  await window.newProject('清河');
  const dialog = new ImportDialog(window);
  await dialog.choose(PAGE);
  expect(await dialog.titles()).toEqual([FIRST, SECOND]);
  await expect(window.primary).toHaveText('Add 2 articles');

  await test.step('a cut by key, a merge by key', async () => {
    await dialog.line(7).click();
    await app.page.keyboard.press('Enter');
    await expect(dialog.cards).toHaveCount(3);
    await expect(window.primary).toHaveText('Add 3 articles');
    await expect(dialog.cards.nth(1)).toContainText('lines 7–11');
    await dialog.line(7).click();
    await app.page.keyboard.press('Enter');
    await expect(dialog.cards).toHaveCount(2);
  });

  await test.step('a cut and a merge by mouse', async () => {
    await dialog.line(7).hover();
    await dialog.line(7).getByRole('button', { name: 'Start an article here' }).click();
    await expect(dialog.cards).toHaveCount(3);
    await dialog.cards.nth(2).getByRole('button', { name: 'Merge with previous' }).click();
    await expect(dialog.cards).toHaveCount(2);
    await expect(dialog.cards.nth(1)).toContainText('lines 7–19');
    await dialog.root.getByRole('button', { name: 'Undo' }).click();
    await expect(dialog.cards).toHaveCount(3);
    await dialog.root.getByRole('button', { name: 'Undo' }).click();
    await expect(dialog.cards).toHaveCount(2);
    expect(await dialog.titles()).toEqual([FIRST, SECOND]);
  });

  await test.step('left out and taken back', async () => {
    await dialog.cards.nth(0).getByRole('button', { name: 'Leave out' }).click();
    await expect(window.primary).toHaveText('Add 1 article');
    await dialog.cards.nth(0).getByRole('button', { name: 'Take back' }).click();
    await expect(window.primary).toHaveText('Add 2 articles');
  });

  await test.step('another title', async () => {
    await dialog.cards.nth(1).getByRole('textbox').fill('联席会议');
    await dialog.looked();
  });

  await test.step('a mended break is opened again, a paragraph end joined', async () => {
    await expect(dialog.line(7).locator('.break-joined')).toBeVisible();
    await dialog.line(9).locator('.break-joined').click();
    await expect(dialog.line(9).locator('.break-sign')).toHaveText('¶');
    await expect(dialog.cards.nth(0)).toContainText('1 break mended');
    await dialog.line(17).locator('.break-sign').click();
    await expect(dialog.line(17).locator('.break-joined')).toBeVisible();
  });

  await test.step('closing asks first', async () => {
    await app.page.keyboard.press('Escape');
    await expect(dialog.root.getByRole('alert')).toContainText('Nothing has been added yet');
    await dialog.root.getByRole('button', { name: 'Go on' }).click();
  });

  expect(await dialog.add()).toContain('2 articles were added.');
  await expect(app.page.getByRole('row').filter({ hasText: '联席会议' })).toBeVisible();
  const documents = await readDocuments(join(app.machine.projects, '清河.zhupi'));
  expect(documents.map(({ title }) => title)).toEqual([FIRST, '联席会议']);
  expect(documents[0]?.text).toContain('严格落实《粮仓巷保护导则》，9月底前');
  expect(documents[0]?.text).toMatch(/改变街巷\n肌理。$/);
  expect(documents[1]?.text).toContain('签订《流域共治协议》。会议指出');
  expect(documents[1]?.text).not.toContain('\n');
  expect(documents[1]?.meta).toMatchObject({ byline: ['沈望舒', '罗小满'] });
});

test('a page reads the same in every encoding, several files at once, and a bad one among them', async ({ app }) => {
  const window = new AppWindow(app);
  await window.newProject('encodings');
  const bad = join(app.machine.folder, 'bad.txt');
  await writeFile(bad, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1));
  const dialog = new ImportDialog(window);
  await dialog.choose(...ENCODED.map(([name]) => join(FILES, name)), bad);

  for (const [name, found, title] of ENCODED)
    await test.step(name, async () => {
      await dialog.show(name);
      await expect(dialog.encoding.locator('option:checked')).toHaveText(`Found: ${found}`);
      expect(await dialog.titles()).toEqual([title]);
    });
  await dialog.show('bad.txt');
  await expect(dialog.error).toContainText('bad.txt is not text (binary data at byte 4).');
  await expect(dialog.root.locator('.import-file', { hasText: 'bad.txt' })).toContainText('cannot be read');

  await expect(window.primary).toHaveText('Add 5 articles');
  expect(await dialog.add()).toContain('5 articles were added.');
  const documents = await readDocuments(join(app.machine.projects, 'encodings.zhupi'));
  expect(documents.map(({ title, text }) => [title, text.slice(0, 28)])).toEqual(
    ENCODED.map(([, found, title]) => [
      title,
      found === 'Big5'
        ? '本報訊（記者 溫故）3月2日起，區圖書館開放至晚上九點。'
        : '本报讯（记者 温故）3月2日起，区图书馆开放至晚上九点。',
    ]),
  );
  expect(documents[2]?.text).toMatch(/借书证通用。$/);
});

test('a file that was brought in before is recognised, also under another name', async ({ app }) => {
  const window = new AppWindow(app);
  await window.newProject('twice');
  const dialog = new ImportDialog(window);
  await dialog.choose(PAGE);
  expect(await dialog.add()).toContain('2 articles were added.');

  const copy = join(app.machine.folder, 'copy.txt');
  await copyFile(PAGE, copy);
  await dialog.choose(copy, join(FILES, 'library-big5.txt'));
  await expect(dialog.root.locator('.import-file', { hasText: 'copy.txt' })).toContainText('brought in before');
  await dialog.show('copy.txt');
  await expect(dialog.root.locator('.note-info')).toContainText(`“${FIRST}”`);
  await expect(window.primary).toHaveText('Add 1 article');
  await dialog.add();
  await expect(app.page.locator('.table-row[data-index]')).toHaveCount(3);
});
