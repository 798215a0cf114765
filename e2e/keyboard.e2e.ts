import { expect, type Locator, type Page, test } from '@playwright/test';
import { STANDARD_LEADS } from '../src/ecg/lead';
import { writeRecord } from './support/records';
import { Workbench } from './workbench';

/** More stops than a page has on the way to anything. */
const MOST_STOPS = 40;

/** Tabs on until this has the focus; at every stop on the way a reader must see where the focus is. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement!;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, bottom, left, right } = element.getBoundingClientRect();
      const isInView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
      const name = `${element.tagName} “${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 40)}”`;
      return { name, isOutlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1, isInView };
    });
    expect(focus).toEqual({ ...focus, isOutlined: true, isInView: true });
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${MOST_STOPS} stops, and the focus never came to ${target}`);
}

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
