import { expect, type Locator, test } from '@playwright/test';
import { createSyntheticEcg } from '../tools/synthetic/ecg';
import { withNoise } from '../tools/synthetic/noise';
import { writeWfdbRecord } from '../tools/synthetic/wfdbWriter';
import type { Ecg } from '../src/ecg/ecg';
import { expectAccessible } from './support/expectAccessible';
import { type RecordFiles, writeRecord, writeTestFile } from './support/records';
import { Workbench } from './workbench';

/** Writes an ECG into the test's own folder. */
async function writeEcg(recordName: string, ecg: Ecg): Promise<RecordFiles> {
  const { files } = writeWfdbRecord(ecg, { recordName });
  return Promise.all(files.map(({ name, bytes }) => writeTestFile(test.info(), name, bytes)));
}

const noisyStart = () => withNoise(createSyntheticEcg({ seed: 4, seconds: 38 }), { startSeconds: 0, endSeconds: 12 });

/** The middle of a time on the strip's axis, in pixels of the page. */
async function placeOf(track: Locator, seconds: number, ofSeconds: number): Promise<readonly [x: number, y: number]> {
  const { x, y, width } = (await track.boundingBox())!;
  return [x + (width * seconds) / ofSeconds, y + 40];
}

/** What the reader sees of the model's answer. */
const statementsOf = async ({ statements }: Workbench): Promise<string> => (await statements.allTextContents()).join(' ');

test('of a long recording the best ten seconds are used, and others by a drag, a click and keys', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open({ backend: 'wasm' });
  await workbench.dropEcg(await writeEcg('long', noisyStart()));
  await workbench.waitForResult('long');

  const strip = page.getByRole('region', { name: 'Whole recording' });
  const slider = strip.getByRole('slider', { name: 'Stretch that is used' });
  const track = page.locator('.overview-track');
  await expect(slider).toHaveAttribute('aria-valuetext', 'from 12 s to 22 s of 38 s');
  await expect(strip).toContainText('0:12 to 0:22 of 0:38 used, the best recorded');
  await expect(strip).toContainText('poor for 12 s');
  await expect(strip.getByRole('button', { name: 'Best 10 s' })).toBeDisabled();
  await expect(page.getByRole('region', { name: 'Recording', exact: true })).toContainText('0:12 to 0:22 of 0:38');
  await expectAccessible(page, 'a long recording');
  const atBest = await statementsOf(workbench);
  await workbench.pickStatement('AFIB');
  await expect(workbench.statement).toContainText('AFIB');

  // By a drag: while it lasts nothing is computed, and then the statement under study stays.
  await page.mouse.move(...(await placeOf(track, 17, 38)));
  await page.mouse.down();
  await page.mouse.move(...(await placeOf(track, 9, 38)), { steps: 4 });
  await expect(strip).toContainText('0:04 to 0:14 of 0:38 used, your choice');
  expect(await statementsOf(workbench)).toBe(atBest);
  await page.mouse.up();
  await expect.poll(() => statementsOf(workbench)).not.toBe(atBest);
  await workbench.waitForResult('long');
  await expect(workbench.statement).toContainText('AFIB');
  await expect(page.getByRole('region', { name: 'Recording', exact: true })).toContainText('0:04 to 0:14 of 0:38');

  // By a click, and by keys.
  await page.mouse.click(...(await placeOf(track, 33, 38)));
  await expect(slider).toHaveAttribute('aria-valuenow', '28');
  await expect(slider).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(page.getByRole('region', { name: 'Recording', exact: true })).toContainText('0:17 to 0:27 of 0:38');
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', 'from 0 s to 10 s of 38 s');

  await strip.getByRole('button', { name: 'Best 10 s' }).click();
  await expect.poll(() => statementsOf(workbench)).toBe(atBest);
});

test('the worklist keeps each recording’s own window, and uses the best of those that are not open', async ({ page }) => {
  const five = withNoise(createSyntheticEcg({ seed: 5, seconds: 300, samplingRateHz: 250 }), { startSeconds: 0, endSeconds: 40 });
  const workbench = new Workbench(page);
  await workbench.open({ backend: 'wasm' });
  await workbench.dropEcg([
    ...(await writeEcg('a-long', noisyStart())),
    ...(await writeEcg('b-five', five)),
    ...(await writeRecord(test.info(), 'c-short', { seed: 6 })),
  ]);
  await workbench.waitForResult('a-long');
  const slider = page.getByRole('slider', { name: 'Stretch that is used' });
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuenow', '28');

  await workbench.step('next', 'b-five');
  await expect(slider).toHaveAttribute('aria-valuetext', 'from 40 s to 50 s of 5 min 0 s');
  const field = page.getByRole('textbox', { name: 'Starts at' });
  await field.fill('4:05');
  await field.press('Enter');
  await expect(page.getByRole('region', { name: 'Recording', exact: true })).toContainText('4:05 to 4:15 of 5:00');

  // In a field Alt and an arrow are the field's.
  await slider.focus();
  await workbench.step('next', 'c-short');
  await expect(slider).toHaveCount(0);
  await workbench.step('previous', 'b-five');
  await expect(slider).toHaveAttribute('aria-valuenow', '245');
  await workbench.step('previous', 'a-long');
  await expect(slider).toHaveAttribute('aria-valuenow', '28');
});

test('the strip fits a phone and a touch moves the window', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, baseURL });
  const page = await context.newPage();
  const workbench = new Workbench(page);
  await workbench.open({ backend: 'wasm' });
  await workbench.pickEcg(await writeEcg('long', noisyStart()));
  const slider = page.getByRole('slider', { name: 'Stretch that is used' });
  await expect(slider).toHaveAttribute('aria-valuenow', '12');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.touchscreen.tap(...(await placeOf(page.locator('.overview-track'), 30, 38)));
  await expect(slider).toHaveAttribute('aria-valuenow', '25');
  await expect(page.getByRole('region', { name: 'Whole recording' })).toContainText('0:25 to 0:35 of 0:38 used, your choice');
  await context.close();
});
