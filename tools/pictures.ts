import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { runCommand } from './cli';
import { buildPublishedSite, withBrowser, withServedSite } from './servedSite';
import { VIEWS } from './pictures/views';
import { walkReading } from './pictures/walkReading';
import { walkReview } from './pictures/walkReview';

const root = fileURLToPath(new URL('..', import.meta.url));
const SITE = join(root, '.cache/pictures');
const FOLDER = join(root, 'docs/screens');
const PORT = 4177;
const ADDRESS = `http://localhost:${PORT}/?backend=wasm`;

/** Waits until nothing moves and every ECG in sight is drawn. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(1, 1);
  await page.waitForFunction(() => !document.querySelector('.pair-waiting') && !document.body.textContent.includes('Finding the R peaks'));
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.all(ending.map(({ finished }) => finished));
  });
}

async function takeAll(browser: Browser): Promise<number> {
  let count = 0;
  for (const { width, height, colorScheme } of VIEWS) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
    for (const walk of [walkReading, walkReview]) {
      await walk(page, ADDRESS, async (name) => {
        await settle(page);
        await page.screenshot({ path: join(FOLDER, `${width}-${colorScheme}-${name}.jpg`), type: 'jpeg', quality: 72 });
        count++;
      });
    }
    await page.close();
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
