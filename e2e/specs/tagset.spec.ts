/** The tagset is changed in its editor and by files, and the reading screen follows at once. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect } from '../fixtures/app.ts';
import { CHECKOUT } from '../fixtures/running-host.ts';
import { readDocuments, testOnPages } from '../page-models/project-file.ts';
import { AppWindow } from '../page-models/window.ts';

const PAGE = '　　鹭洲湿地来了白琵鹭\n\n　　本报讯（记者 顾盼）2月7日，鹭洲湿地的巡护员柳未央数到十二只白琵鹭。\n';
const BUILT_IN = join(CHECKOUT, 'resources', 'tagsets', 'news-zh.json');

const test = testOnPages({ 'page.txt': PAGE });

/** The editor of labels. */
class TagsetEditor {
  readonly window: AppWindow;
  readonly panel: Locator;

  constructor(window: AppWindow) {
    this.window = window;
    this.panel = window.page.locator('.label-editor');
  }

  async open(label: string): Promise<void> {
    await this.window.press('3');
    await this.window.page.locator('.label-row').filter({ hasText: label }).first().click();
    await expect(this.panel).toBeVisible();
  }

  async save(): Promise<void> {
    await this.button('Save').click();
    await expect(this.window.page.locator('.toast-good')).toContainText('The tagset is saved.');
    await this.window.page.locator('.toast-good').getByRole('button').click();
    await expect(this.button('Save')).toBeDisabled();
  }

  /** Loads a file of this text. */
  async load(name: string, text: string): Promise<void> {
    const file = join(this.window.app.machine.folder, name);
    await writeFile(file, text);
    await this.window.press('3');
    await this.window.app.chooseFiles([file], () => this.button(/^(Load from file…|从文件载入…)$/).click());
  }

  button(name: string | RegExp): Locator {
    return this.window.page.locator('.tagset-header').getByRole('button', { name, exact: true });
  }
}

test('a label gets another key and colour', async ({ app }) => {
  const window = new AppWindow(app);
  await window.ready();
  const editor = new TagsetEditor(window);
  await editor.open('Person');
  await editor.panel.getByLabel('Key', { exact: true }).fill('o');
  await expect(app.page.locator('.tagset-header').getByRole('status')).toHaveText('1 problem');
  await expect(editor.button('Save')).toBeDisabled();
  await editor.panel.getByLabel('Key', { exact: true }).fill('w');
  await editor.panel.getByRole('radio', { name: 'Colour 5' }).check({ force: true });
  await editor.panel.getByRole('radio', { name: 'wavy' }).check({ force: true });
  await editor.save();

  const reader = await window.read();
  await expect(reader.palette.getByRole('button', { name: 'Person' })).toContainText('w');
  await reader.mark('柳未央', 'p');
  await expect(reader.marks()).toHaveCount(0);
  await reader.mark('柳未央', 'w');
  await expect(reader.marks()).toHaveText([/柳未央.*Person/]);
  const looks = await reader
    .marks()
    .locator('.label-sample')
    .evaluate((sample) => [
      (sample as HTMLElement).style.getPropertyValue('--label-color'),
      getComputedStyle(sample).textDecorationStyle,
    ]);
  expect(looks).toEqual(['var(--hue-5)', 'wavy']);

  await app.restart();
  const again = await new AppWindow(app).read();
  await expect(again.palette.getByRole('button', { name: 'Person' })).toContainText('w');
});

