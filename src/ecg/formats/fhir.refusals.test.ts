import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { type FhirObservation, writeFhir } from '../../../tools/synthetic/fhir/fhirWriter';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import type { EcgFile } from '../ecgFile';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 100 });
const refusal = (file: EcgFile) => sentenceOf(() => readEcg([file]));
/** Changes the series of one lead. */
const inSeries = (changes: Readonly<Record<string, unknown>>, index = 1) => ({ component }: FhirObservation) => {
  component[index]!.valueSampledData = { ...component[index]!.valueSampledData, ...changes };
};

const II = 'the samples of “II”';
const REFUSALS: readonly (readonly [what: string, edit: (observation: FhirObservation) => void, sentence: string])[] = [
  ['no samples at all', (observation) => (observation.component = []), 'ecg.json is a FHIR “Observation” without samples of an ECG.'],
  [
    'samples without components',
    (observation) => Object.assign(observation, { valueSampledData: observation.component[0]!.valueSampledData, component: [] }),
    'ecg.json holds samples without a lead that they belong to.',
  ],
  [
    'three leads',
    ({ component }) => component.splice(3),
    'ecg.json is no complete 12-lead ECG: it lacks the leads V1, V2, V3, V4, V5 and V6 and holds “I”, “II” and “III”.',
  ],
  [
    'a code and a name of two leads',
    ({ component }) => (component[1]!.code = { coding: [{ code: '131329', display: 'MDC_ECG_ELEC_POTL_II' }] }),
    'ecg.json names component 2 both I and II, so it is unclear which lead it is.',
  ],
  ['a lead twice', ({ component }) => (component[1]!.code = { text: 'Lead I' }), 'ecg.json names the lead I twice, so it is unclear which of the two is meant.'],
  ['no data', inSeries({ data: undefined }), `ecg.json lacks ${II}.`],
  ['empty data', inSeries({ data: ' ' }), `ecg.json lacks ${II}.`],
  ['a word among the data', inSeries({ data: '1 2 x 3' }), `ecg.json has “x” among ${II}.`],
  ['a number too long to be one', inSeries({ data: `1 ${'9'.repeat(31)}` }), `ecg.json has “${'9'.repeat(31)}” among ${II}.`],
  ['fewer samples in a lead', inSeries({ data: '1 2 3' }), 'ecg.json holds 1000 samples of “I” but 3 of “II”, so the leads do not belong together.'],
  ['no period', inSeries({ period: undefined }), `ecg.json does not say how far apart in time ${II} are.`],
  ['a period and an interval', inSeries({ interval: 10, intervalUnit: 'ms' }), `ecg.json says twice how far apart in time ${II} are.`],
  ['a period of zero', inSeries({ period: 0 }), `ecg.json gives the time between ${II} as 0 ms, which it cannot be.`],
  ['a period that is a text', inSeries({ period: '2 ms' }), `ecg.json gives the time between ${II} as “2 ms”, which it cannot be.`],
  [
    'an interval in a unit of no time',
    inSeries({ period: undefined, interval: 100, intervalUnit: 'Hz' }),
    `ecg.json gives the time between ${II} in “Hz”; only s, ms, us and ns can be read.`,
  ],
  ['times one by one', inSeries({ offsets: '0 10 25' }), `ecg.json gives the time of each of ${II}; only even intervals can be read.`],
  ['another rate in a lead', inSeries({ period: 5 }), 'ecg.json holds “I” at 100 Hz but “II” at 200 Hz; only leads of one sampling rate can be read.'],
  ['several dimensions', inSeries({ dimensions: 2 }), `ecg.json gives ${II} “2” dimensions; only 1 can be read.`],
  ['a factor of zero', inSeries({ factor: 0 }), `ecg.json gives the factor of ${II} as “0”, which it cannot be.`],
  ['a factor that is a text', inSeries({ factor: '1e-3' }), `ecg.json gives the factor of ${II} as “1e-3”, which it cannot be.`],
  ['another unit', inSeries({ origin: { value: 0, code: 'mm[Hg]' } }), `ecg.json gives ${II} in “mm[Hg]”, which is no unit of voltage.`],
  ['two units', inSeries({ origin: { value: 0, code: 'uV', unit: 'mV' } }), `ecg.json gives ${II} both in “uV” and in “mV”.`],
];

describe('a FHIR Observation that cannot be read is refused in one sentence', () => {
  it.each(REFUSALS)('%s', async (_, edit, sentence) => {
    expect(await refusal(writeFhir(ecg, { edit }))).toBe(sentence);
  });

  it('9 s, also where it gives no unit', async () => {
    const short = createSyntheticEcg({ seed: 7, samplingRateHz: 100, seconds: 9 });
    expect(await refusal(writeFhir(short, { unit: null }))).toBe('ecg.json is 9 s long; at least 10 s are needed.');
  });

  it('a text cut off', async () => {
    const { name, bytes } = writeFhir(ecg);
    expect(await refusal({ name, bytes: bytes.slice(0, 4000) })).toBe('ecg.json is cut off or damaged: it is no complete JSON.');
  });

  it('a Bundle without and with several recordings', async () => {
    const observation: unknown = JSON.parse(new TextDecoder().decode(writeFhir(ecg).bytes));
    const bundle = (resources: readonly unknown[]): EcgFile => {
      const content = { resourceType: 'Bundle', entry: resources.map((resource) => ({ resource })) };
      return { name: 'bundle.json', bytes: new TextEncoder().encode(JSON.stringify(content)) };
    };
    expect(await refusal(bundle([]))).toBe('bundle.json is a FHIR “Bundle” without samples of an ECG.');
    expect(await refusal(bundle([observation, observation]))).toBe('bundle.json holds 2 observations with samples, of which only one can be read.');
  });

  it('more than any ECG takes', async () => {
    const text = '{"resourceType": "Observation"}'.padEnd(2 ** 23 + 1);
    expect(await refusal({ name: 'large.json', bytes: new TextEncoder().encode(text) })).toBe('large.json is 9 MB long; JSON of up to 8 MB can be read.');
  });

  it('another resource is no ECG', async () => {
    const bytes = new TextEncoder().encode('{"resourceType": "Patient"}');
    expect(await refusal({ name: 'patient.json', bytes })).toMatch(/^No ECG that can be read was found: patient\.json seems to be a JSON file; /);
  });
});
