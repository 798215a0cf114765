import { describe, expect, it } from 'vitest';
import type { Ecg } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { createRandom } from '../../../tools/synthetic/random';
import { toQualityScore } from './qualityScore';

const ecg = createSyntheticEcg({ seed: 5 });

const withLead = (lead: LeadName, change: (sample: number, index: number) => number): Ecg => ({
  ...ecg,
  leads: { ...ecg.leads, [lead]: ecg.leads[lead].map(change) },
});

function addNoise(levelMv: number): Ecg {
  const random = createRandom(1);
  return withLead('V1', (sample) => sample + levelMv * random.gaussian());
}

function addWander(levelMv: number): Ecg {
  return withLead('V1', (sample, index) => sample + levelMv * Math.sin(index / 400));
}

describe('toQualityScore', () => {
  it.each([100, 250, 500, 1000])('is 1 where nothing is wrong, at %i Hz', (samplingRateHz) => {
    expect(toQualityScore(createSyntheticEcg({ seed: 5, samplingRateHz }))).toBe(1);
  });

  it('loses the share of a lead that is flat, stuck at a rail or beyond any heart', () => {
    expect(toQualityScore(withLead('V3', () => 0))).toBeCloseTo(11 / 12, 6);
    expect(toQualityScore(withLead('V3', (mv, index) => (index < 1500 ? -5 : mv)))).toBeCloseTo(11 / 12, 6);
    expect(toQualityScore(withLead('V3', (mv, index) => mv + 30 * Math.sin(index / 800)))).toBeCloseTo(11 / 12, 6);
  });

  it.each([
    { what: 'noise', slightMv: 0.05, heavyMv: 0.3, toDisturbed: addNoise },
    { what: 'wander', slightMv: 0.5, heavyMv: 3, toDisturbed: addWander },
  ])('falls as $what grows', ({ slightMv, heavyMv, toDisturbed }) => {
    const slight = toQualityScore(toDisturbed(slightMv));
    const heavy = toQualityScore(toDisturbed(heavyMv));
    expect(slight).toBeLessThan(1);
    expect(heavy).toBeLessThan(slight);
    expect(heavy).toBeCloseTo(11 / 12, 6);
  });

  it('is not a number where a sample is missing', () => {
    expect(toQualityScore(withLead('aVF', (sample, index) => (index === 4321 ? Number.NaN : sample)))).toBeNaN();
  });
});
