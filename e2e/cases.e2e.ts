import { expect, test } from '@playwright/test';
import { findLayoutFaults } from './support/layoutFaults';
import { writeRecord } from './support/records';
import { Workbench } from './workbench';

test.describe('beside its prototypes', () => {
  let desk: Workbench;
  test.beforeEach(async ({ page }, info) => {
    desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
    await desk.waitForResult('patient');
    await expect(page.getByText(/median beat \(\d+ beats\)/)).toBeVisible();
  });

  test('lays both ECGs on each other at R, subtracts them, and reads the cursor by keyboard', async ({ page }) => {
    const n = await desk.findCase('morphology');
    const pair = desk.cases.nth(n - 1);
    await desk.viewCases('R aligned');
    await expect(pair.getByText(/Prototype shifted by|R peaks lie at one place|no R peak/)).toBeVisible();
    await expect(pair.getByRole('img')).toHaveCount(2);

    await desk.viewCases('Overlaid');
    await expect(pair.getByRole('img', { name: /^This ECG, .* on the same paper: Prototype morphology/ })).toBeVisible();
    await expect(pair.getByRole('img')).toHaveCount(1);

    await desk.viewCases('Subtracted');
    await expect(pair.getByRole('img', { name: /^This ECG, .* minus prototype morphology/ })).toBeVisible();
    await expect(pair.getByText('the lower of both rates')).toBeVisible();
    const first = await desk.moveCursor(n, 'ArrowRight');
    const later = await desk.moveCursor(n, 'Shift+ArrowRight');
    expect(first).toMatch(/^I at [\d.]+ s here, [\d.]+ s there: this ECG .* mV, prototype .* mV, difference .* mV$/);
    const secondsOf = (words: string) => Number(/at ([\d.]+) s here/.exec(words)![1]);
    expect(secondsOf(later) - secondsOf(first)).toBeCloseTo(0.1, 5);
    expect(await desk.moveCursor(n, 'ArrowDown')).toMatch(/^(II|aVR|aVL) at /);

    // What is chosen once is kept for the next ECG.
    await page.reload();
    await desk.pickSample('Synthetic ECG at 75/min');
    await desk.waitForResult('sample-2');
    await expect(page.getByRole('radio', { name: 'Subtracted' })).toBeChecked();
  });

  test('moves the cursor over both panels at once', async ({ page }) => {
    const pair = desk.cases.nth((await desk.findCase('morphology')) - 1);
    const panels = pair.getByRole('img');
    await expect(panels).toHaveCount(2);
    await pair.scrollIntoViewIfNeeded();
    const box = (await panels.last().boundingBox())!;
    await page.mouse.move(box.x + 10, box.y + 40);
    await page.mouse.move(box.x + 60, box.y + 40);
    await expect(pair.locator('.pair-readout')).toContainText('this ECG');
    const lines = await pair.locator('.pair-cursor path').evaluateAll((paths) => paths.map((path) => path.getAttribute('transform')));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(lines[1]);
    await page.mouse.move(5, 5);
    await expect(pair.locator('.pair-cursor').first()).not.toBeVisible();
  });

  test('tells in a table what both measure, and in which they differ', async ({ page }) => {
    const pair = desk.cases.first();
    await pair.getByRole('button', { name: 'Measured differences' }).click();
    const table = pair.getByRole('table', { name: 'Whole record of each, on its median beat' });
    for (const name of [/^Heart rate/, /^PR interval/, /^QRS duration/, /^QTc/, /^QRS axis/, /^ST, J \+ 60/]) {
      await expect(table.getByRole('row', { name })).toContainText(/differs|within uncertainty|not measurable/);
    }
    expect(await findLayoutFaults(page)).toEqual([]);
  });

  test('opens a prototype’s dossier from the keyboard, and the focus comes back', async ({ page }) => {
    const n = await desk.findCase('morphology');
    const name = (await desk.cases.nth(n - 1).getAttribute('aria-label'))!.replace('Prototype ', '');
    const button = desk.cases.nth(n - 1).getByRole('button', { name: `Dossier of ${name}` });
    await button.focus();
    await page.keyboard.press('Enter');
    const dossier = page.getByRole('dialog', { name: 'Dossier of a prototype' });
    await expect(dossier.getByRole('heading', { name: `Prototype ${name}` })).toBeVisible();
    await expect(dossier.getByRole('img', { name: /^Source ECG of the prototype/ })).toBeVisible();
    await expect(dossier.locator('.paper-evidence')).toHaveCount(12);
    await expect(dossier.getByText(/^As similar to its own source/)).toBeVisible();
    await expect(dossier.getByRole('heading', { name: 'How often it fires' })).toBeVisible();
    await expect(dossier.getByRole('row', { name: 'Supports' })).toBeVisible();
    expect(await findLayoutFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dossier).toBeHidden();
    await expect(button).toBeFocused();
  });
});

test('measures in a worker, and on the page where no worker for it starts', async ({ page }, info) => {
  const desk = new Workbench(page);
  const files = await writeRecord(info, 'patient', { seed: 3 });
  const measure = async () => {
    await desk.open({ backend: 'wasm' });
    await desk.dropEcg(files);
    const line = page.locator('.measurement-line');
    await expect(line).toBeVisible();
    return (await line.textContent())!;
  };
  const programs: string[] = [];
  page.on('request', (request) => programs.push(new URL(request.url()).pathname));
  const apart = await measure();
  expect(programs.filter((path) => /measure\.worker/.test(path))).not.toEqual([]);
  await page.route(/measure\.worker/, (route) => route.abort());
  expect(await measure()).toBe(apart);
});
