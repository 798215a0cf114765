import { describe, expect, it } from 'vitest';
import { simulate } from '../../../training/simulator/simulate';
import { measureEcg } from './measureEcg';
import { measureLeads } from './measureLeads';
import type { MedianBeat } from './medianBeat';

const QRS = { onset: 20, offset: 60 };

/** A median beat whose every lead runs through these points, at 500 samples a second. */
function createBeat(points: readonly (readonly [sample: number, mv: number])[]): MedianBeat {
  const samples = Float64Array.from({ length: 140 }, (_, index) => {
    const after = points.findIndex(([sample]) => sample >= index);
    if (after <= 0) return after === 0 ? points[0]![1] : points.at(-1)![1];
    const [[x0, y0], [x1, y1]] = [points[after - 1]!, points[after]!];
    return y0 + ((y1 - y0) * (index - x0)) / (x1 - x0);
  });
  const spread = new Float64Array(140).fill(0.01);
  return { samplingRateHz: 500, peakSample: 40, leads: { V1: samples }, spreadMv: { V1: spread }, used: [{}, {}, {}], rejected: [] } as unknown as MedianBeat;
}

const measureV1 = (points: readonly (readonly [number, number])[]) => {
  const { rMv, sMv, jMv } = measureLeads(createBeat(points), QRS).V1;
  return [rMv, sMv, jMv].map((measured) => (measured.status === 'measured' ? +measured.value.toFixed(2) : null));
};

describe('R and S of one lead', () => {
  it('are the peak and the lowest point after it', () => {
    expect(measureV1([[20, 0], [28, 0.3], [45, -1.2], [60, 0]])).toEqual([0.3, 1.2, 0]);
  });
  it('are 0 and the whole depth in QS, even where ST is elevated', () => {
    expect(measureV1([[20, 0], [40, -1.43], [60, 0.3], [120, 0.3]])).toEqual([0, 1.43, 0.3]);
  });
  it('keep a small r before a deep S and an elevated ST', () => {
    expect(measureV1([[20, 0], [26, 0.15], [40, -1.5], [60, 0.4], [120, 0.4]])).toEqual([0.15, 1.5, 0.4]);
  });
});

describe('left bundle branch block', () => {
  it('has its deep S in V1 counted by Sokolow-Lyon', () => {
    const { ecg } = simulate({ statements: ['CLBBB', 'SR'], ageYears: 70, sex: 'male', seed: 11_026, nuisance: 'none' });
    const { leads, sokolowLyonMv } = measureEcg(ecg);
    expect(leads.V1.sMv).toMatchObject({ status: 'measured' });
    expect(leads.V1.sMv.status === 'measured' && leads.V1.sMv.value).toBeGreaterThan(1.2);
    expect(sokolowLyonMv.status === 'measured' && sokolowLyonMv.value).toBeGreaterThan(2);
  });
});

describe('irregularity', () => {
  it('has an uncertainty in its own unit', () => {
    const { ecg } = simulate({ statements: ['NORM', 'SR'], ageYears: 50, sex: 'female', seed: 3, nuisance: 'none' });
    const { irregularity } = measureEcg(ecg);
    expect(irregularity.status === 'measured' && irregularity.uncertainty).toBeLessThan(0.03);
  });
});
