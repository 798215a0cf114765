import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { STANDARD_LEADS } from '../src/ecg/lead';
import { expectToAddUp } from './support/ledger';
import { DEMO, PORTS } from './support/places';
import { Workbench } from './workbench';

test.skip(!existsSync(DEMO), 'public/models/demo is absent');

test('the published site opens the demo model by itself and explains a sample ECG within two clicks', async ({ page }) => {
  await page.addInitScript(() => {
    const counted = Object.assign(globalThis, { clicks: 0 });
    addEventListener('click', () => counted.clicks++, true);
  });
  const desk = new Workbench(page);
  await desk.open({ model: null, origin: `http://localhost:${PORTS.published}` });
  await expect(page.getByRole('button', { name: 'About the model demo, verified, simulated ECGs' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Beginning of lead / })).toHaveCount(16);

  await desk.pickSample('Atrial fibrillation');
  await desk.waitForResult('atrial-fibrillation');
  await expect(desk.statements).toHaveCount(71);
  await expect(page.getByRole('listbox', { name: 'Predicted statements' }).getByRole('option', { name: /^AFIB / })).toBeVisible();
  expect(await desk.leadsOfCase(1)).toEqual([STANDARD_LEADS, STANDARD_LEADS]);
  expect(await page.evaluate(() => (globalThis as unknown as { clicks: number }).clicks)).toBeLessThanOrEqual(2);

  const ledger = await desk.readLedger();
  expectToAddUp(ledger);
  expect(ledger.count).toBe(1037);
});

test('the published site says wherever a result stands that the demo model learned from simulated ECGs', async ({ page }) => {
  const desk = new Workbench(page);
  await desk.open({ model: null, origin: `http://localhost:${PORTS.published}` });
  const foot = page.getByRole('contentinfo');
  await expect(foot).toContainText('Demo model trained on simulated ECGs.');
  // Far down in the gallery; the ECG is read from its top.
  await desk.pickSample('Atrial fibrillation');
  await expect(desk.ecg).toBeInViewport({ ratio: 0.5 });
  await desk.waitForResult('atrial-fibrillation');
  await expect(page.getByRole('banner')).toContainText('simulated ECGs');
  await expect(page.getByRole('region', { name: 'Recording and statements' })).toContainText('simulated ECGs');
  await expect(page.locator('.statement-heading')).toContainText('Demo model trained on simulated ECGs.');
  await expect(desk.caseButton(1)).toContainText('source simulated ECG');
  await expect(foot).toContainText('Demo model trained on simulated ECGs.');

  await page.getByRole('button', { name: /^About the model demo/ }).click();
  const card = page.getByRole('dialog');
  for (const fact of ['Learned from', 'Measured', 'Limits', 'How it was made']) {
    await expect(card.getByText(fact, { exact: true })).toBeVisible();
  }
});
