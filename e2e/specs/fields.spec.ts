/** Typing in the inspector: drafts are never lost, and undo there undoes the typing. */
import { join } from 'node:path';
import { expect, test } from '../fixtures/app.ts';
import { AppWindow, FILES } from '../page-models/window.ts';

test('a note that is being typed is kept by every way of leaving it, and its undo is its own', async ({ app }) => {
  const window = new AppWindow(app);
  await window.newProject('notes');
  await window.chooseToBringIn(join(FILES, 'qinghe-page.txt'));
  await window.addAll();
  const reader = await window.read();
  await reader.mark('陆鸣远', 'p');
  await reader.saved();
  const note = reader.inspector.getByPlaceholder('Note…');

  await test.step('undo in the field undoes the typing, not the mark', async () => {
    await note.click();
    await app.page.keyboard.type('to be checked');
    await window.press('z');
    await expect(note).not.toHaveValue('to be checked');
    await expect(reader.marks()).toHaveCount(1);
    await note.fill('to be checked');
  });

  await test.step('the next document does not take the draft away', async () => {
    await app.page.keyboard.press('Alt+ArrowDown');
    await expect(app.page.locator('.article-title')).toHaveText('临河-清河流域治理联席会议召开');
    await app.page.keyboard.press('Alt+ArrowUp');
    await expect(reader.marks()).toHaveCount(1);
    await reader.marks().first().click();
    await expect(note).toHaveValue('to be checked');
  });

  await test.step('an undone note is gone from the field too, and does not come back', async () => {
    await app.page.locator('.reader').focus();
    await window.press('z');
    await expect(note).toHaveValue('');
    await note.click();
    await app.page.locator('.reader').focus();
    await reader.saved();
    await expect(note).toHaveValue('');
  });
});
