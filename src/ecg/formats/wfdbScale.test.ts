import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { writeWfdbRecord } from '../../../tools/synthetic/wfdbWriter';
import { STANDARD_LEADS } from '../lead';
import { NeedsFacts } from '../statedFacts';
import { largestErrorMv } from './fixtures/largestErrorMv';
import { ecg, edited } from './fixtures/wfdbRecord';
import { readEcg } from './registry';

describe('a WFDB record', () => {
  it.each([
    ['unit mv', /mV/g, 'mv', 1, 'from the gain 1000 per mv in the header'],
    ['unit absent', /\/mV/g, '', 1, 'from the gain 1000 in the header, per mV because it names no unit'],
    ['unit uV', /1000\(0\)\/mV/g, '1(0)/uV', 1, 'from the gain 1 per uV in the header'],
    ['unit µV', /1000\(0\)\/mV/g, '1/µV', 1, 'from the gain 1 per µV in the header'],
    ['unit nV', /1000\(0\)\/mV/g, '1e-3(0)/nV', 1, 'from the gain 0.001 per nV in the header'],
    ['unit V', /1000\(0\)\/mV/g, '1.0e+6/V', 1, 'from the gain 1000000 per V in the header'],
  ])('is scaled by the rules of header(5): %s', async (_, from, to, microvolts, origin) => {
    const read = await readEcg(edited((hea) => hea.replace(from, to)));
    expect(read.scale).toBe(`1 LSB = ${microvolts} µV, ${origin}`);
    const scaled = read.leads.V4.map((sample) => sample / microvolts);
    expect(largestErrorMv({ ...read, leads: { ...ecg.leads, V4: scaled } }, ecg)).toBeLessThan(0.00051);
  });

  it('without a gain asks for the scale, and is read with what is stated for the leads that have none', async () => {
    const files = edited((hea) => hea.replace(/1000\(0\)\/mV(?=.* (?:aVR|V1)$)/gm, '0'));
    const needs = await readEcg(files).catch((thrown: unknown) => thrown);
    expect(needs).toBeInstanceOf(NeedsFacts);
    expect((needs as NeedsFacts).missing).toMatchObject([
      {
        fact: 'microvoltsPerUnit',
        offers: [{ unit: 'steps of 5 µV', microvoltsPerUnit: 5 }, { unit: 'µV', microvoltsPerUnit: 1 }, {}, {}],
        inferred: { microvoltsPerUnit: 5, because: 'WFDB assumes 200 steps per unit where a header gives no gain' },
      },
    ]);
    const read = await readEcg(files, { microvoltsPerUnit: 1 });
    expect(largestErrorMv(read, ecg)).toBeLessThan(0.00051);
    expect(read.scale).toBe(
      '1 LSB = 1 µV, from the gain 1000 per mV in the header (I, II, III, aVL, aVF, V2, V3, V4, V5 and V6); ' +
        '1 LSB = 1 µV, as stated, because the header gives no gain (aVR and V1)',
    );
  });

  it('may store a lead upside down, by a negative gain', async () => {
    const { hea, files } = writeWfdbRecord({ ...ecg, leads: { ...ecg.leads, V3: ecg.leads.V3.map((sample) => -sample) } });
    const turned = new TextEncoder().encode(hea.replace(/1000(?=.* V3$)/m, '-1000'));
    const read = await readEcg([{ name: 'synthetic.hea', bytes: turned }, files[1]]);
    expect(largestErrorMv(read, ecg)).toBeLessThan(0.00051);
    expect(read.remarks).toEqual(['The file stores “V3” upside down and says so; it was turned back.']);
  });

  it('whose scale makes no ECG of its samples is read, with a remark', async () => {
    const tooFine = await readEcg(edited((hea) => hea.replaceAll('1000(0)/mV', '1000(0)/uV')));
    expect(tooFine.remarks).toEqual([expect.stringMatching(/^In most leads the ECG spans about 0\.00\d+ mV, which no beating heart’s does: /)]);
    const tooCoarse = await readEcg(edited((hea) => hea.replaceAll('1000(0)/mV', '20(0)/mV')));
    expect(tooCoarse.remarks.at(-1)).toMatch(/^In most leads the ECG spans about \d+ mV, which no beating heart’s does: the scale in the file may be wrong\.$/);
    const holed = createSyntheticEcg({ seed: 4 });
    for (const lead of STANDARD_LEADS) holed.leads[lead].fill(NaN, 0, 4500);
    expect((await readEcg(writeWfdbRecord(holed).files)).remarks.filter((remark) => remark.includes('spans'))).toEqual([]);
  });

  it('may write the µ of its unit in Latin-1', async () => {
    const { hea, files } = writeWfdbRecord(ecg);
    const bytes = Uint8Array.from(hea.replaceAll('1000(0)/mV', '1/\u00b5V'), (character) => character.charCodeAt(0));
    const read = await readEcg([{ name: 'synthetic.hea', bytes }, files[1]]);
    expect(read.scale).toBe('1 LSB = 1 µV, from the gain 1 per µV in the header');
  });

  it('takes the ADC zero as baseline where the header gives none', async () => {
    const files = edited((hea) => hea.replace(/1000\(40\)\/mV 16 0/g, '1000/mV 16 40'), { baseline: 40 });
    expect(largestErrorMv(await readEcg(files), ecg)).toBeLessThan(0.00051);
  });

  it('says which leads are scaled differently', async () => {
    const files = edited((hea) => hea.replace(/1000(?=.* (?:I|V6)$)/gm, '500'));
    expect((await readEcg(files)).scale).toBe(
      '1 LSB = 2 µV, from the gain 500 per mV in the header (I and V6); ' +
        '1 LSB = 1 µV, from the gain 1000 per mV in the header (II, III, aVR, aVL, aVF, V1, V2, V3, V4 and V5)',
    );
  });
});
