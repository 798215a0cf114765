import { expect, test } from '@playwright/test';
import { OUTER_VIEWS } from '../tools/pictures/views';
import { expectAccessible } from './support/expectAccessible';
import { writeRecord, writeTestFile } from './support/records';
import { RatingDesk } from './support/ratingDesk';
import { createPackStudy, putSession } from './support/sessions';
import { Workbench } from './workbench';

for (const { width, height, colorScheme } of OUTER_VIEWS) {
  test.describe(() => {
    test.use({ viewport: { width, height }, colorScheme });

    test(`axe finds nothing at ${width} × ${height}, ${colorScheme}`, async ({ page }, info) => {
      const desk = new Workbench(page);
      await desk.open({ backend: 'wasm' });
      await desk.waitForModel();
      await expectAccessible(page, 'start page');

      await desk.dropEcg([await writeTestFile(info, 'words.txt', 'No ECG.\n')]);
      await expect(desk.alert).toBeVisible();
      await expectAccessible(page, 'start page with a refused file');

      await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
      await desk.waitForResult();
      await desk.leadsOfCase(1);
      await expectAccessible(page, 'read page');

      await page.getByRole('button', { name: 'Calipers', exact: true }).click();
      await page.getByRole('button', { name: 'Enlarge' }).click();
      await expect(desk.caliperReading).toBeVisible();
      await expectAccessible(page, 'calipers on magnified paper');
      await page.getByRole('button', { name: 'Calipers', exact: true }).click();

      await page.getByRole('button', { name: 'All measurements' }).click();
      await expectAccessible(page, 'all measurements');

      await desk.viewCases('Overlaid');
      await desk.cases.first().getByRole('button', { name: 'Measured differences' }).click();
      await expect(desk.cases.first().getByRole('table')).toBeVisible();
      // Scrolled down, header and foot lie on what can be pressed.
      await page.evaluate(() => scrollTo(0, 0));
      await expectAccessible(page, 'cases overlaid and compared');
      await desk.cases.first().getByRole('button', { name: /^Dossier/ }).click();
      await expect(page.getByRole('img', { name: /^Source ECG/ })).toBeVisible();
      await expectAccessible(page, 'dossier');
      await page.keyboard.press('Escape');

      await desk.rateBad(1, 'Noise');
      await desk.openRating(1);
      await page.evaluate(() => scrollTo(0, 0));
      await expectAccessible(page, 'a case that is rated');

      for (const name of [/^Paper/, /^About the model/, /^Computed with/, 'About and help']) {
        await page.getByRole('button', { name }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectAccessible(page, `${name}`);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await page.getByRole('button', { name: /^Paper/ }).click();
      await page.getByRole('button', { name: /^Calibrate/ }).click();
      await expect(page.getByRole('heading', { name: 'True size on this screen' })).toBeVisible();
      await expectAccessible(page, 'true size');
      await page.keyboard.press('Escape');

      if (width < 1200) {
        await page.getByRole('button', { name: /^Statements/ }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectAccessible(page, 'statements');
        await page.keyboard.press('Escape');
        await page.getByRole('tab', { name: 'Contributions' }).click();
      }
      await desk.contributions.getByText('The same as a table').click();
      // Scrolled down, the strip lies on the tabs.
      await page.evaluate(() => scrollTo(0, 0));
      await expectAccessible(page, 'contributions as a table');

      await desk.mute('rhythm');
      await expectAccessible(page, 'what if');
      await page.getByRole('button', { name: 'What if…' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, 'what to mute');
      await page.keyboard.press('Escape');

      await desk.dropEcg([...(await writeRecord(info, 'second', { seed: 8 })), await writeTestFile(info, 'words.txt', 'No ECG.\n')]);
      await desk.waitForResult();
      if (width < 1200) await page.getByRole('button', { name: /^Statements/ }).click();
      await expect(desk.rowOf('words.txt')).toContainText('plain text');
      await expect(desk.rowOf('second')).toContainText('predicted');
      await expectAccessible(page, 'worklist');

      if (width < 1200) await page.keyboard.press('Escape');
      await desk.compareWith('patient');
      await page.evaluate(() => scrollTo(0, 0));
      await expectAccessible(page, 'two ECGs compared');
      if (width < 1200) await page.getByRole('tab', { name: 'Contributions' }).click();
      await expect(desk.comparison.getByRole('table', { name: /^Contributions to/ })).toBeVisible();
      await page.evaluate(() => scrollTo(0, 0));
      await expectAccessible(page, 'ledgers of two ECGs');
    });

    test(`axe finds nothing where prototypes are rated at ${width} × ${height}, ${colorScheme}`, async ({ page }) => {
      const desk = new RatingDesk(page);
      await desk.open();
      await expectAccessible(page, 'an item that nobody rated');
      await desk.press('4', '2', 'x', '1');
      await expect(desk.panel.getByRole('button', { name: 'Noise' })).toHaveAttribute('aria-pressed', 'true');
      await expectAccessible(page, 'a bad prototype with its reasons');
      if (width < 1200) {
        await page.getByRole('button', { name: 'Items' }).click();
        await expect(desk.rows.first()).toBeVisible();
        await expectAccessible(page, 'items');
        await page.keyboard.press('Escape');
      }
      await desk.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, 'keys');
      const hidden = await createPackStudy('synthetic', ({ items }) => ({ isClassHidden: true, items: items.slice(0, 1) }));
      await desk.open(await putSession(page, hidden));
      await expectAccessible(page, 'a hidden class');
    });
  });
}