test('a new label is used, and then cannot be removed', async ({ app }) => {
  const window = new AppWindow(app);
  await window.ready();
  const editor = new TagsetEditor(window);
  await window.press('3');
  await app.page.getByRole('button', { name: 'Add an entity label' }).click();
  await editor.panel.getByLabel('English name').fill('Animal');
  await editor.panel.getByLabel('Chinese name').fill('动物');
  await editor.panel.getByLabel('Name in files').fill('AN IMAL');
  await expect(editor.panel.getByRole('alert')).toContainText('without blanks');
  await editor.panel.getByLabel('Name in files').fill('ANIMAL');
  await editor.panel.getByLabel('Key', { exact: true }).fill('a');
  await editor.save();

  const reader = await window.read();
  await reader.mark('白琵鹭', 'a');
  await expect(reader.marks()).toHaveText([/白琵鹭.*Animal/]);
  await reader.saved();
  const [record] = await readDocuments(app.machine.project ?? '');
  expect(record?.entities).toMatchObject([{ id: 'T1', label: 'ANIMAL', text: '白琵鹭' }]);

  await test.step('removal is refused with the reason', async () => {
    await editor.open('Animal');
    await expect(editor.panel.getByRole('button', { name: 'Remove label' })).toBeDisabled();
    await expect(editor.panel).toContainText('1 mark uses this label');
    await expect(editor.panel.getByLabel('Name in files')).toBeDisabled();
  });

  await test.step('also where a file lacks it', async () => {
    await editor.load('news-zh.json', await readFile(BUILT_IN, 'utf8'));
    await editor.button('Save').click();
    await expect(app.page.locator('.note-bad')).toContainText(/(ANIMAL|Animal) is used by 1 mark/);
    await editor.button('Revert').click();
    await expect(app.page.locator('.label-row').filter({ hasText: 'Animal' })).toHaveCount(1);
  });

  await test.step('an unused one is removed', async () => {
    await editor.open('Project');
    await editor.panel.getByRole('button', { name: 'Remove label' }).click();
    await editor.save();
    await expect(app.page.locator('.label-row').filter({ hasText: 'Project' })).toHaveCount(0);
    await window.press('2');
    await expect(reader.palette.getByRole('button', { name: 'Project' })).toHaveCount(0);
    await expect(reader.palette.getByRole('button', { name: 'Animal' })).toHaveCount(1);
  });
});

test.describe('in zh-CN', () => {
  test.use({ appLanguage: 'zh-CN' });

  test('a broken file is not taken, and every finding has its line; a good one is', async ({ app }) => {
    const window = new AppWindow(app);
    await window.ready();
    const editor = new TagsetEditor(window);
    const good = await readFile(BUILT_IN, 'utf8');
    const lines = good.split('\n');
    const findings = app.page.locator('.findings');

    await test.step('rules', async () => {
      const keyLine = lines.findIndex((line) => line.includes('"key": "o"'));
      const fillerLine = lines.findIndex((line, at) => at > 200 && line.includes('"ORG"'));
      const broken = lines.with(keyLine, lines[keyLine]?.replace('"o"', '"p"') ?? '');
      broken[fillerLine] = broken[fillerLine]?.replace('"ORG"', '"GONE"') ?? '';
      await editor.load('broken.json', broken.join('\n'));
      await expect(findings).toContainText('未能采用 broken.json：有 2 处问题。现有标签集保持不变。');
      await expect(findings.locator('tbody tr').nth(0)).toContainText('按键“p”已被另一标签占用。');
      await expect(findings.locator('tbody tr').nth(0).locator('td').first()).toHaveText(String(keyLine + 1));
      await expect(findings.locator('tbody tr').nth(1)).toContainText('没有名为“GONE”的标签。');
      await expect(findings.locator('tbody tr').nth(1).locator('td').first()).toHaveText(String(fillerLine + 1));
      await expect(editor.button('保存')).toBeDisabled();
    });

    await test.step('not JSON', async () => {
      const at = lines.findIndex((line) => line.includes('"label": "PER"'));
      await editor.load('comma.json', lines.with(at, lines[at]?.replace(',', '') ?? '').join('\n'));
      await expect(findings).toContainText('未能采用 comma.json：有 1 处问题。');
      await expect(findings.locator('tbody tr').locator('td').first()).toHaveText(String(at + 2));
      await expect(findings.locator('tbody tr')).toContainText('不是有效的 JSON');
    });

    await test.step('a good one', async () => {
      const other = JSON.parse(good) as { entities: { label: string; title: { zh: string } }[]; title: { zh: string } };
      other.title.zh = '湿地新闻';
      const [person] = other.entities;
      if (person !== undefined) person.title.zh = '巡护人员';
      await editor.load('good.json', JSON.stringify(other, null, 2));
      await expect(findings).toHaveCount(0);
      await expect(app.page.getByRole('heading', { name: '湿地新闻' })).toBeVisible();
      await editor.button('保存').click();
      await expect(app.page.locator('.toast-good')).toContainText('标签集已保存。');
      const reader = await window.read();
      await reader.mark('柳未央', 'p');
      await expect(reader.marks()).toHaveText([/柳未央.*巡护人员/]);
    });
  });
});
