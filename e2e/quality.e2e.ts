import { expect, test } from '@playwright/test';
import { addFault, FAULTS } from '../tools/accuracy/faults';
import { writeWfdbRecord } from '../tools/synthetic/wfdbWriter';
import { simulate } from '../training/simulator/simulate';
import type { Ecg } from '../src/ecg/ecg';
import { expectAccessible } from './support/expectAccessible';
import { writeTestFile } from './support/records';
import { Workbench } from './workbench';

const clean = simulate({ statements: ['NORM', 'SR'], ageYears: 55, sex: 'female', seed: 21, nuisance: 'none' }).ecg;

const spoil = (ecg: Ecg, name: string): Ecg => addFault(ecg, FAULTS.find((fault) => fault.name === name)!, 1);

const ECGS = { clean, off: spoil(clean, 'V3 flat'), swapped: spoil(clean, 'RA and LA swapped') } as const;

test('a signal with faults is told with its reasons, and marks leads and result; a clean one is not marked', async ({ page }, info) => {
  const desk = new Workbench(page);
  await desk.open({ backend: 'wasm' });
  const open = async (name: keyof typeof ECGS): Promise<void> => {
    const { files } = writeWfdbRecord(ECGS[name], { recordName: name });
    await desk.dropEcg(await Promise.all(files.map((file) => writeTestFile(info, file.name, file.bytes))));
    await desk.waitForResult(name);
  };
  const signal = page.getByRole('region', { name: 'Signal', exact: true });
  const marks = page.getByText('Computed on a signal with faults:');

  await open('clean');
  await expect(signal).toContainText('nothing found');
  await expect(marks).toHaveCount(0);
  await expect(desk.ecg).not.toContainText('Marked for a doubtful signal');

  await open('off');
  await expect(signal).toContainText('V3 electrode off');
  await expect(signal).toContainText('not usable');
  await expect(marks.first()).toHaveText('Computed on a signal with faults: V3 electrode off.');
  await expect(desk.ecg).toContainText('Marked for a doubtful signal: V3.');

  await open('swapped');
  await expect(signal).toContainText('Right arm and left arm electrodes probably swapped');
  await signal.getByRole('button', { name: 'Details' }).press('Enter');
  const details = page.getByRole('dialog', { name: 'What was found in the signal' });
  await expect(details).toContainText(/Lead I is inverted, P as well as QRS and T, against V5 and V6 \(correlation −0\.\d+\)/);
  await expectAccessible(page, 'what was found in the signal');
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
});
