/** A whole article is annotated without the mouse, from the library to the next document. */
import { expect, type Locator } from '@playwright/test';
import { ReaderKeys } from '../page-models/keys.ts';
import { readDocuments, testOnPages } from '../page-models/project-file.ts';
import { AppWindow } from '../page-models/window.ts';

const PAGES = {
  '1.txt':
    '　　区林业局检查苗圃越冬防护\n\n　　本报讯（记者 云知夏）11月12日，岚溪区林业局局长祝长风到云岭苗圃检查越冬防护工作。祝长风要求，苗圃须严格执行《苗木越冬技术规程》，11月底前完成覆膜。\n\n　　云岭苗圃建于二十年前，现有苗木六万株。入冬以来，苗圃职工每天巡查、覆盖。\n',
  '2.txt': '　　岚溪诗会开幕\n\n　　本报讯（记者 云知夏）11月13日，岚溪诗会在听松楼开幕。\n',
};

const FIRST = '区林业局检查苗圃越冬防护';
const SECOND = '岚溪诗会开幕';

const test = testOnPages(PAGES);

test('the caret goes by character, word and line, and Shift stretches the selection', async ({ app }) => {
  const window = new AppWindow(app);
  await window.read();
  const keys = new ReaderKeys(app.page);
  const text = await keys.text();
  const at = (found: string) => text.indexOf(found);
  const caret = async () => (await keys.state()).caret;

  await keys.move('ArrowRight', 3);
  expect(await caret()).toBe(3);
  await keys.move('ArrowLeft');
  expect(await caret()).toBe(2);
  await keys.move('End');
  const lineEnd = await caret();
  expect(lineEnd).toBeGreaterThan(20);
  expect(lineEnd).toBeLessThan(text.indexOf('\n'));
  await keys.move('Home');
  expect(await caret()).toBe(0);
  await keys.move('Control+End');
  expect(await caret()).toBe(text.length);
  await keys.move('Control+Home');
  expect(await caret()).toBe(0);
  await keys.move('ArrowRight', 5);
  await keys.move('ArrowDown');
  expect(await caret()).toBeGreaterThan(lineEnd - 1);
  await keys.move('ArrowUp');
  expect(await caret()).toBe(5);

  await test.step('by word, over punctuation', async () => {
    await keys.goTo(at('巡查、覆盖'));
    await keys.move('Control+ArrowRight');
    expect(await caret()).toBe(at('巡查、覆盖') + 2);
    await keys.move('Control+ArrowRight');
    expect(await caret()).toBe(at('巡查、覆盖') + 5);
    await keys.move('Control+ArrowLeft');
    expect(await caret()).toBe(at('覆盖'));
  });

  await test.step('with Shift', async () => {
    await keys.goTo(at('巡查、覆盖'));
    await keys.move('Control+Shift+ArrowRight', 2);
    expect(await keys.selected()).toBe('巡查、覆盖');
    await expect(window.reader.palette.getByRole('status')).toContainText('5 characters selected');
    await keys.move('Shift+ArrowLeft', 3);
    expect(await keys.selected()).toBe('巡查');
    await keys.move('Escape');
    await expect(window.reader.palette.getByRole('status')).toContainText('Select text');
    await keys.goTo(at('云岭苗圃建于'));
    await keys.move('Shift+Control+End');
    expect(await keys.selected()).toBe(text.slice(at('云岭苗圃建于')));
    await keys.move('Control+a');
    expect(await keys.selected()).toBe(text);
    await keys.move('Control+Home');
    await keys.move('Shift+End');
    expect(await keys.selected()).toBe(text.slice(0, lineEnd));
  });
});

