/** The reading screen without a mouse: moves the caret by arrows, selects with Shift, counts the keys that are not moves. */
import type { Page } from '@playwright/test';

/** Where the caret and the other end of the selection are, as offsets in the whole text. */
export interface CaretState {
  readonly anchor: number;
  readonly caret: number;
}

/** About half a line of characters: from here on arrows by line do not help. */
const HALF_LINE = 18;

/** The keyboard of a person who reads. */
export class ReaderKeys {
  readonly page: Page;
  /** Keys pressed with `press`: labels, roles, commands; not the moves of the caret. */
  strokes = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses a key that counts. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.strokes += 1;
      await this.page.keyboard.press(key);
    }
  }

  /** Presses a key that only moves the caret, several times. */
  async move(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i += 1) await this.page.keyboard.press(key);
  }

  /** Brings the caret to an offset by arrows: lines first, then characters. */
  async goTo(offset: number): Promise<void> {
    const { anchor, caret } = await this.state();
    // With a selection the first arrow only drops it.
    if (anchor !== caret) await this.move('ArrowRight');
    let by = offset - Math.max(anchor, caret);
    while (Math.abs(by) > HALF_LINE) {
      await this.move(by < 0 ? 'ArrowUp' : 'ArrowDown');
      const left = offset - (await this.state()).caret;
      const isNearer = Math.abs(left) < Math.abs(by);
      by = left;
      if (!isNearer) break;
    }
    await this.move(by < 0 ? 'ArrowLeft' : 'ArrowRight', Math.abs(by));
  }

  /** Selects the n-th occurrence (from 0) of a text by moving there and holding Shift. */
  async select(text: string, nth = 0): Promise<void> {
    await this.goTo(await this.find(text, nth));
    await this.page.keyboard.down('Shift');
    await this.move('ArrowRight', text.length);
    await this.page.keyboard.up('Shift');
  }

  /** Brings the caret into the middle of the n-th occurrence of a text. */
  async goInto(text: string, nth = 0): Promise<void> {
    await this.goTo((await this.find(text, nth)) + Math.floor(text.length / 2));
  }

  /** What is selected now. */
  async selected(): Promise<string> {
    const { anchor, caret } = await this.state();
    return (await this.text()).slice(Math.min(anchor, caret), Math.max(anchor, caret));
  }

  /** The whole text of the article, a line feed between paragraphs. */
  async text(): Promise<string> {
    return this.page
      .locator('.reader-article')
      .evaluate((article) =>
        [...article.querySelectorAll('p')].map((paragraph) => paragraph.firstChild?.nodeValue ?? '').join('\n'),
      );
  }

  /** Where the caret is. @throws where the focus is not in the text */
  async state(): Promise<CaretState> {
    return this.page.locator('.reader-article').evaluate((article) => {
      const selection = document.getSelection();
      const offsetOf = (node: Node | null | undefined, within: number): number => {
        let before = 0;
        for (const paragraph of article.querySelectorAll('p')) {
          const text = paragraph.firstChild;
          if (text === node) return before + within;
          before += (text?.nodeValue?.length ?? 0) + 1;
        }
        throw new Error('the caret is not in the text');
      };
      return {
        anchor: offsetOf(selection?.anchorNode, selection?.anchorOffset ?? 0),
        caret: offsetOf(selection?.focusNode, selection?.focusOffset ?? 0),
      };
    });
  }

  private async find(text: string, nth: number): Promise<number> {
    const whole = await this.text();
    let at = whole.indexOf(text);
    for (let i = 0; i < nth && at >= 0; i += 1) at = whole.indexOf(text, at + 1);
    if (at < 0) throw new Error(`the article does not hold “${text}” (occurrence ${nth})`);
    return at;
  }
}
