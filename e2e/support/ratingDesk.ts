import { expect, type Locator, type Page } from '@playwright/test';

/** The screen on which prototypes are rated, as a reader uses it: by keys. */
export class RatingDesk {
  readonly panel: Locator;
  readonly paper: Locator;
  readonly rows: Locator;
  /** The heading over the paper: “Item 17 of 214”. */
  readonly place: Locator;

  constructor(readonly page: Page) {
    this.panel = page.getByRole('region', { name: 'Rating', exact: true });
    this.paper = page.getByRole('img', { name: 'Twelve-lead ECG' });
    this.rows = page.getByRole('listbox', { name: 'Items' }).getByRole('option');
    this.place = page.locator('.rate-paper h2');
  }

  /** Opens a session; `own` is the reader's own review of the pack. */
  async open(sessionId = 'own'): Promise<void> {
    // The same page with another fragment would not be loaded anew.
    await this.page.goto('about:blank');
    await this.page.goto(`/?model=synthetic&backend=wasm#review/session/${sessionId}`);
    await expect(this.place).toBeVisible();
    await expect(this.paper).toBeVisible();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Waits until the page says that everything is saved. */
  async waitUntilSaved(): Promise<void> {
    await expect(this.panel.getByText('Saved', { exact: true })).toBeVisible();
  }
}