test('a whole article is annotated by keys, and every mark is exactly where it was put', async ({ app }) => {
  test.setTimeout(90_000);
  const window = new AppWindow(app);
  await window.ready();
  await window.press('2');
  const { reader } = window;
  await expect(reader.article).toContainText('云岭苗圃');
  const keys = new ReaderKeys(app.page);
  const quote = reader.inspector.locator('.mark-quote');
  const mark = async (text: string, key: string, nth = 0) => {
    await keys.select(text, nth);
    await keys.press(key);
  };

  await test.step('entities, nested ones too', async () => {
    await mark('11月12日', 'm');
    await mark('岚溪区', 'l');
    await mark('岚溪区林业局', 'o');
    await mark('局长', 't');
    await mark('祝长风', 'p');
    await mark('云岭苗圃', 'f');
    await mark('苗圃', 'o', 1);
    await mark('《苗木越冬技术规程》', 'y');
    await mark('11月底前', 'm');
    await expect(reader.marks()).toHaveText([
      '文11月12日Time',
      '文岚溪区林业局Organisation',
      '文岚溪区Place',
      '文局长Post',
      '文祝长风Person',
      '文云岭苗圃Facility',
      '文苗圃Organisation',
      '文《苗木越冬技术规程》Policy',
      '文11月底前Time',
    ]);
  });

  await test.step('an event of four roles in five keys beyond its selections', async () => {
    keys.strokes = 0;
    await mark('检查', 'I');
    await keys.select('祝长风');
    await keys.press('1');
    await keys.select('云岭苗圃');
    await keys.press('3');
    await keys.select('越冬防护工作');
    await keys.press('5');
    await expect(reader.palette.getByRole('status')).toContainText('“Topic” takes several labels');
    await keys.press('x');
    expect(keys.strokes).toBeLessThanOrEqual(8);
    expect(keys.strokes).toBe(5);
    await expect(fillers(reader.inspector)).toHaveText(['祝长风', '云岭苗圃', '越冬防护工作']);
  });

  await test.step('a role is filled by pointing with the caret', async () => {
    await keys.press('4');
    await expect(reader.palette.getByRole('status')).toContainText('“Time”');
    await keys.goInto('11月12日');
    await keys.press('Space');
    await expect(fillers(reader.inspector)).toHaveText(['祝长风', '云岭苗圃', '11月12日', '越冬防护工作']);
  });

  await test.step('a directive with issuer, addressee, basis and deadline', async () => {
    keys.strokes = 0;
    await mark('须严格执行《苗木越冬技术规程》，11月底前完成覆膜', 'r');
    for (const [text, digit, nth] of [
      ['祝长风', '1', 1],
      ['苗圃', '2', 1],
      ['《苗木越冬技术规程》', '4', 0],
      ['11月底前', '5', 0],
    ] as const) {
      await keys.select(text, nth);
      await keys.press(digit);
      if (digit === '1') await keys.press('p');
    }
    expect(keys.strokes).toBe(6);
    await expect(fillers(reader.inspector)).toHaveText(['祝长风', '苗圃', '《苗木越冬技术规程》', '11月底前']);
  });

  await test.step('a note', async () => {
    await keys.press('Alt+n');
    await app.page.keyboard.type('核对原报');
    await keys.press('Control+Enter');
    await expect(reader.inspector.locator('textarea')).toHaveValue('核对原报');
    await reader.saved();
  });

  await test.step('done, next', async () => {
    await keys.press('Control+Enter');
    await expect(app.page.locator('.article-title')).toHaveText(SECOND);
    await expect(quote).toHaveCount(0);
    await keys.select('听松楼');
    await keys.press('f');
    await expect(reader.marks()).toHaveText(['文听松楼Facility']);
    await reader.saved();
  });

  const [first, second] = await readDocuments(app.machine.project ?? '');
  expect(first?.title).toBe(FIRST);
  expect(first?.status).toBe('done');
  expect(first?.entities.map(({ id, label, text, start }) => `${id} ${label} ${text} ${start}`)).toEqual(
    [
      ['T1', 'TIME', '11月12日', 0],
      ['T2', 'LOC', '岚溪区', 0],
      ['T3', 'ORG', '岚溪区林业局', 0],
      ['T4', 'TITLE', '局长', 0],
      ['T5', 'PER', '祝长风', 0],
      ['T6', 'FAC', '云岭苗圃', 0],
      ['T10', 'TEXT', '越冬防护工作', 0],
      ['T11', 'PER', '祝长风', 1],
      ['T7', 'ORG', '苗圃', 1],
      ['T8', 'POLICY', '《苗木越冬技术规程》', 0],
      ['T9', 'TIME', '11月底前', 0],
    ].map(
      ([id, label, text, nth]) => `${id} ${label} ${text} ${placeOf(first?.text ?? '', String(text), Number(nth))}`,
    ),
  );
  expect(first?.events).toMatchObject([
    {
      id: 'E1',
      label: 'Inspection',
      trigger: { text: '检查' },
      arguments: [
        { role: 'agent', target: 'T5' },
        { role: 'place', target: 'T6' },
        { role: 'time', target: 'T1' },
        { role: 'topic', target: 'T10' },
      ],
    },
  ]);
  expect(first?.directives).toMatchObject([
    {
      id: 'D1',
      label: 'requirement',
      text: '须严格执行《苗木越冬技术规程》，11月底前完成覆膜',
      note: '核对原报',
      arguments: [
        { role: 'addressee', target: 'T7' },
        { role: 'basis', target: 'T8' },
        { role: 'deadline', target: 'T9' },
        { role: 'issuer', target: 'T11' },
      ],
    },
  ]);
  expect(second?.status).toBe('in_progress');
  expect(second?.entities.map(({ label, text }) => `${label} ${text}`)).toEqual(['FAC 听松楼']);
});

