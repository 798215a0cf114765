import { mkdir } from 'node:fs/promises';
import { expect, type Page, test, type TestInfo } from '@playwright/test';
import { createSyntheticEcg } from '../tools/synthetic/ecg';
import { writeIshne } from '../tools/synthetic/ishne/ishneWriter';
import { writeLongFile } from '../tools/synthetic/writeLongFile';
import { writeRecord } from './support/records';
import { Workbench } from './workbench';

const SAMPLING_RATE_HZ = 200;
const PART_SECONDS = 600;
const SAMPLES_AT = 522;

/** Writes a Holter recording of twelve leads, of which some hours are ECG and the others zeros. */
async function writeHolter(info: TestInfo, name: string, hours: number, ecgHours = hours): Promise<string> {
  const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: SAMPLING_RATE_HZ, seconds: PART_SECONDS });
  const { bytes } = writeIshne(ecg, { sampleCount: hours * 3600 * SAMPLING_RATE_HZ });
  const folder = info.outputPath('files');
  await mkdir(folder, { recursive: true });
  const [repeats, partCount] = [ecgHours, hours].map((time) => (time * 3600) / PART_SECONDS);
  await writeLongFile(`${folder}/${name}`, { bytes, samplesAt: SAMPLES_AT }, repeats!, partCount!);
  return `${folder}/${name}`;
}

const longReading = (page: Page, name: string) => page.getByRole('region', { name: `Opening ${name}` });

test('three hours of ECG tell how far they are, and then show their best ten seconds', async ({ page }, info) => {
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.pickEcg([await writeHolter(info, 'holter.ecg', 3)]);
  await expect(longReading(page, 'holter.ecg')).toContainText(/Reading 3 h of ECG: \d+ %/);
  await desk.waitForResult();
  await expect(longReading(page, 'holter.ecg')).toHaveCount(0);
  const facts = page.getByRole('region', { name: 'Recording', exact: true });
  await expect(facts).toContainText('holter.ecg');
  await expect(facts).toContainText('0:00 to 0:10 of 3:00:00');
  await expect(desk.alert).toHaveCount(0);
});

test('a day of ECG leaves the page to the ECG before while it is read, and is gone when it is cancelled', async ({ page }, info) => {
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
  await desk.waitForResult('patient');
  const ledger = await desk.readLedger();
  await desk.dropEcg([await writeHolter(info, 'day.ecg', 24, 1)]);

  const reading = longReading(page, 'day.ecg');
  await expect(reading).toContainText(/Reading 24 h of ECG: \d+ %/);
  await expect(desk.rowOf('day.ecg')).toContainText(/reading, \d+ %/);
  await desk.chooseLayout('12 × 1');
  await desk.pickStatement((await desk.statements.nth(1).textContent())!.split(' ')[0]);
  await desk.pickStatement((await desk.statements.nth(0).textContent())!.split(' ')[0]);
  await expect(desk.recordingNamed('patient')).toBeVisible();
  await expect(reading).toBeVisible();

  await reading.getByRole('button', { name: 'Cancel' }).click();
  await expect(reading).toHaveCount(0);
  await expect(page.getByText('The reading of day.ecg was cancelled; the ECG before it stays open.')).toBeVisible();
  await expect(desk.worklist).toHaveCount(0);
  expect(await desk.readLedger()).toEqual(ledger);
});
