/** The dialog that brings in files: what was found in them, and the gestures that change the proposed split. */
import { expect, type Locator } from '@playwright/test';
import type { AppWindow } from './window.ts';

/** The open dialog. */
export class ImportDialog {
  readonly window: AppWindow;
  readonly root: Locator;

  constructor(window: AppWindow) {
    this.window = window;
    this.root = window.dialog;
  }

  /** Chooses files by the command and waits until each was looked at. */
  async choose(...files: readonly string[]): Promise<void> {
    await this.window.app.chooseFiles(files, () => this.window.press('i'));
    await this.looked();
  }

  /** Waits until no file is being read any more. */
  async looked(): Promise<void> {
    await expect(this.root.locator('.import-panel')).toBeVisible();
    await expect(this.root.locator('.import-panel[aria-busy="true"]')).toHaveCount(0);
    await expect(this.root.getByText(/^(reading…|正在读取…)$/)).toHaveCount(0);
  }

  /** What is wrong with the file that is shown. */
  get error(): Locator {
    return this.root.locator('.import-notes .note-bad');
  }

  /** How much of the file does not fit the encoding. */
  get warning(): Locator {
    return this.root.locator('.import-notes .note-warn').filter({ hasText: '�' }).first();
  }

  get encoding(): Locator {
    return this.root.locator('.encoding select');
  }

  /** The proposed articles that are not left out included. */
  get cards(): Locator {
    return this.root.locator('.article-card');
  }

  /** The title fields of the proposed articles. */
  titles(): Promise<readonly string[]> {
    return this.cards
      .locator('.card-title')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  }

  /** A line of the raw page, by its number. */
  line(number: number): Locator {
    return this.root.locator(`.raw-line[data-index="${number - 1}"]`);
  }

  /** Shows one of several files. */
  async show(file: string): Promise<void> {
    await this.root.locator('.import-file', { hasText: file }).click();
  }

  /** Adds the articles and gives what the report says. Leaves for the library. */
  async add(): Promise<string> {
    await this.window.primary.click();
    const report = this.root.locator('.report-lead');
    await expect(report).toBeVisible();
    const text = await this.root.locator('.dialog-content').innerText();
    await this.window.primary.click();
    await expect(this.root).toHaveCount(0);
    return text;
  }

  /** Tries to add, is refused, and gives what the report says. Goes back to the files and closes. */
  async addInVain(): Promise<string> {
    await this.window.primary.click();
    await expect(this.root.locator('.report-lead')).toBeVisible();
    const text = await this.root.locator('.dialog-content').innerText();
    await this.window.primary.click();
    await this.looked();
    await this.window.page.keyboard.press('Escape');
    await expect(this.root).toHaveCount(0);
    return text;
  }
}
