import { expect, test } from '@playwright/test';
import { BRANCHES } from '../src/model/branch';
import { toNumber } from './support/ledger';
import { writeRecord } from './support/records';
import { Workbench } from './workbench';

/** The numbers of both ledgers as a reader sees them, row by row. */
async function readComparedLedger(desk: Workbench) {
  const table = desk.comparison.getByRole('table', { name: /^Contributions to/ });
  const rows = await table.locator('tbody tr').evaluateAll((all) =>
    all.map((row) => [...row.children].filter((cell) => !cell.hasAttribute('aria-hidden')).map((cell) => cell.textContent.trim())),
  );
  return rows.map(([part, ...values]) => {
    const [one, other, difference] = values.map(toNumber) as [number, number, number];
    return { part: part!, one, other, difference };
  });
}

const ROUNDING = 0.005;

test('an ECG is compared with another of the session: both on one paper, what turned, and ledgers that add up', async ({ page }, info) => {
  const now = await writeRecord(info, 'now', { seed: 3, heartRatePerMinute: 60 });
  const before = await writeRecord(info, 'before', { seed: 8, heartRatePerMinute: 110 });
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.waitForModel();
  await desk.dropEcg(now);
  await desk.waitForResult('now');

  // Alone, there is nothing to compare with, and the page says what to do.
  await page.getByRole('button', { name: 'Compare with…' }).click();
  await expect(page.getByRole('dialog', { name: 'Compare with' })).toContainText('Drop a second ECG');
  await page.keyboard.press('Escape');
  const alone = await desk.readLedger();
  const code = await desk.statementCode();
  await desk.dropEcg(before);
  await desk.waitForResult('before');
  await desk.pickStatement(code);
  const other = await desk.readLedger();
  await desk.step('previous', 'now');

  // A what-if ends, as both count as the network read them.
  await desk.mute('rhythm');
  await desk.compareWith('before');
  await expect(desk.whatIf).toHaveCount(0);
  await expect(desk.comparison.getByRole('img', { name: /^(This|Compared) ECG, (now|before), twelve-lead ECG/ })).toHaveCount(2);
  await expect(desk.comparison.getByRole('row', { name: /^Heart rate .* −50 ± .* differs$/ })).toBeVisible();

  // Both ledgers are those that each ECG has alone.
  await expect(desk.statement).toContainText(code);
  const rows = await readComparedLedger(desk);
  const find = (part: string) => rows.find((row) => row.part === part)!;
  expect([find('Logit').one, find('Logit').other]).toEqual([alone.logit, other.logit]);
  expect([find('Bias').one, find('Bias').other]).toEqual([alone.bias, other.bias]);
  for (const branch of BRANCHES) {
    const { one, other: there } = find(branch[0]!.toUpperCase() + branch.slice(1));
    expect([one, there]).toEqual([alone.branches[branch], other.branches[branch]]);
  }
  const parts = rows.filter(({ part }) => part === 'Bias' || part.includes('/') || / others?$/.test(part));
  for (const column of ['one', 'other', 'difference'] as const) {
    const sum = parts.reduce((total, row) => total + row[column], 0);
    expect(Math.abs(sum - find('Logit')[column])).toBeLessThanOrEqual((parts.length + 1) * ROUNDING + 1e-9);
  }
  for (const row of rows) expect(Math.abs(row.one - row.other - row.difference)).toBeLessThanOrEqual(3 * ROUNDING + 1e-9);

  // What turned stands first; choosing it shows its ledgers and its sentence.
  const statements = desk.comparison.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Logits apart' }) });
  const wanted = statements.getByRole('button').filter({ hasNotText: new RegExp(`^${code} `) }).first();
  const chosen = (await wanted.locator('strong').first().textContent())!;
  await wanted.focus();
  await page.keyboard.press('Enter');
  await expect(desk.statement).toContainText(chosen);
  await expect(desk.comparison.locator('.evidence-sentence')).toContainText(`The logit of ${chosen}`);
  await page.getByRole('button', { name: 'Show all 71' }).click();
  await expect(statements.getByRole('button')).toHaveCount(71);

  await page.getByRole('button', { name: 'End comparison' }).click();
  await expect(desk.comparison).toHaveCount(0);
  await expect(desk.statement).toContainText(chosen);
  await expect(desk.ecg).toHaveCount(1);
});

test('a comparison ends when the other ECG is opened or closed, and goes on with a third', async ({ page }, info) => {
  const records = await Promise.all(['a', 'b', 'c'].map((name, i) => writeRecord(info, name, { seed: 3 + i })));
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.waitForModel();
  await desk.dropEcg(records.flat());
  await desk.waitForResult('a');
  await desk.compareWith('c');
  await desk.rowOf('b').click();
  await expect(desk.comparison).toHaveAccessibleName('b compared with c');
  await desk.rowOf('c').click();
  await desk.waitForResult('c');
  await expect(desk.comparison).toHaveCount(0);
  await desk.compareWith('a');
  await page.getByRole('button', { name: 'Close a', exact: true }).click();
  await expect(desk.comparison).toHaveCount(0);
  await expect(desk.recordingNamed('c')).toBeVisible();
});

test('on a phone both ECGs scroll together and what is compared stands under tabs', async ({ page }, info) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.waitForModel();
  await desk.dropEcg([...(await writeRecord(info, 'one', { seed: 3 })), ...(await writeRecord(info, 'two', { seed: 8 }))]);
  await desk.waitForResult();
  await desk.compareWith('two');
  const places = () => desk.comparison.getByRole('img', { name: /twelve-lead ECG/ }).evaluateAll((ecgs) => ecgs.map((ecg) => ecg.getBoundingClientRect().left));
  const before = await places();
  await desk.comparison.getByRole('region', { name: 'Both ECGs' }).evaluate((window) => window.scrollBy({ left: 200 }));
  await expect.poll(places).toEqual(before.map((left) => left - 200));
  for (const tab of ['Measurements', 'Contributions', 'Statements']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(desk.comparison.getByRole('table')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  }
});
