import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { nearestSample } from '../nearestSample';
import { marchOut, measureBetween } from './calipers';

const ecg = createSyntheticEcg({ seed: 2, samplingRateHz: 250 });

describe('the nearest sample', () => {
  it.each([
    [0, 0],
    [0.0019, 0],
    [0.0021, 1],
    [3.2, 800],
    [-4, 0],
    [99, 2499],
  ])('to %s s is sample %i', (seconds, sample) => expect(nearestSample(ecg, seconds)).toBe(sample));
});

describe('between two samples', () => {
  it('is a time, a rate and a voltage from the first to the second end', () => {
    const { ends, milliseconds, perMinute, millivolts } = measureBetween(ecg, 'V2', [1.0001, 1.7999]);
    expect(ends).toEqual([1, 1.8]);
    expect(milliseconds).toBe(800);
    expect(perMinute).toBe(75);
    expect(millivolts).toBe(ecg.leads.V2[450]! - ecg.leads.V2[250]!);
  });

  it('is the same time and the opposite voltage set the other way round, and upside down', () => {
    const there = measureBetween(ecg, 'aVR', [1, 1.8]);
    const back = measureBetween(ecg, 'aVR', [1.8, 1]);
    expect([back.milliseconds, back.perMinute]).toEqual([there.milliseconds, there.perMinute]);
    expect(back.millivolts).toBe(-there.millivolts!);
    expect(measureBetween(ecg, 'aVR', [1, 1.8], true).millivolts).toBe(-there.millivolts!);
  });

  it('is no rate where both are one sample, and no voltage where one is missing', () => {
    expect(measureBetween(ecg, 'II', [2, 2.001])).toMatchObject({ milliseconds: 0, perMinute: null, millivolts: 0 });
    const gap = ecg.leads.II.slice().fill(Number.NaN, 500, 600);
    const broken = { ...ecg, leads: { ...ecg.leads, II: gap } };
    expect(measureBetween(broken, 'II', [1.9, 2.1])).toMatchObject({ milliseconds: 200, millivolts: null });
    expect(measureBetween(broken, 'I', [1.9, 2.1]).millivolts).not.toBeNull();
  });
});

describe('marching out', () => {
  const rounded = (times: readonly number[]) => times.map((time) => Number(time.toFixed(6)));

  it('repeats the interval to both ends of the recording, whichever end was set first', () => {
    const expected = [0.2, 1, 1.8, 2.6, 3.4];
    expect(rounded(marchOut([1, 1.8], 4))).toEqual(expected);
    expect(rounded(marchOut([1.8, 1], 4))).toEqual(expected);
  });

  it('includes times at the very ends in spite of rounding', () => {
    expect(rounded(marchOut([0.3, 0.4], 1))).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  });

  it('is nothing for an interval of less than 40 ms', () => {
    expect(marchOut([1, 1], 10)).toEqual([]);
    expect(marchOut([1, 1.036], 10)).toEqual([]);
    expect(marchOut([1, 1.04], 10)).not.toEqual([]);
  });
});
