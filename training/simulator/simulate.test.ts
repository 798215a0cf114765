import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { STANDARD_LEADS } from '../../src/ecg/lead';
import { STATEMENTS } from '../../src/model/statements';
import { measureEcg } from './measure/measureEcg';
import { findCornell, findSokolowLyon } from './criteria/formCriteria';
import { simulate } from './simulate';
import type { SimulatedEcg, SimulationRequest } from './types';

const person = { ageYears: 55, sex: 'female', nuisance: 'none' } as const;

function hash({ ecg }: SimulatedEcg): string {
  const digest = createHash('sha256');
  for (const lead of STANDARD_LEADS) digest.update(new Uint8Array(ecg.leads[lead].buffer.slice(0)));
  return digest.digest('hex');
}

describe('simulate', () => {
  it.each(STATEMENTS.map(({ code }) => code))(
    '%s: twelve finite leads that obey Einthoven and Goldberger exactly',
    (code) => {
      const { ecg, truth, statements } = simulate({ ...person, statements: [code], seed: 77 });
      expect(statements).toEqual([code]);
      expect(truth.findings.map((finding) => finding.code)).toEqual([code]);
      expect(truth.findings[0]!.windows.length).toBeGreaterThan(0);
      expect(ecg.sampleCount).toBe(5000);
      const { I, II, III, aVR, aVL, aVF } = ecg.leads;
      let worst = 0;
      for (let sample = 0; sample < ecg.sampleCount; sample++) {
        const [one, two] = [I[sample]!, II[sample]!];
        worst = Math.max(
          worst,
          Math.abs(two - one - III[sample]!),
          Math.abs(-(one + two) / 2 - aVR[sample]!),
          Math.abs(one - two / 2 - aVL[sample]!),
          Math.abs(two - one / 2 - aVF[sample]!),
        );
      }
      expect(worst).toBe(0);
      for (const lead of STANDARD_LEADS) {
        expect(ecg.leads[lead].every((value) => Math.abs(value) < 9)).toBe(true);
        expect(Math.max(...ecg.leads[lead]) - Math.min(...ecg.leads[lead])).toBeGreaterThan(0.05);
      }
    },
  );

  it('gives the same bytes for the same seed and others for another', () => {
    const request: SimulationRequest = { ...person, statements: ['AFIB', 'CRBBB', 'LVH'], seed: 4 };
    expect(hash(simulate(request))).toBe(hash(simulate(request)));
    expect(hash(simulate({ ...request, seed: 5 }))).not.toBe(hash(simulate(request)));
    const clinic: SimulationRequest = { ...request, nuisance: 'clinic' };
    expect(hash(simulate(clinic))).toBe(hash(simulate(clinic)));
    expect(hash(simulate(clinic))).not.toBe(hash(simulate(request)));
  });

  it('shows the same heart at another sampling rate', () => {
    const request: SimulationRequest = { ...person, statements: ['NORM', 'SR'], seed: 12 };
    const fast = simulate(request);
    const slow = simulate({ ...request, samplingRateHz: 250 });
    expect(slow.ecg.sampleCount).toBe(2500);
    expect(slow.truth).toEqual(fast.truth);
    for (let sample = 0; sample < 2500; sample++) expect(slow.ecg.leads.V2[sample]).toBe(fast.ecg.leads.V2[2 * sample]);
  });

  it('refuses what cannot be, by name', () => {
    expect(() => simulate({ ...person, statements: ['SR', 'AFIB'], seed: 1 })).toThrow(
      new RangeError('One ECG cannot show both SR and AFIB.'),
    );
    expect(() => simulate({ ...person, statements: ['ZZZ'], seed: 1 })).toThrow('"ZZZ"');
  });

  it('is not of rank 3: no three heart vectors explain the eight leads', () => {
    const { ecg } = simulate({ ...person, statements: ['NORM', 'SR'], seed: 3 });
    const leads = (['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const).map((lead) =>
      Float64Array.from(ecg.leads[lead]),
    );
    expect(findResidualShare(leads, 3)).toBeGreaterThan(1e-4);
  });
});

/**
 * What normal adults are published to have: Rijnbeek PR et al., J Electrocardiol 2014;47:914 (intervals, axis,
 * amplitudes), Macfarlane PW et al., Comprehensive Electrocardiology, 2nd ed., appendix 1 (amplitudes by lead);
 * rounded. Each row: the mean and the 2nd and 98th percentile of men and women of all adult ages together, and how far
 * the simulated ones may lie from them.
 */
const NORMAL_TABLE: readonly (readonly [name: string, low: number, mean: number, high: number, tolerance: number])[] = [
  ['heart rate, per minute', 60, 72, 97, 6],
  ['P duration, ms', 82, 104, 122, 8],
  ['PR, ms', 121, 157, 203, 12],
  ['QRS, ms', 74, 93, 112, 6],
  ['QTc (Bazett), ms', 372, 414, 458, 14],
  ['axis, degrees', -28, 38, 84, 14],
  ['R in I, mV', 0.2, 0.65, 1.35, 0.25],
  ['R in II, mV', 0.3, 0.95, 1.9, 0.25],
  ['R in V1, mV', 0.05, 0.24, 0.6, 0.12],
  ['S in V1, mV', 0.3, 0.85, 1.8, 0.3],
  ['S in V2, mV', 0.3, 1.05, 2.3, 0.45],
  ['R in V5, mV', 0.7, 1.5, 2.7, 0.35],
  ['R in V6, mV', 0.5, 1.2, 2.2, 0.3],
  ['T in V3, mV', 0.15, 0.5, 1.05, 0.15],
  ['T in V6, mV', 0.1, 0.28, 0.6, 0.15],
  ['T in II, mV', 0.1, 0.28, 0.55, 0.12],
  ['Sokolow-Lyon, mV', 1.2, 2.3, 3.7, 0.45],
  ['Cornell, mV', 0.3, 1.0, 2.2, 0.4],
];

describe('normal ECGs of 300 adults', () => {
  const people = Array.from({ length: 300 }, (_, index) => {
    const sex = index % 2 ? 'male' : 'female';
    const { ecg, truth } = simulate({
      statements: ['NORM', 'SR'],
      seed: 20_000 + index,
      ageYears: 20 + ((index * 7) % 66),
      sex,
      nuisance: 'none',
    });
    const { beat, rrSeconds } = measureEcg(ecg, truth.beats)!;
    const { leads } = beat;
    return [
      60 / rrSeconds,
      beat.pMs!,
      beat.prMs!,
      beat.qrsMs,
      beat.qtMs / Math.sqrt(rrSeconds),
      beat.axisDegrees,
      leads.I.rMv,
      leads.II.rMv,
      leads.V1.rMv,
      leads.V1.sMv,
      leads.V2.sMv,
      leads.V5.rMv,
      leads.V6.rMv,
      leads.V3.tMv,
      leads.V6.tMv,
      leads.II.tMv,
      findSokolowLyon(beat),
      findCornell(beat),
    ];
  });

  it.each(NORMAL_TABLE.map((row, column) => [...row, column] as const))(
    '%s',
    (_name, low, mean, high, tolerance, column) => {
      const values = people.map((row) => row[column]!).sort((one, other) => one - other);
      const at = (share: number): number => values[Math.floor(share * (values.length - 1))]!;
      const average = values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(Math.abs(average - mean), `mean ${average.toFixed(2)}`).toBeLessThanOrEqual(tolerance);
      // The tails may be narrower than in the world by two tolerances, and wider by one.
      expect(at(0.02), '2nd percentile').toBeGreaterThanOrEqual(low - tolerance);
      expect(at(0.02), '2nd percentile').toBeLessThanOrEqual(low + 2 * tolerance);
      expect(at(0.98), '98th percentile').toBeGreaterThanOrEqual(high - 2 * tolerance);
      expect(at(0.98), '98th percentile').toBeLessThanOrEqual(high + tolerance);
    },
  );
});

/** The share of the power of several leads that their first `rank` principal components leave, by power iteration. */
function findResidualShare(leads: readonly Float64Array[], rank: number): number {
  const size = leads.length;
  const covariance = leads.map((one) =>
    leads.map((other) => one.reduce((sum, value, index) => sum + value * other[index]!, 0)),
  );
  const trace = (): number => covariance.reduce((sum, row, index) => sum + row[index]!, 0);
  const total = trace();
  for (let component = 0; component < rank; component++) {
    let vector = Array.from({ length: size }, (_, index) => 1 + index);
    let length = 1;
    for (let iteration = 0; iteration < 300; iteration++) {
      const next = covariance.map((row) => row.reduce((sum, value, index) => sum + value * vector[index]!, 0));
      length = Math.hypot(...next);
      vector = next.map((value) => value / length);
    }
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++)
        covariance[row]![column]! -= length * vector[row]! * vector[column]!;
    }
  }
  return trace() / total;
}
