/** Every screen and dialog of the app, each with the way to it from anywhere. For specs about all of them, and for screenshots. */
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type AppWindow, FILES } from './window.ts';

/** A screen or dialog as it is to be looked at. */
export interface Screen {
  readonly name: string;
  /** Shows it with something in it; the sample project is open. */
  open(window: AppWindow): Promise<void>;
}

/** A fully marked article of the sample project, with a directive that has its roles filled. */
const MARKED = '屈致远来望溪检查';

/** Shows a fully marked article of the sample; the n-th mark (from 0) of a layer is selected. */
export async function openMarked(window: AppWindow, layer: 'event' | 'directive', nth: number): Promise<void> {
  await closeDialogs(window);
  await window.press('1');
  await window.page.getByRole('row').filter({ hasText: MARKED }).click();
  const { inspector, article } = window.reader;
  await expect(article.locator('article')).toBeVisible();
  const layers = inspector.locator('.segments button');
  await layers.nth(layer === 'event' ? 2 : 3).click();
  await inspector.locator('.mark-row').nth(nth).click();
  await layers.first().click();
  await expect(inspector.locator('.slots')).toBeVisible();
}

async function closeDialogs(window: AppWindow): Promise<void> {
  if ((await window.dialog.count()) > 0) await window.page.keyboard.press('Escape');
  await expect(window.dialog).toHaveCount(0);
}

/** Opens a dialog by a key and waits for something in it. */
function dialog(name: string, keys: string, content: string): Screen {
  return {
    name,
    async open(window) {
      await closeDialogs(window);
      await window.page.keyboard.press(keys);
      await expect(window.dialog.locator(content).first()).toBeVisible();
    },
  };
}

/** The start page comes last: it closes the project. */
export const SCREENS: readonly Screen[] = [
  {
    name: 'library',
    async open(window) {
      await closeDialogs(window);
      await window.press('1');
      await expect(window.page.locator('.table-row[data-index="0"]')).toBeVisible();
    },
  },
  { name: 'read', open: (window) => openMarked(window, 'directive', 0) },
  {
    name: 'tagset',
    async open(window) {
      await closeDialogs(window);
      await window.press('3');
      await window.page.locator('.label-section').nth(2).locator('.label-row').first().click();
      await expect(window.page.locator('.label-editor .folds').first()).toBeVisible();
    },
  },
  {
    name: 'import',
    async open(window) {
      await closeDialogs(window);
      await window.chooseToBringIn(join(FILES, 'qinghe-page.txt'));
    },
  },
  dialog('export', 'ControlOrMeta+e', '.record pre'),
  dialog('settings', 'ControlOrMeta+,', '.settings'),
  dialog('shortcuts', 'F1', '.shortcuts'),
  dialog('palette', 'ControlOrMeta+k', '.command-palette-entry'),
  {
    name: 'about',
    async open(window) {
      await closeDialogs(window);
      await window.press('k');
      await window.dialog.locator('input').fill('about');
      await window.page.keyboard.press('Enter');
      await expect(window.dialog.locator('.about')).toBeVisible();
    },
  },
  {
    name: 'start',
    async open(window) {
      await closeDialogs(window);
      await window.press('Shift+W');
      await expect(window.page.locator('.start')).toBeVisible();
    },
  },
];
