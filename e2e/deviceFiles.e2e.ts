import { expect, test, type TestInfo } from '@playwright/test';
import { writeMuse } from '../tools/synthetic/deviceXml/museWriter';
import { writePhilips } from '../tools/synthetic/deviceXml/philipsWriter';
import { simulate } from '../training/simulator/simulate';
import type { EcgFile } from '../src/ecg/ecgFile';
import { writeTestFile } from './support/records';
import { Workbench } from './workbench';

const { ecg } = simulate({ statements: ['SR'], ageYears: 55, sex: 'female', seed: 5, nuisance: 'none' });

const writeToDisk = (info: TestInfo, { name, bytes }: EcgFile): Promise<string> => writeTestFile(info, name, bytes);

test.describe("an electrocardiograph's own file", () => {
  test('is read, says where its millivolts come from, and shows what the device measured', async ({ page }, info) => {
    const desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    await desk.dropEcg([await writeToDisk(info, writeMuse(ecg))]);
    await desk.waitForResult();
    await expect(desk.ecg).toBeVisible();

    const facts = page.getByRole('region', { name: 'Recording', exact: true });
    await expect(facts).toContainText('GE MUSE XML');
    await expect(facts).toContainText('1 LSB = 4.88 µV, from LeadAmplitudeUnitsPerBit');
    await expect(facts).toContainText('III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.');
    await expect(page.locator('body')).not.toContainText('Mustermann');

    await page.getByRole('button', { name: 'All measurements' }).click();
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
    await expect(row('PR interval')).toContainText(/\d+ ± \d+ ms\s*Device: 162 ms/);
    await expect(row('QTc, formula not stated')).toContainText('Device: 405 ms');
    await expect(row('P duration')).not.toContainText('Device');
  });

  test('that was altered is refused, and the ECG before stays open', async ({ page }, info) => {
    const desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    await desk.dropEcg([await writeToDisk(info, writePhilips(ecg))]);
    await desk.waitForResult();
    const ledger = await desk.readLedger();
    const altered = writeMuse(ecg, { name: 'altered.xml', edit: (xml) => xml.replace(/CRC32>\d/g, 'CRC32>1') });
    await desk.dropEcg([await writeToDisk(info, altered)]);
    await expect(desk.alert).toHaveText(/altered\.xml was altered or damaged: the samples of “I” do not match their checksum\. The ECG before it stays open\.$/);
    await expect(page.getByRole('region', { name: 'Recording', exact: true })).toContainText('Philips XML 1.04');
    expect(await desk.readLedger()).toEqual(ledger);
  });
});
