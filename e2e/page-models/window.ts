/** The frame around the screens: dialogs, rail, bringing in and taking away. */
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { App } from '../fixtures/app.ts';
import { ReaderPage } from './reader.ts';

/** Files that the specs bring in. */
export const FILES = join(import.meta.dirname, '..', 'fixtures', 'files');

/** Everything a spec does outside the text. */
export class AppWindow {
  readonly app: App;

  constructor(app: App) {
    this.app = app;
  }

  get page(): Page {
    return this.app.page;
  }

  get reader(): ReaderPage {
    return new ReaderPage(this.page);
  }

  get dialog(): Locator {
    return this.page.locator('dialog[open]');
  }

  /** The primary button of the open dialog. */
  get primary(): Locator {
    return this.dialog.locator('.dialog-footer .button-primary');
  }

  /** Waits until the app has loaded its project. */
  async ready(): Promise<void> {
    await expect(this.page.locator('.frame')).toBeVisible();
  }

  /** Presses Ctrl (Cmd on macOS) with a key. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(`ControlOrMeta+${key}`);
  }

  /** Makes an empty project of this name and opens it. */
  async newProject(name: string): Promise<void> {
    await this.ready();
    if (this.app.host === 'browser') {
      await this.press('n');
      await this.dialog.locator('input').first().fill(name);
      await this.primary.click();
    } else {
      await this.app.saveAs(join(this.app.machine.projects, `${name}.zhupi`), () => this.press('n'));
    }
    await expect(this.page.locator('.top-project strong')).toHaveText(name);
  }

  /** Chooses files to bring in and waits for the proposed split. */
  async chooseToBringIn(...files: readonly string[]): Promise<void> {
    await this.app.chooseFiles(files, () => this.press('i'));
    await expect(this.primary).toBeEnabled();
  }

  /** Adds what the import dialog proposes and goes to the library. */
  async addAll(): Promise<void> {
    await this.primary.click();
    await expect(this.dialog).toHaveClass(/dialog-large/);
    await this.primary.click();
    await expect(this.dialog).toHaveCount(0);
  }

  /** Opens the first document on the reading screen. */
  async read(): Promise<ReaderPage> {
    await this.ready();
    await this.press('2');
    await expect(this.reader.article.locator('article')).toBeVisible();
    return this.reader;
  }

  /** Exports everything as native JSONL into a file (a zip from the browser host). */
  async exportTo(file: string): Promise<void> {
    await this.press('e');
    await expect(this.primary).toBeEnabled();
    if (this.app.host === 'browser') {
      await this.primary.click();
      const download = this.dialog.locator('.dialog-footer .button-primary');
      await expect(this.dialog).not.toHaveClass(/dialog-full/);
      await this.app.saveAs(file, () => download.click());
    } else {
      await this.app.saveAs(file, () => this.primary.click());
      await expect(this.dialog).not.toHaveClass(/dialog-full/);
    }
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toHaveCount(0);
  }
}
