/** Every screen in both languages and themes: accessible, named, inside a small window, in one language. */
import { expect, test } from '../fixtures/app.ts';
import { expectAccessible, expectInside, expectNamed, expectOneLanguage } from '../page-models/screen-checks.ts';
import { openMarked, SCREENS } from '../page-models/screens.ts';
import { AppWindow } from '../page-models/window.ts';

/** Every screen gets all of axe's rules in each language once, and the contrast of its colours in both themes. */
const COMBINATIONS = [
  { language: 'zh-CN', whole: 'light', contrast: 'dark' },
  { language: 'en', whole: 'dark', contrast: 'light' },
] as const;

for (const { language, whole, contrast } of COMBINATIONS)
  test.describe(`in ${language}`, () => {
    test.use({ appLanguage: language });

    test('every screen is accessible, named and in one language', async ({ app }) => {
      test.setTimeout(180_000);
      const window = new AppWindow(app);
      await window.ready();
      // Colours in the middle of a change are nobody's colours.
      const show = async (theme: 'light' | 'dark') => {
        await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await expect(app.page.locator('html')).toHaveAttribute('data-theme', theme);
      };
      for (const screen of SCREENS) {
        await show(whole);
        await screen.open(window);
        await expectNamed(app.page, screen.name);
        await expectOneLanguage(app.page, language, screen.name);
        await expectAccessible(app.page, `${screen.name}, ${whole}`);
        await show(contrast);
        await expectAccessible(app.page, `${screen.name}, ${contrast}`, ['color-contrast']);
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
    await window.press('Alt+l');
    await expect(app.page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await expectOneLanguage(app.page, 'zh-CN', screen.name);
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
    await window.dialog.getByRole('group', { name: 'Theme' }).getByText('as the system').click();
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
  await window.dialog.getByText('sans (Hei)').click();
  await app.page.keyboard.press('Escape');
  const after = await face();
  expect(Number.parseFloat(after.fontSize)).toBe(Number.parseFloat(before.fontSize) + 1);
  expect(after.fontFamily).not.toBe(before.fontFamily);
});
