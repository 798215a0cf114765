import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import type { RecordFiles } from './support/records';

/** Review mode's start and the making of studies as clinicians see and use them. */
export class ReviewDesk {
  /** What is wrong with a file that was given. */
  readonly alert: Locator;
  /** The model's own review. */
  readonly own: Locator;
  /** What the study that is being made asks, and what it lacks. */
  readonly summary: Locator;

  constructor(readonly page: Page) {
    this.alert = page.getByRole('alert');
    this.own = page.getByRole('region', { name: 'Your own review' });
    this.summary = page.getByRole('complementary', { name: 'This study' });
  }

  async open(fragment = '#review', model = 'synthetic'): Promise<void> {
    await this.page.goto(`/?model=${model}&backend=wasm${fragment}`);
    await expect(this.page.getByRole('contentinfo').getByRole('status')).toHaveText(/^The model .+ is ready\.$/);
  }

  /** Gives files by the computer's dialog. */
  async give(files: RecordFiles): Promise<void> {
    const dialog = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Open a study or answers file' }).click();
    await (await dialog).setFiles([...files]);
  }

  /** Goes to where a study is made. */
  async make(): Promise<void> {
    await this.page.getByRole('button', { name: 'Make a study' }).click();
    await expect(this.summary).toBeVisible();
  }

  study(title: string): Locator {
    return this.page.getByRole('article', { name: title });
  }

  async chooseRole(title: string, role: string): Promise<void> {
    const radio = this.study(title).getByRole('radio', { name: role });
    // The mark that is seen lies on the radio button itself.
    await this.study(title).getByText(role, { exact: true }).click();
    await expect(radio).toBeChecked();
  }

  /** Presses something that saves a file. @returns the file's name and text. */
  async save(button: Locator): Promise<{ readonly name: string; readonly text: string }> {
    const download = this.page.waitForEvent('download');
    await button.click();
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile((await file.path())!, 'utf8') };
  }
}
