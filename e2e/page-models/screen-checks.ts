/** What must hold on every screen: accessible, inside the window, every control named, all of its words in one language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { CHECKOUT } from '../fixtures/running-host.ts';

/** Latin words that stand on a Chinese screen on purpose: encodings, formats, keys, units, the app's own name. */
const LATIN_ON_PURPOSE = [
  'Zhupi English MIT JSON JSONL Sample Ctrl Alt Shift Esc Del Tab',
  'UTF GB GBK Big Python JavaScript Java Rust SHA px Switch to',
].flatMap((line) => line.split(' '));

/** Label and role names of the built-in tagset: they stand in tooltips and menus in every language. */
const CODES = readFileSync(join(CHECKOUT, 'resources', 'tagsets', 'news-zh.json'), 'utf8').matchAll(
  /"(?:label|name)": "([^"]+)"/g,
);

const KNOWN_WORDS = new Set([...LATIN_ON_PURPOSE, ...[...CODES].flatMap(([, code]) => (code ?? '').split(/[-_]/))]);

/** File names and paths. */
const FILE_NAME = /^\/.*\.zhupi$|[^\s：]*\.(txt|zhupi|jsonl|ndjson|json)\b/g;

/** Runs axe on what is shown, all of its rules or only some. Nothing may be found. */
export async function expectAccessible(page: Page, where: string, rules: readonly string[] = []): Promise<void> {
  // Axe's other way opens a second page, which a desktop app does not allow; there are no frames that would need it.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules.length === 0 ? builder : builder.withRules([...rules])).analyze();
  const found = violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${impact} ${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
  expect.soft(found, `axe on ${where}`).toEqual([]);
}

/** Nothing scrolls sideways, and no visible part of the frame or of the open dialog sticks out of the window. */
export async function expectInside(page: Page, where: string): Promise<void> {
  const outside = await page.evaluate(() => {
    const { clientWidth: width, clientHeight: height, scrollWidth } = document.documentElement;
    const found = scrollWidth > width ? [`the page is ${scrollWidth} wide in a window of ${width}`] : [];
    const top = document.querySelector('dialog[open]') ?? document.body;
    const clips = new Map<Element, DOMRect>();
    const scrollerOf = (element: Element): Element | null => {
      for (let up = element.parentElement; up !== null; up = up.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(up);
        if ([overflowX, overflowY].some((value) => value === 'auto' || value === 'scroll')) return up;
      }
      return null;
    };
    for (const element of top.querySelectorAll('button, input, select, textarea, h1, h2, a, summary, [role=tab]')) {
      if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
      if (element.matches('.visually-hidden, .visually-hidden *, .skip-link')) continue;
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      const scroller = scrollerOf(element);
      const limit = scroller === null ? null : (clips.get(scroller) ?? scroller.getBoundingClientRect());
      if (scroller !== null && limit !== null) clips.set(scroller, limit);
      const name = `${element.tagName} “${(element.textContent ?? '').trim().slice(0, 30)}” .${element.className}`;
      // Inside a scroller a part may lie below, but never beside what can be scrolled to.
      const right = limit === null ? width : Math.min(width, limit.right);
      const isSideScroller =
        scroller !== null &&
        getComputedStyle(scroller).overflowX === 'auto' &&
        scroller.scrollWidth > scroller.clientWidth + 1;
      if (isSideScroller && scroller.scrollHeight > scroller.clientHeight + 1)
        found.push(`${name} is in a part that scrolls both ways: .${scroller.className}`);
      if (box.left < -1 || (box.right > right + 1 && !isSideScroller))
        found.push(`${name} ends at ${box.right} of ${right}`);
      if (limit === null && (box.top < -1 || box.bottom > height + 1))
        found.push(`${name} reaches ${box.bottom} of ${height}`);
    }
    return [...new Set(found)];
  });
  expect.soft(outside, `outside of the window on ${where}`).toEqual([]);
}

/** Every control has a name that a screen reader can say. */
export async function expectNamed(page: Page, where: string): Promise<void> {
  const scope = (await page.locator('dialog[open]').count()) > 0 ? page.locator('dialog[open]') : page.locator('body');
  for (const role of [
    'button',
    'combobox',
    'checkbox',
    'radio',
    'textbox',
    'searchbox',
    'slider',
    'tab',
    'option',
  ] as const)
    expect.soft(await scope.getByRole(role, { name: /^\s*$/ }).count(), `${role} without a name on ${where}`).toBe(0);
}

/** Everything that a person can read or hear now: texts, names, tooltips and placeholders, each once. */
export async function visibleTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const top = document.querySelector('dialog[open]') ?? document.body;
    const texts = new Set<string>();
    for (const element of top.querySelectorAll('*')) {
      // The articles, their names and the technical labels are the person's own words.
      if (
        element.closest('.reader-article, .record, code, .raw-text, .card-title, .card-text, .card-facts, .name-text')
      )
        continue;
      if (element.closest('[lang]:not(html)') !== null || element.matches('script, style, option')) continue;
      if (!element.checkVisibility({ checkVisibilityCSS: true })) continue;
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) texts.add((node.nodeValue ?? '').trim());
      for (const name of ['aria-label', 'title', 'placeholder']) texts.add((element.getAttribute(name) ?? '').trim());
    }
    return [...texts].filter((text) => text !== '');
  });
}

/** No text is a key of the dictionaries (`read.marks`), and on a Chinese screen none is English. */
export async function expectOneLanguage(page: Page, language: 'en' | 'zh-CN', where: string): Promise<void> {
  const texts = await visibleTexts(page);
  const keys = texts.filter((text) => /^[a-z]+(\.[a-zA-Z-]+)+$/.test(text));
  expect(keys, `keys instead of texts on ${where}`).toEqual([]);
  if (language === 'en') return;
  const english = texts.filter((text) =>
    (text.replace(FILE_NAME, '').match(/[A-Za-z]{2,}/g) ?? []).some((word) => !KNOWN_WORDS.has(word)),
  );
  expect.soft(english, `English on ${where}`).toEqual([]);
}
