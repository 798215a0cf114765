import { expect, type Page, test } from '@playwright/test';
import { VIEWS } from '../tools/pictures/views';
import { findLayoutFaults } from './support/layoutFaults';
import { writeRecord, writeTestFile } from './support/records';
import { Workbench } from './workbench';

/** Where pictures for a person to look at are written. */
const PICTURES = 'test-results/screens';
/** Another model, to look at the page with it; the pictures that count are of the synthetic one. */
const MODEL = process.env.SCREENS_MODEL ?? 'synthetic';

async function expectTidy(page: Page, name: string): Promise<void> {
  // Drawers and cards come in motion; what moves is not yet in its place.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.all(ending.map(({ finished }) => finished));
  });
  await page.screenshot({ path: `${PICTURES}/${name}.png` });
  expect.soft(await findLayoutFaults(page), name).toEqual([]);
}

for (const { width, height, colorScheme } of VIEWS) {
  test.describe(() => {
    test.use({ viewport: { width, height }, colorScheme });

    test(`is tidy at ${width} × ${height}, ${colorScheme}`, async ({ page }, info) => {
      const picture = (what: string) => `${width}-${colorScheme}-${what}`;
      const desk = new Workbench(page);
      await desk.open({ model: MODEL, backend: 'wasm' });
      await desk.waitForModel();
      await expectTidy(page, picture('1-start'));

      await desk.dropEcg([await writeTestFile(info, 'a rather long name of a file that is no ECG at all.txt', 'Words.\n')]);
      await expect(desk.alert).toBeVisible();
      await expectTidy(page, picture('2-refused'));

      await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
      await desk.waitForResult();
      for (const n of [1, 2, 3, 4]) await desk.leadsOfCase(n);
      await expectTidy(page, picture('3-read'));
      await page.screenshot({ path: `${PICTURES}/${picture('4-read-whole')}.png`, fullPage: true });

      for (const layout of ['12 × 1', 'Whole page'] as const) {
        await desk.chooseLayout(layout);
        await expectTidy(page, picture(layout === '12 × 1' ? '5-stacked' : '6-page'));
      }
      for (const n of [1, 2, 3, 4]) {
        await desk.cases.nth(n - 1).scrollIntoViewIfNeeded();
        await expectTidy(page, picture(`7-case-${n}`));
      }
      if (width < 1200) {
        await page.getByRole('tab', { name: 'Contributions' }).click();
        await expect(desk.contributions).toBeVisible();
      }
      await desk.contributions.getByText('The same as a table').click();
      await desk.contributions.scrollIntoViewIfNeeded();
      await expectTidy(page, picture('8-contributions'));
      if (width < 1200) {
        await page.getByRole('button', { name: /^Statements/ }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectTidy(page, picture('9-statements'));
        await page.keyboard.press('Escape');
      }
      await page.getByRole('button', { name: /^About the model/ }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectTidy(page, picture('10-model'));
      await page.keyboard.press('Escape');
      await desk.mute('rhythm');
      await desk.whatIf.scrollIntoViewIfNeeded();
      await expectTidy(page, picture('11-what-if'));
      await desk.contributions.scrollIntoViewIfNeeded();
      await expectTidy(page, picture('12-what-if-contributions'));
      await page.getByRole('button', { name: 'What if…' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectTidy(page, picture('13-what-to-mute'));
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: 'About and help' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectTidy(page, picture('14-about'));
      await page.keyboard.press('Escape');

      await desk.dropEcg([...(await writeRecord(info, 'second', { seed: 8 })), await writeTestFile(info, 'words.txt', 'No ECG.\n')]);
      await desk.waitForResult();
      if (width < 1200) await page.getByRole('button', { name: /^Statements/ }).click();
      await expect(desk.rowOf('words.txt')).toContainText('plain text');
      await expectTidy(page, picture('15-worklist'));
    });
  });
}
