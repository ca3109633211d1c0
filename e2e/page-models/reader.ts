/** The reading screen as a person uses it: select words, press keys, look at marks and the inspector. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Everything a spec does on the reading screen. */
export class ReaderPage {
  readonly page: Page;
  readonly article: Locator;
  readonly inspector: Locator;
  readonly palette: Locator;

  constructor(page: Page) {
    this.page = page;
    this.article = page.locator('.reader-box');
    this.inspector = page.locator('.inspector');
    this.palette = page.locator('.palette');
  }

  /** Drags over the n-th occurrence (0-based) of a text in the article. */
  async select(text: string, nth = 0): Promise<void> {
    const from = await this.point(text, nth, 'start');
    const to = await this.point(text, nth, 'end');
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, to.y, { steps: 3 });
    await this.page.mouse.move(to.x, to.y, { steps: 3 });
    await this.page.mouse.up();
  }

  /** Clicks into the middle of the n-th occurrence of a text. */
  async click(text: string, nth = 0): Promise<void> {
    const { x, y } = await this.point(text, nth, 'middle');
    await this.page.mouse.click(x, y);
  }

  /** Selects a text and presses a label's key. */
  async mark(text: string, key: string, nth = 0): Promise<void> {
    await this.select(text, nth);
    await this.page.keyboard.press(key);
  }

  /** The rows of the list of marks, as the person reads them. */
  marks(): Locator {
    return this.inspector.locator('.mark-row');
  }

  /** Waits until every change is saved. */
  async saved(): Promise<void> {
    await expect(this.page.locator('.save-state')).toHaveClass(/save-saved/);
  }

  async title(): Promise<string> {
    return (await this.page.locator('.article-title').innerText()).trim();
  }

  /** The article's whole text as it is in the page: one text node a paragraph. */
  async text(): Promise<string> {
    return this.article.evaluate((box) => {
      const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      const lines: string[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        if (
          node.parentElement?.closest('[data-start]') !== null &&
          node.parentElement?.closest('[data-start]') !== undefined
        )
          lines.push(node.nodeValue ?? '');
      return lines.join('\n');
    });
  }

  private async point(text: string, nth: number, where: 'start' | 'end' | 'middle'): Promise<{ x: number; y: number }> {
    const found = await this.article.evaluate(
      (box, [wanted, index, place]) => {
        const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        let left = index;
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const value = node.nodeValue ?? '';
          for (let at = value.indexOf(wanted); at >= 0; at = value.indexOf(wanted, at + 1)) {
            if (left-- > 0) continue;
            node.parentElement?.scrollIntoView({ block: 'center' });
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + wanted.length);
            const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
            const first = rects[0];
            const last = rects[rects.length - 1];
            if (first === undefined || last === undefined) return null;
            if (place === 'start') return { x: first.left + 1, y: first.top + first.height / 2 };
            if (place === 'end') return { x: last.right - 1, y: last.top + last.height / 2 };
            return { x: (first.left + first.right) / 2, y: first.top + first.height / 2 };
          }
        }
        return null;
      },
      [text, nth, where] as const,
    );
    if (found === null) throw new Error(`the article does not show “${text}” (occurrence ${nth})`);
    return found;
  }
}
