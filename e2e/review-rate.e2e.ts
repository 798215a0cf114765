import { expect, test } from '@playwright/test';
import { RatingDesk } from './support/ratingDesk';
import { createPackStudy, putSession } from './support/sessions';

test.describe('a reader rates prototypes', () => {
  let desk: RatingDesk;
  test.beforeEach(async ({ page }) => {
    desk = new RatingDesk(page);
    await desk.open();
  });

  test('by keys alone: scores, marks, reasons, a comment, skipping, undoing; and goes on after a reload where it was left', async ({ page }) => {
    await expect(desk.place).toHaveText(/^Item 1 of \d+$/);
    await expect(desk.panel.getByRole('radio', { checked: true })).toHaveCount(0);
    await desk.press('4', '0');
    await expect(desk.panel.getByRole('radio', { name: '4, agree' }).first()).toBeChecked();
    await expect(desk.panel.getByRole('radio', { name: 'Cannot judge' }).nth(1)).toBeChecked();
    await desk.press('x', '1', 'c');
    await page.keyboard.type('n is typed here, no 4');
    await desk.press('Escape', 'n');
    await expect(desk.place).toHaveText(/^Item 2 of \d+$/);
    await desk.press('s');
    await expect(desk.place).toHaveText(/^Item 3 of \d+$/);
    await desk.press('5', '5', 'u');
    await expect(desk.panel.getByRole('radio', { name: '5, strongly agree' }).nth(1)).not.toBeChecked();
    await desk.waitUntilSaved();

    await page.reload();
    await expect(desk.place).toHaveText(/^Item 3 of \d+$/);
    await expect(desk.panel.getByRole('radio', { name: '5, strongly agree' }).first()).toBeChecked();
    await expect(desk.rows.nth(0)).toContainText('answered, bad');
    await expect(desk.rows.nth(1)).toContainText('skipped');
    await expect(desk.rows.nth(2)).toContainText('begun');
    await desk.press('p', 'p');
    await expect(desk.panel.getByRole('textbox', { name: 'Comment' })).toHaveValue('n is typed here, no 4');
    await expect(desk.panel.getByRole('button', { name: 'Noise' })).toHaveAttribute('aria-pressed', 'true');
  });

  test('on the full paper: calipers, magnification and a lead alone, fresh with each item; the reader’s scale stays', async ({ page }) => {
    await page.getByRole('button', { name: 'Calipers', exact: true }).click();
    await page.getByRole('button', { name: 'Enlarge' }).click();
    await expect(page.locator('.caliper-reading')).toContainText('ms');
    await page.getByRole('radio', { name: '12 × 1' }).click();
    await page.locator('.rate').focus();
    await desk.press('n');
    await expect(desk.place).toHaveText(/^Item 2 of \d+$/);
    await expect(page.locator('.caliper-reading')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Magnified to/ })).toHaveText('100 %');
    await expect(page.getByRole('radio', { name: '12 × 1' })).toBeChecked();
  });

  test('in an order of his own, of one class; “next” follows it', async ({ page }) => {
    const choose = async (label: string, option: string | RegExp) => {
      await page.getByRole('button', { name: label }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    };
    await choose('Class', 'LVH');
    await choose('Order', 'By contribution');
    const names = (await desk.rows.allTextContents()).map((row) => /(rhythm|morphology|global)\/\d+/.exec(row)![0]);
    await desk.rows.nth(1).click();
    await desk.press('n');
    await expect(page.locator('.rate-paper')).toContainText(`${names[2]}: `);
  });
});

test('a hidden class is nowhere in the page before the reader names one, and both are shown afterwards', async ({ page }) => {
  const desk = new RatingDesk(page);
  await desk.open();
  const study = await createPackStudy('synthetic', ({ items }) => ({
    isClassHidden: true,
    seed: 'e2e',
    // A code of two letters may stand in any word.
    items: items.filter(({ classes }) => classes.every((code) => code.length > 3)).slice(0, 12),
    repeatShare: 0.25,
  }));
  await desk.open(await putSession(page, study));
  await expect(desk.place).toHaveText('Item 1 of 15');
  const classes = study.items.flatMap((item) => item.classes);
  const anyClass = new RegExp(classes.map((code) => code.replace(/\W/g, '\\$&')).join('|'));
  const html = await page.content();
  const telling = [...classes, 'morphology/', 'rhythm/', 'global/', 'repeat:', 'rating:', ', labelled '];
  expect(telling.filter((words) => html.includes(words))).toEqual([]);

  await desk.press('4', 'b', 'Enter');
  await page.keyboard.type('inferior myocardial');
  await desk.press('ArrowDown', 'Enter', 'Enter');
  await expect(desk.panel).toContainText('You named IMI.');
  await expect(desk.panel.getByRole('heading', { level: 2 }).first()).toHaveText(anyClass);
  await desk.press('5');
  await expect(desk.panel.getByRole('radio', { name: '5, strongly agree' }).first()).toBeChecked();
  await desk.waitUntilSaved();
  await page.reload();
  await expect(desk.panel).toContainText('You named IMI.');
  // The list never tells a class, not even one that was revealed.
  expect((await desk.rows.allTextContents()).join()).not.toMatch(anyClass);
});

test('training explains, its gate holds, and a review that is done can be locked', async ({ page }) => {
  const desk = new RatingDesk(page);
  await desk.open();
  const study = await createPackStudy('synthetic', ({ items }) => ({
    items: items.slice(0, 1),
    training: [{ ...items[40]!, accepted: { clarity: [4, 5] }, explanation: 'No wave is hidden by noise.' }],
    gate: 1,
  }));
  await desk.open(await putSession(page, study));
  await expect(desk.place).toHaveText('Training 1 of 1');
  await desk.press('3', '1');
  await expect(desk.panel).toContainText('No wave is hidden by noise.');
  await desk.press('n');
  await page.getByRole('button', { name: 'Begin the training anew' }).click();
  await desk.press('3', '5', 'n');
  await expect(desk.place).toHaveText('Item 1 of 1');
  await desk.press('4', '4', 'n');
  await expect(page.getByRole('heading', { name: 'All 2 items are answered' })).toBeVisible();
  await page.getByRole('button', { name: 'Lock the review' }).click();
  await page.getByRole('button', { name: 'Lock it' }).click();
  await page.reload();
  await expect(page.getByText('The review is locked.')).toBeVisible();
});
