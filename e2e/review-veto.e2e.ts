import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { writeRecord } from './support/records';
import { Workbench } from './workbench';

test.describe('ratings where prototypes appear', () => {
  let desk: Workbench;
  test.beforeEach(async ({ page }, info) => {
    desk = new Workbench(page);
    await desk.open({ backend: 'wasm' });
    await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
    await desk.waitForResult('patient');
  });

  test('what is rated bad is muted all at once as one by one, and listed for the reference implementation', async ({ page }) => {
    const before = await desk.readLedger();
    const bad = [await desk.rateBad(1, 'Noise'), await desk.rateBad(2, 'Wrong class'), await desk.rateBad(3, 'Artefact'), await desk.rateBad(4, 'Other')];
    for (const [i, name] of bad.entries()) {
      await desk.cases.filter({ hasText: name }).getByRole('button', { name: `Mute ${name}, rated bad` }).click();
      await expect(desk.whatIf.getByRole('row')).toHaveCount(i + 1);
    }
    const oneByOne = await desk.readLedger();
    expect(oneByOne.logit).not.toBe(before.logit);
    expect(oneByOne.count).toBe(before.count - 4);
    await desk.resetWhatIf();

    await page.getByRole('button', { name: 'What if…' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save prune.json with 4 prototypes' }).click();
    const { prune } = JSON.parse(await readFile(await (await download).path(), 'utf8')) as { prune: Record<string, number[]> };
    const listed = Object.entries({ rhythm: '1D', morphology: '2D_partial', global: '2D_global' }).flatMap(([branch, name]) =>
      prune[name]!.map((index) => `${branch}/${index}`),
    );
    expect([...listed].sort()).toEqual([...bad].sort());

    await page.getByRole('button', { name: 'Mute the 4 prototypes you rated bad' }).click();
    await expect(desk.whatIf.getByRole('row', { name: '4 rated bad' })).toBeVisible();
    expect(await desk.readLedger()).toEqual(oneByOne);
    await desk.whatIf.getByRole('button', { name: 'Let 4 rated bad count again' }).click();
    await expect(desk.whatIf).toHaveCount(0);
    expect(await desk.readLedger()).toEqual(before);
  });

  test('what is said of a prototype and of a pair is there after a reload, for this ECG and statement', async ({ page }, info) => {
    const pair = await desk.openRating(1);
    await pair.getByRole('radiogroup', { name: 'This pair' }).getByRole('radio', { name: '4, agree' }).click();
    await pair.getByRole('radiogroup', { name: 'Clarity' }).getByRole('radio', { name: 'Cannot judge' }).click();
    const words = 'You rated: clarity cannot be judged · match of this pair 4';
    await expect(pair).toContainText(words);
    await expect(pair.getByText('Saved on this computer')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Choose ECG files' })).toBeVisible();
    await desk.dropEcg(await writeRecord(info, 'patient', { seed: 3 }));
    await desk.waitForResult('patient');
    await expect(desk.cases.first()).toContainText(words);

    await pair.getByRole('button', { name: /^Dossier/ }).click();
    await expect(page.getByRole('region', { name: 'Ratings' })).toContainText('cannot judge');
    await page.keyboard.press('Escape');

    // Another ECG, in which the same prototype stands somewhere among the cases or not at all.
    await desk.dropEcg(await writeRecord(info, 'other', { seed: 8 }));
    await desk.waitForResult('other');
    await expect(page.getByText('match of this pair')).toHaveCount(0);
  });
});
