import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { STANDARD_LEADS } from '../src/ecg/lead';
import type { BackendName } from '../src/model/protocol';
import { expectToAddUp, toNumber } from './support/ledger';
import { GOLDEN, PORTS } from './support/places';
import { writeRecord } from './support/records';
import { Workbench } from './workbench';

const NAMES: Readonly<Record<BackendName, string>> = { webgpu: 'WebGPU', wasm: 'WebAssembly', cpu: 'JavaScript' };

for (const [model, backend] of [
  ['synthetic', 'webgpu'],
  ['synthetic', 'wasm'],
  ['golden-float16', 'webgpu'],
] as const) {
  test(`reads an ECG with the ${model} model on ${backend}`, async ({ page }, info) => {
    test.skip(model !== 'synthetic' && !existsSync(GOLDEN), 'the golden checkpoint is not beside this clone');
    const desk = new Workbench(page);
    await desk.open({ model, backend });
    await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
    await desk.waitForResult('patient');
    await expect(desk.status).toContainText(`with ${NAMES[backend]}.`);

    // The most probable statement is open; none of 71 need be predicted.
    await expect(desk.statements).toHaveCount(71);
    const code = await desk.statementCode();
    await expect(page.getByRole('option', { selected: true }).first()).toHaveAccessibleName(new RegExp(`^${code} `));
    expectToAddUp(await desk.readLedger());

    const second = (await page.getByRole('option', { selected: false }).first().textContent())!.split(' ')[0];
    await desk.pickStatement(second);
    await expect(desk.contributions).toHaveAccessibleName(`Contributions to ${second}`);
    const ledger = await desk.readLedger();
    expectToAddUp(ledger);
    expect(ledger.count).toBe(model === 'synthetic' ? 142 : 1037);

    const opened = await desk.openPrototype(2);
    expect(ledger.prototypes.map(({ name }) => name)).toContain(opened);
    expect(await desk.leadsOfCase(2)).toEqual([STANDARD_LEADS, STANDARD_LEADS]);
  });
}

test('explains an ECG of the gallery within two clicks', async ({ page }) => {
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  const strips = page.getByRole('img', { name: 'Beginning of lead II' });
  await expect(strips).toHaveCount(3);
  await desk.pickSample('Synthetic ECG at 110/min');
  await desk.waitForResult('sample-3');
  await expect(desk.cases.first()).toBeVisible();
  expectToAddUp(await desk.readLedger());
});

test.describe('on the desk', () => {
  let desk: Workbench;
  test.beforeEach(async ({ page }, info) => {
    desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    await desk.pickEcg(await writeRecord(info, 'patient', { seed: 3 }));
    await desk.waitForResult('patient');
  });

  test('marks the matched window in all twelve leads', async ({ page }) => {
    await page.getByRole('button', { name: /^morphology\/\d+, / }).first().click();
    await expect(page.getByRole('radio', { name: 'At the match' })).toBeChecked();
    const [start, end] = await desk.matchedSeconds();
    expect(end).toBeGreaterThan(start);
    expect(await desk.markedLeads()).toEqual(STANDARD_LEADS);

    await desk.chooseLayout('12 × 1');
    expect(await desk.markedLeads()).toEqual(STANDARD_LEADS);
    expect(await desk.matchedSeconds()).toEqual([start, end]);

    // A printed page shows each lead for 2.5 s only, and marks it where it shows the match.
    await desk.chooseLayout('Whole page');
    const marked = await desk.markedLeads();
    expect(marked).toContain('II');
    expect(marked.length).toBeLessThan(12);
  });

  test('shows every case with twelve leads of both ECGs, whichever branch it is of', async ({ page }) => {
    for (const branch of ['rhythm', 'morphology', 'global']) {
      const row = page.getByRole('button', { name: new RegExp(`^${branch}/\\d+, `) }).first();
      await row.click();
      await expect(row).toHaveAttribute('aria-pressed', 'true');
    }
    const total = Number(/of (\d+)/.exec((await page.getByText(/^\d+ of \d+\. These/).textContent())!)![1]);
    await page.getByRole('button', { name: 'Show 4 more' }).click();
    await expect(desk.cases).toHaveCount(Math.min(8, total));
    for (let n = 1; n <= 8; n++) expect(await desk.leadsOfCase(n)).toEqual([STANDARD_LEADS, STANDARD_LEADS]);
  });

  test('splits the morphology evidence over time', async () => {
    const { branches } = await desk.readLedger();
    const words = (await desk.timeLedger.textContent())!;
    expect(toNumber(/\(([^ ]+) logits\)/.exec(words)![1])).toBe(branches.morphology);
    await expect(desk.timeLedger.locator('.waterfall-bar')).not.toHaveCount(0);
  });

  test('orders the cases by similarity among the statement’s own', async () => {
    const code = await desk.statementCode();
    await desk.orderCases(/^By similarity/);
    const shown = await desk.cases.evaluateAll((cases) =>
      cases.map((pair) => ({
        classes: pair.querySelector('.pair-classes')!.textContent.split(' + '),
        similarity: pair.querySelector('dd b')!.textContent,
      })),
    );
    expect(shown.length).toBeGreaterThan(0);
    for (const { classes } of shown) expect(classes).toContain(code);
    const similarities = shown.map(({ similarity }) => toNumber(similarity));
    expect(similarities).toEqual([...similarities].sort((a, b) => b - a));
  });

  test('finds a statement that is not predicted, by its words', async ({ page }) => {
    const others = page.getByRole('listbox', { name: 'Other statements' }).getByRole('option');
    const [code, ...words] = (await others.first().locator('.statement-name').textContent())!.split(' ');
    await desk.searchStatement(words.join(' '));
    await expect(page.getByRole('listbox', { name: 'Statements found' })).toBeVisible();
    await desk.pickStatement(code);
    await expect(page.locator('.verdict')).toHaveText(/: not predicted$/);
    expectToAddUp(await desk.readLedger());
    await desk.searchStatement('no such words');
    await expect(page.getByText('No statement has this code or these words.')).toBeVisible();
  });
});

test('reads the same on a host that does not allow threads', async ({ page }, info) => {
  const files = await writeRecord(info, 'patient', { seed: 3 });
  const desk = new Workbench(page);
  const read = async (port: number) => {
    await desk.open({ backend: 'wasm', origin: `http://localhost:${port}` });
    await desk.dropEcg(files);
    await desk.waitForResult('patient');
    return { isolated: await page.evaluate(() => crossOriginIsolated), ledger: await desk.readLedger() };
  };
  const threaded = await read(PORTS.isolated);
  const plain = await read(PORTS.plain);
  expect([threaded.isolated, plain.isolated]).toEqual([true, false]);
  expectToAddUp(plain.ledger);
  // Threads may add in another order; what a reader sees stays the same.
  expect({ ...plain.ledger, difference: 0 }).toEqual({ ...threaded.ledger, difference: 0 });
});
