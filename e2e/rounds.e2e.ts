import { expect, test } from '@playwright/test';
import { expectToAddUp } from './support/ledger';
import { writeRecord } from './support/records';
import { Workbench } from './workbench';

for (const backend of ['webgpu', 'wasm'] as const) {
  test(`a cardiologist reads two ECGs before rounds, computed on ${backend}`, async ({ page }, info) => {
    const files = [
      ...(await writeRecord(info, 'bed-1', { seed: 3, heartRatePerMinute: 60 })),
      ...(await writeRecord(info, 'bed-2', { seed: 8, heartRatePerMinute: 110 })),
    ];
    const desk = new Workbench(page);
    await desk.open({ backend });
    await desk.waitForModel();
    await desk.dropEcg(files);
    await desk.waitForResult('bed-1');

    // The paper: nearer, and an interval measured by hand.
    await desk.paper.focus();
    await page.keyboard.press('+');
    expect(await desk.magnification()).toBeGreaterThan(1);
    await page.keyboard.press('0');
    await page.keyboard.press('c');
    await expect(desk.caliperReading).toContainText(/\d+ ms/);
    await page.keyboard.press('Escape');

    // Why: the sum, the case that counts most, and what becomes of it without a lead.
    const ledger = await desk.readLedger();
    expectToAddUp(ledger);
    await desk.openPrototype(1);
    await desk.viewCases('Overlaid');
    await desk.muteLead('V1');
    await expect(desk.whatIf.getByRole('status')).toContainText('Logit');
    expectToAddUp(await desk.readLedger());
    await desk.resetWhatIf();
    expect(await desk.readLedger()).toEqual(ledger);

    // The next one, beside the first, and back again.
    await desk.step('next', 'bed-2');
    const second = await desk.readLedger();
    expectToAddUp(second);
    await desk.compareWith('bed-1');
    await page.getByRole('button', { name: 'End comparison' }).click();
    await desk.step('previous', 'bed-1');
    expect(await desk.readLedger()).toEqual(ledger);
  });
}
