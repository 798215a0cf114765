import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { BRANCHES } from '../src/model/branch';
import { expectToAddUp, toNumber } from './support/ledger';
import { DEMO, PORTS } from './support/places';
import { writeRecord } from './support/records';
import { Workbench } from './workbench';

/** What rounding to two decimals may hide in a sum of a few numbers, in logits. */
const ROUNDING = 0.03;

test.describe('what if the model did without', () => {
  let desk: Workbench;
  test.beforeEach(async ({ page }, info) => {
    desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
    await desk.waitForResult('patient');
  });

  test('a prototype or a branch: its contribution goes at once, the sum stays true, and reset returns the very ledger', async () => {
    const before = await desk.readLedger();
    expectToAddUp(before);
    const { name, contribution, branch } = before.prototypes.find((prototype) => prototype.branch === 'morphology')!;
    await desk.mute(name);
    await expect(desk.whatIf).toContainText(name);
    const without = await desk.readLedger();
    expect(Math.abs(without.logit - (before.logit - contribution))).toBeLessThanOrEqual(ROUNDING);
    expect(Math.abs(without.branches[branch] - (before.branches[branch] - contribution))).toBeLessThanOrEqual(ROUNDING);
    expect(without.prototypes.find((own) => own.name === name)!.contribution).toBe(0);
    expect(without.count).toBe(before.count - 1);
    expect(without.difference).toBeLessThanOrEqual(1e-4);
    await expect(desk.contributions.getByRole('button', { name: new RegExp(`^${name}, .*: muted, would be `) })).toBeVisible();

    await desk.mute('rhythm');
    const withoutBranch = await desk.readLedger();
    expect(Math.abs(withoutBranch.logit - (without.logit - before.branches.rhythm))).toBeLessThanOrEqual(ROUNDING);
    expect(withoutBranch.branches.rhythm).toBe(0);
    const total = BRANCHES.reduce((sum, own) => sum + withoutBranch.branches[own], withoutBranch.bias);
    expect(Math.abs(total - withoutBranch.logit)).toBeLessThanOrEqual(ROUNDING);

    // The list keeps the real prediction, and the heading says which is which.
    await expect(desk.page.locator('.verdict')).toContainText('The real prediction');
    await desk.unmute(name);
    expect((await desk.readLedger()).count).toBe(before.count - 32);
    await desk.resetWhatIf();
    expect(await desk.readLedger()).toEqual(before);
  });

  test('a lead: the network computes anew within a second, for every statement, and the lead is faint on the paper', async ({ page }) => {
    const before = await desk.readLedger();
    const code = await desk.statementCode();
    const start = Date.now();
    await desk.muteLead('V1');
    await expect(desk.whatIf.getByRole('status')).toContainText('Logit');
    console.info(`a lead muted: ${Date.now() - start} ms from click to ledger, the test's own steps included`);
    const without = await desk.readLedger();
    expectToAddUp(without);
    expect(without.logit).not.toBe(before.logit);
    expect(without.count).toBe(before.count);
    await expect(desk.ecg.locator('.paper-trace.is-muted').first()).toHaveAttribute('data-lead', 'V1');

    await desk.muteLead('II');
    await expect(desk.ecg).toHaveAccessibleName(/Muted, and drawn faintly: II, V1\./);
    expectToAddUp(await desk.readLedger());
    const other = (await page.getByRole('option', { selected: false }).first().textContent())!.split(' ')[0]!;
    await desk.pickStatement(other);
    await expect(desk.whatIf).toContainText('V1 flat');
    expectToAddUp(await desk.readLedger());
    await desk.pickStatement(code);

    await desk.unmute('II flat');
    await expect(desk.ecg).toHaveAccessibleName(/drawn faintly: V1\./);
    expect({ ...(await desk.readLedger()), difference: 0 }).toEqual({ ...without, difference: 0 });
    await desk.resetWhatIf();
    await expect(desk.ecg.locator('.paper-trace.is-muted')).toHaveCount(0);
    expect(await desk.readLedger()).toEqual(before);
  });

  test('goes with the ECG that it was asked of', async ({ page }, info) => {
    await desk.mute('global');
    await expect(desk.whatIf).toBeVisible();
    await desk.pickEcg(await writeRecord(info, 'next', { seed: 4 }), 'Open another');
    await desk.waitForResult('next');
    await expect(desk.whatIf).toHaveCount(0);
    expectToAddUp(await desk.readLedger());
    // This model was never measured on other ECGs.
    await expect(page.getByRole('radio', { name: 'Relative to the average ECG' })).toBeDisabled();
  });

  test('by the keyboard alone', async ({ page }) => {
    const button = desk.contributions.getByRole('button', { name: 'Mute rhythm', exact: true }).first();
    await button.focus();
    await page.keyboard.press('Space');
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(button).toBeFocused();
    await desk.whatIf.getByRole('row', { name: 'rhythm branch' }).focus();
    await page.keyboard.press('Delete');
    await expect(desk.whatIf).toHaveCount(0);
  });
});

test('contributions count from the average ECG of the demo model: the same logit, another start', async ({ page }) => {
  test.skip(!existsSync(DEMO), 'public/models/demo is absent');
  const desk = new Workbench(page);
  await desk.open({ model: null, backend: 'wasm', origin: `http://localhost:${PORTS.published}` });
  await desk.pickSample('Complete left bundle branch block');
  await desk.waitForResult('left-bundle-branch-block');
  const absolute = await desk.readLedger();
  expectToAddUp(absolute);
  await page.getByRole('radio', { name: 'Relative to the average ECG' }).click();
  await expect(page.getByText('counted from the average of 2,000 held-out ECGs')).toBeVisible();

  const table = desk.contributions.getByRole('table');
  const start = toNumber((await table.getByRole('row', { name: /^average ECG/ }).getByRole('cell').first().textContent())!);
  const relative = await desk.readLedger();
  expect(relative.logit).toBe(absolute.logit);
  expect(relative.probability).toBe(absolute.probability);
  expect(relative.count).toBe(1037);
  expect(relative.difference).toBeLessThanOrEqual(1e-4);
  expect(start).not.toBe(absolute.bias);
  const total = BRANCHES.reduce((sum, branch) => sum + relative.branches[branch], start);
  expect(Math.abs(total - relative.logit)).toBeLessThanOrEqual(ROUNDING);
  await expect(page.locator('.evidence-sentence')).toContainText('Compared with the average ECG');
  await expect(desk.timeLedger).toContainText('Absolute, as no average is known for single windows.');

  // The choice outlives the page; nothing of the ECG does.
  await page.reload();
  await desk.pickSample('Atrial fibrillation');
  await desk.waitForResult('atrial-fibrillation');
  await expect(page.getByRole('radio', { name: 'Relative to the average ECG' })).toBeChecked();
});
