import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { runCommand } from './cli';
import { buildPublishedSite, withBrowser, withServedSite } from './servedSite';

const root = fileURLToPath(new URL('..', import.meta.url));
const SITE = join(root, '.cache/pictures');
const FOLDER = join(root, 'docs/screens');
const PORT = 4177;

const SIZES = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const;
const THEMES = ['light', 'dark'] as const;
/** Below this width the evidence is in tabs and the statements in a drawer, in CSS pixels. */
const WIDE = 1200;

/** Takes one picture of the page as it stands. */
type Take = (name: string) => Promise<void>;

/** Scrolls the page so that an element stands below the strip that stays on top. */
async function bringUp(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().evaluate((element) => {
    const top = element.getBoundingClientRect().top + document.documentElement.scrollTop;
    document.documentElement.scrollTop = top - 130;
  });
}

/** Waits until nothing moves and every ECG in sight is drawn. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(1, 1);
  await page.waitForFunction(() => !document.querySelector('.pair-waiting') && !document.body.textContent.includes('Finding the R peaks'));
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.all(ending.map(({ finished }) => finished));
  });
}

/** Walks through the page as a reader does, and takes a picture wherever there is something new to see. */
async function walk(page: Page, take: Take): Promise<void> {
  const isWide = page.viewportSize()!.width >= WIDE;
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
  const openSample = async (title: string) => {
    await button(title).click();
    await page.getByText(/^Computed in /).waitFor();
    await page.getByText(/^HR/).waitFor();
  };
  await page.goto(`http://localhost:${PORT}/?backend=wasm`);
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
  await (await chooser).setFiles(['hea', 'dat'].map((ending) => join(root, `public/samples/inferior-infarction.${ending}`)));
  await page.getByRole('heading', { level: 2 }).filter({ hasText: /SR$/ }).waitFor();
  await button(/Compare with/).click();
  await page.getByRole('listbox', { name: /^Compare with/ }).getByRole('option').first().click();
  await page.getByRole('columnheader', { name: 'Logits apart' }).waitFor();
  await take('9-compared');
  if (isWide) await page.getByRole('table', { name: /^Contributions to/ }).scrollIntoViewIfNeeded();
  else await page.getByRole('tab', { name: 'Contributions' }).click();
  await take('10-compared-ledgers');
}

async function takeAll(browser: Browser): Promise<number> {
  let count = 0;
  for (const [width, height] of SIZES) {
    for (const colorScheme of THEMES) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
      await walk(page, async (name) => {
        await settle(page);
        await page.screenshot({ path: join(FOLDER, `${width}-${colorScheme}-${name}.jpg`), type: 'jpeg', quality: 72 });
        count++;
      });
      await page.close();
    }
  }
  return count;
}

/** Takes the pictures in docs/screens anew: the published page with its demo model, at three sizes, light and dark. */
await runCommand(async () => {
  await mkdir(FOLDER, { recursive: true });
  await buildPublishedSite(SITE);
  const count = await withServedSite(SITE, PORT, () => withBrowser({ args: ['--no-sandbox'] }, takeAll));
  console.log(`Wrote docs/screens: ${count} pictures.`);
});
