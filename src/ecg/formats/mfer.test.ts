import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { type MferWriterOptions, writeMfer } from '../../../tools/synthetic/mfer/mferWriter';
import { STANDARD_LEADS } from '../lead';
import { NeedsFacts } from '../statedFacts';
import { largestErrorMv } from './fixtures/largestErrorMv';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 500 });
const EIGHT = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
const DERIVED = 'III, aVR, aVL and aVF are not stored: they were computed from the other limb leads.';

interface Row {
  readonly options: MferWriterOptions;
  readonly scale?: string;
  readonly stepUv?: number;
  readonly remarks?: readonly string[];
}

const ROWS: Readonly<Record<string, Row>> = {
  'big endian, a block a lead': { options: {} },
  'little endian': { options: { isLittleEndian: true } },
  'blocks of one sample': { options: { blockLength: 1 } },
  'blocks of a second': { options: { blockLength: 500, isLittleEndian: true } },
  'a rate in hertz': { options: { isFrequency: true } },
  '32 bits': { options: { dataType: 2, nanovoltsPerStep: 10 }, scale: '1 LSB = 0.01 µV, from the sampling resolution', stepUv: 0.01 },
  'floating point of 32 bits, little endian': { options: { dataType: 7, isLittleEndian: true }, stepUv: 0.001 },
  'floating point of 64 bits': { options: { dataType: 8 }, stepUv: 0.001 },
  'eight leads in coarser steps': {
    options: { leadOrder: EIGHT, nanovoltsPerStep: 2500 },
    scale: '1 LSB = 2.5 µV, from the sampling resolution',
    stepUv: 2 * 2.5,
    remarks: [DERIVED],
  },
  'leads in another order': { options: { leadOrder: STANDARD_LEADS.toReversed() } },
  'no count of sequences': { options: { blockLength: 500, definitions: [[0x06, undefined]] } },
  'definitions taken back, and a group': {
    // 67h groups definitions; one without a value takes back what was defined before.
    options: { definitions: [[0x12, []], [0x67, [0x16, 4, 1, 2, 3, 4]]] },
  },
  'no end mark': { options: { end: [] } },
};

describe('an MFER file', () => {
  it.each(Object.entries(ROWS))('is read back as it was written: %s', async (_, row) => {
    const { options, scale = '1 LSB = 1 µV, from the sampling resolution', stepUv = 1, remarks = [] } = row;
    const read = await readEcg([writeMfer(ecg, options)]);
    expect(read).toMatchObject({ format: 'MFER', scale, remarks, samplingRateHz: 500, sampleCount: 5000 });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(stepUv / 2000 + 1e-6);
  });

  it('is known by its content, and leaves the patient where he is', async () => {
    const read = await readEcg([writeMfer(ecg, { name: 'holter.ecg' })]);
    expect(JSON.stringify({ ...read, leads: null })).not.toMatch(/Mustermann|Erika|0815/);
  });

  it.each([
    ['by the value that the file defines', { lead: 'V2', indices: [3, 4999], value: 31_000 }],
    ['by the value that the format proposes', { lead: 'V2', indices: [3, 4999], value: -0x8000, isDefined: false }],
  ] as const)('tells missing samples, known %s', async (_, missing) => {
    const read = await readEcg([writeMfer(ecg, { missing, isLittleEndian: true })]);
    expect(read.remarks).toEqual(['Samples that the file marks as missing: 2 in V2.']);
    expect([read.leads.V2[3], read.leads.V2[4999]]).toEqual([NaN, NaN]);
    expect(read.leads.V2[4]).toBeCloseTo(ecg.leads.V2[4]!, 3);
  });

  it('may hold other leads, by code or by name, and beats that the device averaged', async () => {
    const dominantBeat = [0x08, 2, 0, 9, 0x1e, 2, 0, 0];
    const options = { otherLead: 11, end: dominantBeat, blockLength: 500 };
    const read = await readEcg([writeMfer(ecg, options)]);
    expect(read.remarks).toEqual(['Signals beside the twelve leads were not read: “V3R”.']);
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(0.0005 + 1e-6);
    const text = [...new TextEncoder().encode('CM5')];
    const named = await readEcg([writeMfer(ecg, { ...options, before: [0x3f, 12, 7, 0x09, 5, 0, 20, ...text] })]);
    expect(named.remarks).toEqual(['Signals beside the twelve leads were not read: “CM5”.']);
  });

  it('that is cut off is read as far as it goes', async () => {
    const long = createSyntheticEcg({ seed: 7, samplingRateHz: 500, seconds: 12 });
    const { name, bytes } = writeMfer(long, { blockLength: 500, end: [] });
    const read = await readEcg([{ name, bytes: bytes.slice(0, bytes.length - 24_000 + 13) }]);
    expect(read.sampleCount).toBe(5000);
    expect(read.remarks).toEqual(['The file is cut off: it announces 12 sequences of samples and holds 10.']);
  });

  it('asks for the rate and the unit where it defines neither', async () => {
    const file = writeMfer(ecg, { definitions: [[0x0b, undefined], [0x0c, undefined]] });
    const asked = await readEcg([file]).catch((thrown: unknown) => thrown);
    expect(asked).toBeInstanceOf(NeedsFacts);
    expect((asked as NeedsFacts).message).toBe('ecg.mwf does not say at what rate it was sampled and in what unit its numbers are.');
    const read = await readEcg([file], { samplingRateHz: 500, microvoltsPerUnit: 1 });
    expect(read).toMatchObject({ samplingRateHz: 500, scale: '1 LSB = 1 µV, from the unit of its numbers, as you stated' });
    expect(read.remarks).toEqual(['Not in the file, but as you stated: the sampling rate of 500 Hz.']);
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(0.0005 + 1e-6);
  });
});
