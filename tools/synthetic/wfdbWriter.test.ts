import { describe, expect, it } from 'vitest';
import type { Ecg } from '../../src/ecg/ecg';
import { createSyntheticEcg } from './ecg';
import { writeWfdbRecord } from './wfdbWriter';

/** Two samples a lead: 1 and -2 ADC units in I, the rest 0, so that bytes can be checked by hand. */
function createTinyEcg(): Ecg {
  const ecg = createSyntheticEcg({ seed: 1, samplingRateHz: 1, seconds: 2 });
  for (const samples of Object.values(ecg.leads)) samples.fill(0);
  ecg.leads.I.set([0.001, -0.002]);
  return ecg;
}

const OF_TWO_LEADS = { leadOrder: ['I', 'II'] as const };

describe('writeWfdbRecord', () => {
  it('writes a header with initial value, checksum, lead names and comments', () => {
    const { hea } = writeWfdbRecord(createTinyEcg(), { ...OF_TWO_LEADS, baseline: 5, comments: ['Age: 70'] });
    expect(hea).toBe(
      'synthetic 2 1 2\n' +
        'synthetic.dat 16 1000(5)/mV 16 0 6 9 0 I\n' +
        'synthetic.dat 16 1000(5)/mV 16 0 5 10 0 II\n' +
        '# Age: 70\n',
    );
  });

  it.each([
    [8, [0, 0, 0xfd, 0]],
    [61, [0, 1, 0, 0, 0xff, 0xfe, 0, 0]],
    [160, [1, 0x80, 0, 0x80, 0xfe, 0x7f, 0, 0x80]],
    // -2 is the third sample: its lower five bits (30) end the first word, its upper five (31) the second.
    [310, [2, 0xf0, 0, 0xf8, 0, 0, 0, 0]],
    [311, [1, 0, 0xe0, 0x3f, 0, 0, 0, 0]],
    [16, [1, 0, 0, 0, 0xfe, 0xff, 0, 0]],
    [24, [1, 0, 0, 0, 0, 0, 0xfe, 0xff, 0xff, 0, 0, 0]],
    [32, [1, 0, 0, 0, 0, 0, 0, 0, 0xfe, 0xff, 0xff, 0xff, 0, 0, 0, 0]],
    [80, [129, 128, 126, 128]],
    [212, [1, 0, 0, 0xfe, 0x0f, 0]],
  ] as const)('stores format %s as signal(5) says', (format, bytes) => {
    expect([...writeWfdbRecord(createTinyEcg(), { ...OF_TWO_LEADS, format }).dat]).toEqual(bytes);
  });

  it('writes several samples a frame and leads that are late', () => {
    const { hea, dat } = writeWfdbRecord(createTinyEcg(), { ...OF_TWO_LEADS, format: 80, samplesPerFrame: 2 });
    expect(hea).toContain('synthetic 2 0.5 1\nsynthetic.dat 80x2 1000(0)/mV 8 0 1 -1 0 I\n');
    expect([...dat]).toEqual([129, 126, 128, 128]);
    const late = writeWfdbRecord(createTinyEcg(), { ...OF_TWO_LEADS, format: 80, toSkew: (lead) => (lead === 'I' ? 1 : 0) });
    expect(late.hea).toContain('synthetic.dat 80:1 1000(0)/mV 8 0 1 2 0 I\n');
    expect([...late.dat]).toEqual([129, 128, 129, 128]);
    expect(() => writeWfdbRecord(createTinyEcg(), { samplesPerFrame: 3 })).toThrow('2 samples are no whole frames.');
  });

  it('refuses differences that do not fit format 8, and a missing sample in it', () => {
    const ecg = createTinyEcg();
    ecg.leads.I.set([0, 0.128]);
    expect(() => writeWfdbRecord(ecg, { format: 8 })).toThrow('A step of 128 does not fit format 8.');
    ecg.leads.I[1] = NaN;
    expect(() => writeWfdbRecord(ecg, { format: 8 })).toThrow(RangeError);
  });

  it('wraps format 16 in a MATLAB 4 matrix named val', () => {
    const { hea, dat } = writeWfdbRecord(createTinyEcg(), { ...OF_TWO_LEADS, container: 'mat', recordName: 'A1' });
    expect(hea).toContain('A1.mat 16+24 1000(0)/mV 16 0 1 -1 0 I');
    const prefix = [30, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0x76, 0x61, 0x6c, 0];
    expect([...dat]).toEqual([...prefix, 1, 0, 0, 0, 0xfe, 0xff, 0, 0]);
    expect(() => writeWfdbRecord(createTinyEcg(), { container: 'mat', format: 212 })).toThrow(RangeError);
  });

  it('refuses a sample that does not fit, and a sample that would read as missing', () => {
    const ecg = createTinyEcg();
    ecg.leads.I[0] = 2.048;
    expect(() => writeWfdbRecord(ecg, { format: 212 })).toThrow('mV at 1000 per mV does not fit format 212.');
    ecg.leads.I[0] = -2.048;
    expect(() => writeWfdbRecord(ecg, { format: 212 })).toThrow(RangeError);
  });
});
