import { expect, test } from '@playwright/test';
import { STANDARD_LEADS } from '../src/ecg/lead';
import { writeRecord } from './support/records';
import { tabTo } from './support/tabTo';
import { Workbench } from './workbench';

test('from the first page to a prototype with the keyboard alone', async ({ page }, info) => {
  const record = await writeRecord(info, 'patient', { seed: 3 });
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.waitForModel();

  await tabTo(page, page.getByRole('link', { name: 'Skip to the ECG' }));
  const button = page.getByRole('button', { name: 'Choose ECG files' });
  await tabTo(page, button);
  const dialog = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await dialog).setFiles([...record]);
  await desk.waitForResult('patient');

  const before = await desk.statementCode();
  const chosen = desk.statements.and(page.locator('[aria-selected="true"]'));
  await expect(chosen).toHaveCount(1);
  await tabTo(page, chosen);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(desk.statement).not.toContainText(before);

  const row = page.getByRole('button', { name: /^morphology\/\d+, / }).first();
  await tabTo(page, row);
  await page.keyboard.press('Enter');
  await expect(row).toHaveAttribute('aria-pressed', 'true');
  expect(await desk.markedLeads()).toEqual(STANDARD_LEADS);

  await tabTo(page, desk.caseButton(3));
  await page.keyboard.press('Enter');
  await expect(desk.caseButton(3)).toHaveAttribute('aria-pressed', 'true');
});
