import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const SAMPLES = fileURLToPath(new URL('../../public/samples', import.meta.url));
/** Below this width the evidence is in tabs and the statements in a drawer, in CSS pixels. */
const WIDE = 1200;

/** Takes one picture of the page as it stands. */
export type Take = (name: string) => Promise<void>;

/** Scrolls the page so that an element stands below the strip that stays on top. */
async function bringUp(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().evaluate((element) => {
    const top = element.getBoundingClientRect().top + document.documentElement.scrollTop;
    document.documentElement.scrollTop = top - 130;
  });
}

/** Walks through read mode as a reader does, and takes a picture wherever there is something new to see. */
export async function walkReading(page: Page, address: string, take: Take): Promise<void> {
  const isWide = page.viewportSize()!.width >= WIDE;
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
  const openSample = async (title: string) => {
    await button(title).click();
    await page.getByText(/^Computed in /).waitFor();
    await page.getByText(/^HR/).waitFor();
  };
  await page.goto(address);
  await page.getByText(/is ready\.$/).waitFor();
  await page.getByRole('img', { name: /^Beginning of lead/ }).nth(2).waitFor();
  await take('1-start');

  await openSample('Left bundle branch block');
  await take('2-read');
  await page.getByRole('region', { name: /^ECG paper/ }).focus();
  await page.keyboard.press('c');
  await page.getByText('March out', { exact: true }).click();
  await take('3-calipers');
  await page.keyboard.press('Escape');
  await button('Calipers').click();

  await bringUp(page, '.evidence');
  await take('4-evidence');
  await page.getByRole('radio', { name: 'Overlaid' }).click();
  await bringUp(page, '.case-list');
  await take('5-overlaid');
  await button('Dossier').click();
  await page.getByRole('heading', { name: 'Its source ECG' }).waitFor();
  await take('6-dossier');
  await page.keyboard.press('Escape');

  if (!isWide) await page.getByRole('tab', { name: 'Contributions' }).click();
  await button(/^Mute morphology\/\d+/).click();
  await page.getByRole('heading', { name: 'What if', exact: true }).waitFor();
  await bringUp(page, '.evidence');
  await take('7-what-if');
  await button('Reset').click();

  await page.evaluate(() => (document.documentElement.scrollTop = 0));
  await button(/^Report/).click();
  await page.getByRole('button', { name: /^Print or save/ }).waitFor();
  await take('8-report');
  await page.keyboard.press('Escape');

  const chooser = page.waitForEvent('filechooser');
  await button('Open another').click();
  await (await chooser).setFiles(['hea', 'dat'].map((ending) => join(SAMPLES, `inferior-infarction.${ending}`)));
  await page.getByRole('heading', { level: 2 }).filter({ hasText: /SR$/ }).waitFor();
  await button(/Compare with/).click();
  await page.getByRole('listbox', { name: /^Compare with/ }).getByRole('option').first().click();
  await page.getByRole('columnheader', { name: 'Logits apart' }).waitFor();
  await take('9-compared');
  if (isWide) await page.getByRole('table', { name: /^Contributions to/ }).scrollIntoViewIfNeeded();
  else await page.getByRole('tab', { name: 'Contributions' }).click();
  await take('10-compared-ledgers');
}