test('a role that waits is filled by the whole selection, not by its first character', async ({ app }) => {
  const window = new AppWindow(app);
  const reader = await window.read();
  const keys = new ReaderKeys(app.page);
  await keys.select('检查');
  await keys.press('I', '4');
  await keys.select('11月12日');
  await expect(fillers(reader.inspector)).toHaveText(['11月12日']);
  await expect(reader.marks()).toHaveText([/11月12日/, /检查/]);
});

test('marks are walked through, changed, moved and taken back by keys', async ({ app }) => {
  const window = new AppWindow(app);
  const reader = await window.read();
  const keys = new ReaderKeys(app.page);
  const quote = reader.inspector.locator('.mark-quote');
  const label = reader.inspector.locator('.mark-label');
  for (const [text, key] of [
    ['岚溪区', 'l'],
    ['岚溪区林业局', 'o'],
    ['祝长风', 'p'],
    ['云岭苗圃', 'f'],
  ] as const) {
    await keys.select(text);
    await keys.press(key);
  }

  await test.step('next, previous, around the end', async () => {
    await expect(quote).toHaveText('云岭苗圃');
    for (const expected of ['岚溪区林业局', '岚溪区', '祝长风']) {
      await keys.press('.');
      await expect(quote).toHaveText(expected);
    }
    await keys.press(',');
    await expect(quote).toHaveText('岚溪区');
  });

  await test.step('edges', async () => {
    await keys.press(']');
    await expect(quote).toHaveText('岚溪区林');
    await keys.press('[', '[');
    await expect(quote).toHaveText('岚溪');
    await keys.press('{');
    await expect(quote).toHaveText('，岚溪');
    await keys.press('}', '}');
    await expect(quote).toHaveText('溪');
    await keys.press('{', ']');
    await expect(quote).toHaveText('岚溪区');
  });

  await test.step('another label: by its key, and by its name', async () => {
    await keys.press('f');
    await expect(label).toHaveValue('FAC');
    await keys.press('Enter');
    await expect(reader.palette.getByRole('searchbox')).toBeFocused();
    await app.page.keyboard.type('地点');
    await keys.press('Enter');
    await expect(label).toHaveValue('LOC');
  });

  await test.step('the mark beneath', async () => {
    await keys.press('Escape');
    await expect(quote).toHaveCount(0);
    await app.page.locator('.reader').focus();
    await keys.goInto('岚溪区林业局');
    await keys.goInto('岚溪区');
    await keys.press('Space');
    await expect(quote).toHaveText('岚溪区');
    await keys.press('Tab');
    await expect(quote).toHaveText('岚溪区林业局');
    await keys.press('Tab');
    await expect(quote).toHaveText('岚溪区');
  });

  await test.step('delete, undo, redo', async () => {
    await keys.press('Delete');
    await expect(reader.marks()).toHaveText([/岚溪区林业局/, /祝长风/, /云岭苗圃/]);
    await reader.saved();
    await keys.press('Control+z');
    await expect(reader.marks()).toHaveText([/岚溪区林业局/, /岚溪区/, /祝长风/, /云岭苗圃/]);
    await keys.press('Control+Shift+z');
    await expect(reader.marks()).toHaveText([/岚溪区林业局/, /祝长风/, /云岭苗圃/]);
    await keys.press('Control+z');
    await expect(reader.marks()).toHaveCount(4);
    await keys.press('Control+y');
    await expect(reader.marks()).toHaveCount(3);
  });

  await test.step('a second piece of a mark', async () => {
    await keys.press('.');
    await expect(quote).toHaveText('岚溪区林业局');
    await keys.select('苗圃');
    await keys.press('+');
    await expect(quote).toHaveText(/岚溪区林业局.*苗圃/);
    await reader.saved();
  });
  const [first] = await readDocuments(app.machine.project ?? '');
  expect(first?.entities).toMatchObject([
    {
      label: 'ORG',
      text: expect.stringMatching(/岚溪区林业局.*苗圃/),
      fragments: [
        [18, 24],
        [32, 34],
      ],
    },
    { label: 'PER', text: '祝长风' },
    { label: 'FAC', text: '云岭苗圃' },
  ]);
});

