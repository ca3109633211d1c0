/** Every change can be taken back and made again, all the way, over restarts; what was saved outlives a power cut. */
import { expect } from '../fixtures/app.ts';
import { readDocuments, testOnPages } from '../page-models/project-file.ts';
import { AppWindow } from '../page-models/window.ts';

const TITLE = '区林业局检查苗圃越冬防护';
const PAGE = `　　${TITLE}\n\n　　本报讯（记者 云知夏）11月12日，岚溪区林业局局长祝长风到云岭苗圃检查越冬防护工作。祝长风要求，苗圃须严格执行《苗木越冬技术规程》，11月底前完成覆膜。\n`;

const test = testOnPages({ 'page.txt': PAGE });

test('all kinds of changes go back to the beginning and forward again, also over restarts', async ({ app }) => {
  test.setTimeout(90_000);
  const file = app.machine.project ?? '';
  const window = new AppWindow(app);
  const reader = await window.read();
  const before = await readDocuments(file);
  const { inspector } = reader;
  const undo = () => app.page.getByRole('button', { name: 'Undo', exact: true });
  const redo = () => app.page.getByRole('button', { name: 'Redo', exact: true });
  await expect(undo()).toBeDisabled();

  let steps = 0;
  const step = async (change: Promise<unknown>) => {
    await change;
    steps += 1;
    await reader.saved();
  };
  await test.step('marks that nest, overlap and cross', async () => {
    await step(reader.mark('岚溪区林业局', 'o'));
    await step(reader.mark('岚溪区', 'l'));
    await step(reader.mark('林业局局长', 't'));
    await step(reader.mark('岚溪区林业局局长祝长风', 'p'));
    const chips = app.page.locator('.reader-chip');
    await expect(chips).toHaveCount(3);
    expect(await chips.evaluateAll((all) => all.map((chip) => chip.getAttribute('data-label')))).toEqual([
      'Person',
      'Organisation',
      '+2',
    ]);
    await app.page.locator('.article-header').click({ position: { x: 4, y: 4 } });
    await app.page.keyboard.press('Escape');
    await reader.click('岚溪区');
    await expect(inspector.locator('.mark-quote')).toHaveText('岚溪区');
    for (const next of ['岚溪区林业局', '岚溪区林业局局长祝长风', '岚溪区']) {
      await app.page.keyboard.press('Tab');
      await expect(inspector.locator('.mark-quote')).toHaveText(next);
    }
    await reader.click('林业局局长', 0);
    await expect(inspector.locator('.mark-quote')).toHaveText('林业局局长');
  });

  await test.step('a frame with a role, attributes and a note', async () => {
    await step(reader.mark('须严格执行《苗木越冬技术规程》', 'r'));
    await app.page.keyboard.press('4');
    await step(reader.select('《苗木越冬技术规程》'));
    await expect(inspector.locator('.filler')).toHaveText(['《苗木越冬技术规程》']);
    await step(inspector.getByLabel('Force').selectOption({ label: 'must' }));
    await inspector.getByRole('textbox', { name: 'Note…' }).fill('见原报第 2 版');
    await step(inspector.getByRole('textbox', { name: 'Note…' }).blur());
  });

  await test.step('title, labels of the document, status', async () => {
    await app.page.locator('.article-title button').click();
    await app.page.getByRole('textbox', { name: 'Edit the title' }).fill('苗圃越冬');
    await step(app.page.keyboard.press('Enter'));
    await expect(app.page.locator('.article-title')).toHaveText('苗圃越冬');
    await step(app.page.getByRole('button', { name: 'Economy' }).click());
    await step(app.page.getByRole('button', { name: 'Society' }).click());
    await step(app.page.getByRole('combobox', { name: 'Status' }).selectOption('flagged'));
  });

  const after = await readDocuments(file);
  expect(after[0]).toMatchObject({
    title: '苗圃越冬',
    status: 'flagged',
    labels: ['economy', 'society'],
    directives: [
      { label: 'requirement', attributes: { force: 'must' }, note: '见原报第 2 版', arguments: [{ role: 'basis' }] },
    ],
  });
  expect(after[0]?.entities.map(({ label, text }) => `${label} ${text}`)).toEqual([
    'LOC 岚溪区',
    'ORG 岚溪区林业局',
    'PER 岚溪区林业局局长祝长风',
    'TITLE 林业局局长',
    'POLICY 《苗木越冬技术规程》',
  ]);

  await test.step('half back, a restart, the rest back', async () => {
    const half = Math.floor(steps / 2);
    for (let i = 0; i < half; i += 1) await window.press('z');
    await reader.saved();
    await app.restart();
    const again = await new AppWindow(app).read();
    for (let i = half; i < steps; i += 1) {
      await expect(undo()).toBeEnabled();
      await window.press('z');
    }
    await expect(undo()).toBeDisabled();
    await expect(again.marks()).toHaveCount(0);
    await expect(app.page.locator('.article-title')).toHaveText(TITLE);
    await expect(app.page.getByRole('combobox', { name: 'Status' })).toHaveValue('todo');
    await again.saved();
    expect(await readDocuments(file)).toEqual(before);
  });

  await test.step('after a power cut all the way forward', async () => {
    await app.restart('kill');
    const again = await new AppWindow(app).read();
    for (let i = 0; i < steps; i += 1) await window.press('Shift+z');
    await expect(redo()).toBeDisabled();
    await again.saved();
    expect(await readDocuments(file)).toEqual(after);
    await expect(again.inspector.getByRole('tab', { name: 'History' })).toBeVisible();
    await again.inspector.getByRole('tab', { name: 'History' }).click();
    await expect(again.inspector.locator('.history li')).toHaveCount(steps);
  });

  await test.step('another change after going back takes its place', async () => {
    await window.press('z');
    await expect(redo()).toBeEnabled();
    await app.page.getByRole('combobox', { name: 'Status' }).selectOption('done');
    await expect(redo()).toBeDisabled();
    await expect(app.page.locator('.save-state')).toHaveClass(/save-saved/);
    expect((await readDocuments(file))[0]?.status).toBe('done');
  });
});

test('a power cut right after “saved” loses nothing', async ({ app }) => {
  const file = app.machine.project ?? '';
  for (const [text, key] of [
    ['祝长风', 'p'],
    ['云岭苗圃', 'f'],
    ['检查', 'I'],
  ] as const) {
    const reader = await new AppWindow(app).read();
    const count = await reader.marks().count();
    await reader.mark(text, key);
    await expect(reader.marks()).toHaveCount(count + 1);
    await reader.saved();
    await app.restart('kill');
  }
  const reader = await new AppWindow(app).read();
  await expect(reader.marks()).toHaveText([/祝长风/, /云岭苗圃/, /检查/]);
  const [record] = await readDocuments(file);
  expect(record?.entities.map(({ id, text }) => `${id} ${text}`)).toEqual(['T1 祝长风', 'T2 云岭苗圃']);
  expect(record?.events).toMatchObject([{ id: 'E1', trigger: { text: '检查' } }]);
});
