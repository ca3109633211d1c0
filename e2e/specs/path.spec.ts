/** The main path: a page comes in, is marked by mouse and keys, goes out, and comes back the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { type App, expect, test } from '../fixtures/app.ts';
import { AppWindow, FILES } from '../page-models/window.ts';

interface Mark {
  readonly id: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Frame {
  readonly id: string;
  readonly label: string;
  readonly trigger?: { readonly text: string };
  readonly text?: string;
  readonly arguments: readonly { readonly role: string; readonly target: string }[];
}

interface Record {
  readonly title: string;
  readonly text: string;
  readonly status: string;
  readonly meta: { readonly byline: readonly string[] };
  readonly entities: readonly Mark[];
  readonly events: readonly Frame[];
  readonly directives: readonly Frame[];
}

test.use({ appLanguage: 'zh-CN' });

test('a newspaper page becomes a labelled corpus and comes back the same', async ({ app }) => {
  const window = new AppWindow(app);
  await window.newProject('清河');
  await window.chooseToBringIn(join(FILES, 'qinghe-page.txt'));
  await expect(window.primary).toHaveText('添加 2 篇文章');
  await window.addAll();
  const reader = await window.read();
  expect(await reader.title()).toBe('区领导调研粮仓巷修缮工程 强调留住老城记忆');
  await expect(reader.article).toContainText('严格落实《粮仓巷保护导则》');
  await expect(reader.article).toContainText('改变街巷肌理。');

  await test.step('entities by a key each', async () => {
    await reader.mark('6月8日', 'm');
    await reader.mark('清河区委书记', 't');
    await reader.mark('清河', 'l');
    await reader.mark('陆鸣远', 'p');
    await reader.mark('《粮仓巷保护导则》', 'y');
    await reader.mark('9月底前', 'm');
    await reader.mark('区住建局', 'o');
    await expect(reader.marks()).toHaveCount(7);
  });

  await test.step('an event of three roles takes eight keys and clicks at the most, beyond its selection', async () => {
    let gestures = 0;
    const key = async (name: string) => {
      gestures += 1;
      await app.page.keyboard.press(name);
    };
    const click = async (text: string) => {
      gestures += 1;
      await reader.click(text);
    };
    await reader.select('调研');
    gestures += 1;
    await key('I');
    await key('1');
    await click('陆鸣远');
    await key('4');
    await click('6月8日');
    await reader.select('老街修缮工程');
    gestures += 1;
    await key('5');
    await expect(reader.palette).toContainText('请按所需标签的按键');
    await key('x');
    expect(gestures).toBeLessThanOrEqual(9);
    await expect(reader.inspector.locator('.filler')).toHaveText(['陆鸣远', '6月8日', '老街修缮工程']);
  });

  await test.step('a directive with issuer, basis, deadline and force', async () => {
    await reader.mark('严格落实《粮仓巷保护导则》，9月底前完成主体修缮', 'r');
    for (const [slot, text] of [
      ['1', '陆鸣远'],
      ['4', '《粮仓巷保护导则》'],
      ['5', '9月底前'],
    ] as const) {
      await app.page.keyboard.press(slot);
      await reader.click(text);
    }
    await reader.inspector.getByLabel('约束力').selectOption({ label: '必须' });
    await expect(reader.inspector.locator('.filler')).toHaveText(['陆鸣远', '《粮仓巷保护导则》', '9月底前']);
  });

  await test.step('a filler that the tagset does not allow is refused with the reason', async () => {
    await app.page.locator('.article-header').click({ position: { x: 4, y: 4 } });
    await app.page.keyboard.press('1');
    await reader.click('9月底前');
    await expect(reader.palette.getByRole('status')).toContainText(
      '“发令者”只接受 人物、机构、会议、讲话表态，不接受 时间',
    );
    await app.page.keyboard.press('Escape');
  });

  await test.step('undo and redo, also after a restart', async () => {
    await reader.saved();
    const before = await reader.marks().allInnerTexts();
    for (let i = 0; i < 3; i += 1) await window.press('z');
    await reader.saved();
    for (let i = 0; i < 3; i += 1) await window.press('Shift+z');
    await expect(reader.marks()).toHaveText(before.map((text) => new RegExp(text.split('\n')[0] ?? '')));
    await reader.saved();
    await app.restart();
    const again = await new AppWindow(app).read();
    await expect(again.marks()).toHaveCount(before.length);
    await window.press('z');
    await again.saved();
    await window.press('Shift+z');
    await again.saved();
  });

  await test.step('done, next', async () => {
    await window.press('Enter');
    await expect(app.page.locator('.article-title')).toHaveText('临河-清河流域治理联席会议召开');
    await window.press('1');
    await expect(app.page.getByRole('row').filter({ hasText: '粮仓巷' })).toContainText(/已完成|done/i, {
      useInnerText: false,
    });
  });

  const first = await exported(window, 'first');
  const [record] = first.records;
  if (record === undefined) throw new Error('nothing was exported');
  expect(first.records).toHaveLength(2);
  expect(record.status).toBe('done');
  expect(record.meta.byline).toEqual(['沈望舒']);
  for (const mark of record.entities) expect([...record.text].slice(mark.start, mark.end).join('')).toBe(mark.text);
  expect(record.entities.map((mark) => `${mark.label} ${mark.text}`)).toEqual([
    'TIME 6月8日',
    'LOC 清河',
    'TITLE 清河区委书记',
    'PER 陆鸣远',
    'TEXT 老街修缮工程',
    'POLICY 《粮仓巷保护导则》',
    'TIME 9月底前',
    'ORG 区住建局',
  ]);
  const idOf = (text: string) => record.entities.find((mark) => mark.text === text)?.id;
  expect(record.events).toMatchObject([
    {
      id: 'E1',
      label: 'Inspection',
      trigger: { text: '调研' },
      arguments: [
        { role: 'agent', target: idOf('陆鸣远') },
        { role: 'time', target: idOf('6月8日') },
        { role: 'topic', target: idOf('老街修缮工程') },
      ],
    },
  ]);
  expect(record.directives).toMatchObject([
    {
      id: 'D1',
      label: 'requirement',
      text: '严格落实《粮仓巷保护导则》，9月底前完成主体修缮',
      attributes: { force: 'must' },
      arguments: [
        { role: 'basis', target: idOf('《粮仓巷保护导则》') },
        { role: 'deadline', target: idOf('9月底前') },
        { role: 'issuer', target: idOf('陆鸣远') },
      ],
    },
  ]);

  await window.newProject('副本');
  await window.chooseToBringIn(join(app.machine.folder, 'first', 'corpus.jsonl'));
  await window.addAll();
  const second = await exported(window, 'second');
  expect(second.corpus).toBe(first.corpus);
});

/** Exports the whole project and unpacks it into a folder of the machine. */
async function exported(window: AppWindow, name: string): Promise<{ corpus: string; records: readonly Record[] }> {
  const { app } = window;
  const corpus = await takeAway(app, window, name);
  return {
    corpus,
    records: corpus
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record),
  };
}

async function takeAway(app: App, window: AppWindow, name: string): Promise<string> {
  const { mkdirSync, writeFileSync } = await import('node:fs');
  const folder = join(app.machine.folder, name);
  mkdirSync(folder);
  if (app.host !== 'browser') {
    await window.exportTo(join(folder, 'corpus.jsonl'));
    return readFileSync(join(folder, 'corpus.jsonl'), 'utf8');
  }
  const zip = join(folder, 'corpus.zip');
  await window.exportTo(zip);
  const files = unzipSync(readFileSync(zip));
  const entry = Object.keys(files).find(
    (file) => /^[^/]*\.jsonl$/.test(file.split('/').at(-1) ?? '') && !file.includes('authority'),
  );
  if (entry === undefined) throw new Error(`no corpus in ${Object.keys(files).join(', ')}`);
  const corpus = strFromU8(files[entry] ?? new Uint8Array());
  writeFileSync(join(folder, 'corpus.jsonl'), corpus);
  return corpus;
}
