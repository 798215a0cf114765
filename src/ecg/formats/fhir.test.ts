import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { type FhirWriterOptions, writeFhir } from '../../../tools/synthetic/fhir/fhirWriter';
import { STANDARD_LEADS } from '../lead';
import { NeedsFacts } from '../statedFacts';
import { largestErrorMv } from './fixtures/largestErrorMv';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 500 });
const EIGHT = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
const DERIVED = 'III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.';
const SCALE = '1 LSB = 1 µV, from the factor and the unit of the origin';

interface Row {
  readonly options: FhirWriterOptions;
  readonly scale?: string;
  readonly stepUv?: number;
  readonly remarks?: readonly string[];
}

const ROWS: Readonly<Record<string, Row>> = {
  'R4, in millivolts': { options: {} },
  'R5, an interval in seconds': { options: { release: 'R5' } },
  'in microvolts': { options: { unit: 'uV', factor: 1 } },
  'coarser steps and an origin': {
    options: { unit: 'uV', factor: 5, origin: -200 },
    scale: '1 LSB = 5 µV, from the factor and the unit of the origin',
    stepUv: 5,
  },
  'leads by code alone': { options: { naming: 'code' } },
  'leads by text': { options: { naming: 'text' } },
  'leads in another order': { options: { leadOrder: STANDARD_LEADS.toReversed() } },
  'eight leads': { options: { leadOrder: EIGHT }, stepUv: 2, remarks: [DERIVED] },
  'in a Bundle': { options: { within: 'Bundle' } },
  'in a report': { options: { within: 'DiagnosticReport' } },
  'a text that means no lead beside the code': {
    options: { edit: ({ component }) => component.forEach(({ code }) => (code.text = '12-lead ECG')) },
  },
  'components without samples': {
    options: { edit: ({ component }) => component.push({ code: { text: 'Interpretation' } }) },
  },
  'other signals': {
    options: { edit: ({ component }) => component.push({ ...component[0]!, code: { text: 'V3R' } }) },
    remarks: ['Signals beside the twelve leads were not read: “V3R”.'],
  },
};

describe('a FHIR Observation', () => {
  it.each(Object.entries(ROWS))('is read back as it was written: %s', async (_, { options, scale = SCALE, stepUv = 1, remarks = [] }) => {
    const read = await readEcg([writeFhir(ecg, options)]);
    expect(read).toMatchObject({ format: 'FHIR Observation', scale, remarks, samplingRateHz: 500, sampleCount: 5000 });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(stepUv / 2000 + 1e-6);
  });

  it('is known by its content, and leaves the patient where he is', async () => {
    const read = await readEcg([writeFhir(ecg, { name: 'holter.ecg' })]);
    expect(JSON.stringify({ ...read, leads: null })).not.toMatch(/Mustermann|Erika|0815|f001/);
  });

  it.each([[300], [512], [1000], [240]])('gives %i Hz exactly, as R4 and as R5 write it', async (samplingRateHz) => {
    const other = createSyntheticEcg({ seed: 7, samplingRateHz });
    expect((await readEcg([writeFhir(other)])).samplingRateHz).toBe(samplingRateHz);
    expect((await readEcg([writeFhir(other, { release: 'R5' })])).samplingRateHz).toBe(samplingRateHz);
  });

  it('tells samples that are missing or beyond the range of the device', async () => {
    const read = await readEcg([writeFhir(ecg, { marks: { V2: { 3: 'E', 17: 'U' }, aVL: { 4999: 'L' } } })]);
    expect(read.remarks).toEqual([
      'Samples that were beyond the range of the device, which count as missing: 1 in aVL and 1 in V2.',
      'Samples that the file marks as missing: 1 in aVL and 2 in V2.',
    ]);
    expect([read.leads.V2[3], read.leads.V2[17], read.leads.aVL[4999]]).toEqual([NaN, NaN, NaN]);
    expect(read.leads.V2[4]).toBeCloseTo(ecg.leads.V2[4]!, 3);
  });

  it('without a unit asks for it, suggests what fits, and is read once it is stated', async () => {
    const file = writeFhir(ecg, { unit: null });
    const asked = await readEcg([file]).catch((thrown: unknown) => thrown);
    expect(asked).toBeInstanceOf(NeedsFacts);
    const { message, missing } = asked as NeedsFacts;
    expect(message).toBe('ecg.json does not say in what unit its numbers are.');
    expect(missing).toMatchObject([{ fact: 'microvoltsPerUnit', inferred: { microvoltsPerUnit: 1000 } }]);
    const read = await readEcg([file], { microvoltsPerUnit: 1000 });
    expect(read).toMatchObject({ scale: '1 LSB = 1 µV, from the unit of its numbers, as you stated', remarks: [] });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(0.0005 + 1e-6);
  });

  it('is never overruled in what it says itself', async () => {
    const read = await readEcg([writeFhir(ecg)], { microvoltsPerUnit: 1, samplingRateHz: 100, leadOrder: STANDARD_LEADS.toReversed() });
    expect(read).toMatchObject({ scale: SCALE, samplingRateHz: 500 });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(0.0005 + 1e-6);
  });
});
