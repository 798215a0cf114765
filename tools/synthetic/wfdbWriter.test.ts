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
    [16, [1, 0, 0, 0, 0xfe, 0xff, 0, 0]],
    [24, [1, 0, 0, 0, 0, 0, 0xfe, 0xff, 0xff, 0, 0, 0]],
    [32, [1, 0, 0, 0, 0, 0, 0, 0, 0xfe, 0xff, 0xff, 0xff, 0, 0, 0, 0]],
    [80, [129, 128, 126, 128]],
    [212, [1, 0, 0, 0xfe, 0x0f, 0]],
  ] as const)('stores format %s as signal(5) says', (format, bytes) => {
    expect([...writeWfdbRecord(createTinyEcg(), { ...OF_TWO_LEADS, format }).dat]).toEqual(bytes);
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
