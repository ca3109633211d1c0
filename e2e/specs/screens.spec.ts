/** Every screen in both languages and themes: accessible, named, inside a small window, in one language. */
import { expect, test } from '../fixtures/app.ts';
import {
  expectAccessible,
  expectInside,
  expectNamed,
  expectOneLanguage,
  visibleTexts,
} from '../page-models/screen-checks.ts';
import { openMarked, SCREENS } from '../page-models/screens.ts';
import { AppWindow } from '../page-models/window.ts';

for (const language of ['zh-CN', 'en'] as const)
  test.describe(`in ${language}`, () => {
    test.use({ appLanguage: language });

    test('every screen is accessible, named and in one language', async ({ app }) => {
      test.setTimeout(120_000);
      const window = new AppWindow(app);
      await window.ready();
      for (const screen of SCREENS) {
        await screen.open(window);
        await expectNamed(app.page, screen.name);
        await expectOneLanguage(app.page, language, screen.name);
        for (const theme of ['light', 'dark'] as const) {
          await app.page.emulateMedia({ colorScheme: theme });
          await expect(app.page.locator('html')).toHaveAttribute('data-theme', theme);
          await expectAccessible(app.page, `${screen.name}, ${theme}`);
        }
      }
    });

    test('no screen leaves a window of 900 × 600', async ({ app }) => {
      const window = new AppWindow(app);
      await window.ready();
      await app.page.setViewportSize({ width: 900, height: 600 });
      for (const screen of SCREENS) {
        await screen.open(window);
        await expectInside(app.page, screen.name);
      }
    });
  });

test('the language changes at once on every screen, and is kept', async ({ app }) => {
  const window = new AppWindow(app);
  await window.ready();
  for (const screen of SCREENS.filter(({ name }) => ['library', 'read', 'tagset'].includes(name))) {
    await screen.open(window);
    const english = await visibleTexts(app.page);
    await window.press('Alt+l');
    await expect(app.page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expectOneLanguage(app.page, 'zh-CN', screen.name);
    const chinese = await visibleTexts(app.page);
    const same = chinese.filter((text) => english.includes(text) && /[a-z]{3,}/i.test(text));
    expect(
      same.filter((text) => !/Ctrl|Sample|Zhupi|\.txt/.test(text)),
      screen.name,
    ).toEqual([]);
    await window.press('Alt+l');
    await expect(app.page.locator('html')).toHaveAttribute('lang', 'en');
  }
  await app.page.getByRole('button', { name: '中文' }).click();
  await expect(app.page.getByRole('button', { name: '设置' })).toBeVisible();
  await app.restart();
  await expect(app.page.getByRole('button', { name: '设置' })).toBeVisible();
});

test('the theme changes at once, and is kept', async ({ app }) => {
  const window = new AppWindow(app);
  await window.ready();
  const html = () => app.page.locator('html');
  await expect(html()).toHaveAttribute('data-theme', 'light');
  await app.page.getByRole('button', { name: 'Switch light and dark' }).click();
  await expect(html()).toHaveAttribute('data-theme', 'dark');
  await app.restart();
  await expect(html()).toHaveAttribute('data-theme', 'dark');
  await window.press('Alt+t');
  await expect(html()).toHaveAttribute('data-theme', 'light');

  await test.step('and follows the system where the person wants that', async () => {
    await window.press(',');
    await window.dialog
      .getByRole('radiogroup', { name: 'Theme' })
      .or(window.dialog.getByRole('group', { name: 'Theme' }))
      .getByText('Follow system')
      .click();
    await app.page.emulateMedia({ colorScheme: 'dark' });
    await expect(html()).toHaveAttribute('data-theme', 'dark');
  });
});

test('settings of the text show in the article at once', async ({ app }) => {
  const window = new AppWindow(app);
  await openMarked(window, 'event', 0);
  const face = () =>
    app.page.locator('.reader-article').evaluate((article) => {
      const { fontSize, fontFamily } = getComputedStyle(article);
      return { fontSize, fontFamily };
    });
  const before = await face();
  await window.press('=');
  await window.press(',');
  await window.dialog.getByText('Sans', { exact: false }).first().click();
  await app.page.keyboard.press('Escape');
  const after = await face();
  expect(Number.parseFloat(after.fontSize)).toBe(Number.parseFloat(before.fontSize) + 1);
  expect(after.fontFamily).not.toBe(before.fontFamily);
});