test('the palette and the sheet of shortcuts', async ({ app }) => {
  const window = new AppWindow(app);
  const reader = await window.read();
  const keys = new ReaderKeys(app.page);

  await keys.press('Control+k');
  await expect(window.dialog.getByRole('combobox')).toBeFocused();
  await app.page.keyboard.type('文库');
  await expect(window.dialog.getByRole('option').first()).toContainText('Library');
  await keys.press('Enter');
  await expect(app.page.getByRole('grid')).toBeVisible();
  await expect(window.dialog).toHaveCount(0);

  await keys.press('Control+k');
  await app.page.keyboard.type('诗会');
  const found = window.dialog.getByRole('option').filter({ hasText: SECOND });
  await expect(found).toBeVisible();
  while ((await found.getAttribute('aria-selected')) !== 'true') await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect(app.page.locator('.article-title')).toHaveText(SECOND);

  await keys.press('?');
  await expect(window.dialog.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expect(window.dialog.getByText('Person', { exact: true })).toBeVisible();
  await expect(window.dialog.locator('dt', { hasText: 'Done, next document' }).locator('xpath=../dd')).toHaveText(
    'Ctrl+↵',
  );
  await keys.press('Escape');
  await expect(window.dialog).toHaveCount(0);

  await test.step('the text has the keys again', async () => {
    await keys.select('听松楼');
    await keys.press('f');
    await expect(reader.marks()).toHaveText([/听松楼/]);
  });
  await keys.press('Alt+ArrowUp');
  await expect(app.page.locator('.article-title')).toHaveText(FIRST);
  await keys.press('Alt+ArrowDown');
  await expect(app.page.locator('.article-title')).toHaveText(SECOND);
});

/** The fillers of the selected frame, in the order of its roles. */
function fillers(inspector: Locator): Locator {
  return inspector.locator('.filler');
}

/** The code point offset of the n-th occurrence; the texts of this spec have no character beyond one UTF-16 unit. */
function placeOf(text: string, wanted: string, nth: number): number {
  let at = text.indexOf(wanted);
  for (let i = 0; i < nth; i += 1) at = text.indexOf(wanted, at + 1);
  return at;
}
