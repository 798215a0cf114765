import { describe, expect, it } from 'vitest';
import type { Ecg } from '../../../src/ecg/ecg';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import type { LeadName } from '../../../src/ecg/lead';
import { findBeats } from '../measure/findBeats';
import { findHalfWaves } from '../measure/findHalfWaves';
import { simulate } from '../simulate';
import type { Beat, SimulatedEcg } from '../types';

const SEEDS = Array.from({ length: 20 }, (_, index) => 9000 + 31 * index);

function simulateEach(...statements: string[]): SimulatedEcg[] {
  return SEEDS.map((seed) =>
    simulate({
      statements,
      seed,
      ageYears: 25 + ((seed * 3) % 60),
      sex: seed % 2 ? 'male' : 'female',
      nuisance: 'none',
    }),
  );
}

const toIntervals = (times: readonly number[]): number[] => times.slice(1).map((time, index) => time - times[index]!);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const variation = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2))) / mean(values);
const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1]!;
const rrOf = (simulated: SimulatedEcg): number[] => toIntervals(findBeats(simulated.ecg));
const rate = (simulated: SimulatedEcg): number => 60 / mean(rrOf(simulated));

function slice(ecg: Ecg, lead: LeadName, from: number, to: number): number[] {
  return Array.from(ecg.leads[lead].slice(Math.round(from * ecg.samplingRateHz), Math.round(to * ecg.samplingRateHz)));
}

const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

/** The part between the end of T and the next P, or QRS where there is no P. */
function findPauses({ truth }: SimulatedEcg): [number, number][] {
  return truth.beats.slice(1).flatMap((beat, index): [number, number][] => {
    const from = truth.beats[index]!.t!.offsetSeconds + 0.03;
    const to = (beat.p ?? beat.qrs).onsetSeconds;
    return to - from > 0.06 ? [[from, to]] : [];
  });
}

/** The interval before a beat and the one after it. */
function intervalsAround(beats: readonly Beat[], beat: Beat): [number, number] | null {
  const index = beats.indexOf(beat);
  const before = beats[index - 1];
  const after = beats[index + 1];
  if (!before || !after) return null;
  return [beat.qrs.onsetSeconds - before.qrs.onsetSeconds, after.qrs.onsetSeconds - beat.qrs.onsetSeconds];
}

describe('the times of the ground truth', () => {
  it('are those of the waveform: beats found in the samples alone are those that are told', () => {
    for (const simulated of simulateEach('SR')) {
      const found = findBeats(simulated.ecg);
      const told = simulated.truth.beats.filter(({ qrs }) => qrs.offsetSeconds < 9.95);
      expect(found.length - told.length).toBeLessThanOrEqual(1);
      for (const { qrs } of told) {
        expect(found.some((time) => time > qrs.onsetSeconds && time < qrs.offsetSeconds)).toBe(true);
      }
    }
  });

  it('are where the waveform begins to move', () => {
    for (const { ecg, truth } of simulateEach('SR')) {
      const moved = (from: number, to: number): number =>
        Math.max(...STANDARD_LEADS.map((lead) => extent(slice(ecg, lead, from, to))));
      for (const { p, qrs } of truth.beats.slice(1, -1)) {
        expect(moved(qrs.onsetSeconds - 0.012, qrs.onsetSeconds)).toBeLessThan(0.025);
        expect(moved(qrs.onsetSeconds, qrs.onsetSeconds + 0.024)).toBeGreaterThan(0.05);
        expect(moved(p!.onsetSeconds - 0.02, p!.onsetSeconds)).toBeLessThan(0.02);
        expect(moved(p!.onsetSeconds, p!.onsetSeconds + 0.04)).toBeGreaterThan(0.008);
      }
    }
  });
});

describe('sinus rhythms', () => {
  // Surawicz B, Knilans T, Chou's Electrocardiography in Clinical Practice, 6th ed.: 60 to 100 a minute is normal.
  it('SR: 60 to 100 a minute, regular, a P of the same form before each QRS', () => {
    for (const simulated of simulateEach('SR')) {
      expect(rate(simulated)).toBeGreaterThan(59.5);
      expect(rate(simulated)).toBeLessThan(100.5);
      expect(extent(rrOf(simulated))).toBeLessThan(0.12);
      for (const { p, qrs } of simulated.truth.beats) {
        expect(qrs.onsetSeconds - p!.onsetSeconds).toBeGreaterThan(0.12);
        expect(qrs.onsetSeconds - p!.onsetSeconds).toBeLessThan(0.2);
      }
    }
  });
  it('SBRAD: below 60 a minute', () => {
    for (const simulated of simulateEach('SBRAD')) expect(rate(simulated)).toBeLessThan(60);
  });
  it('STACH: above 100 a minute', () => {
    for (const simulated of simulateEach('STACH')) expect(rate(simulated)).toBeGreaterThan(100);
  });
  it('SARRH: intervals differ by more than 120 ms and 10 %', () => {
    for (const simulated of simulateEach('SARRH')) {
      const intervals = rrOf(simulated);
      expect(extent(intervals)).toBeGreaterThan(0.12);
      expect(extent(intervals) / Math.max(...intervals)).toBeGreaterThan(0.1);
    }
  });
});

describe('atrial rhythms', () => {
  // Hindricks G et al., Eur Heart J 2021;42:373: irregular intervals, no discernible repeating P waves.
  it('AFIB: irregular intervals, no P, waves of 4 to 9 Hz largest in V1', () => {
    // Of fine waves the end of T hides which lead has the largest: judged over all ECGs.
    const larger: number[] = [];
    for (const simulated of simulateEach('AFIB')) {
      expect(variation(rrOf(simulated))).toBeGreaterThan(0.1);
      expect(simulated.truth.pWaves).toEqual([]);
      const pauses = findPauses(simulated).filter(([from, to]) => to - from > 0.16);
      const sizes = (lead: LeadName): number =>
        mean(pauses.map(([from, to]) => extent(slice(simulated.ecg, lead, from, to))));
      if (pauses.length < 3) continue;
      expect(sizes('V1')).toBeGreaterThan(0.008);
      larger.push(Math.log(sizes('V1') / sizes('V6')));
      const lengths = pauses.flatMap(([from, to]) => findHalfWaves(slice(simulated.ecg, 'V1', from, to), 500));
      if (lengths.length < 8) continue;
      expect(0.5 / mean(lengths)).toBeGreaterThan(3.5);
      expect(0.5 / mean(lengths)).toBeLessThan(13);
    }
    expect(mean(larger)).toBeGreaterThan(Math.log(1.5));
  });
  it('AFLT: whole numbers of atrial cycles of 240 to 340 a minute, and no flat line between beats', () => {
    for (const simulated of simulateEach('AFLT')) {
      const intervals = rrOf(simulated);
      const fits = Array.from({ length: 101 }, (_, step) => 60 / (240 + step)).some((cycle) =>
        intervals.every((interval) => Math.abs(interval - cycle * Math.round(interval / cycle)) < 0.03),
      );
      expect(fits).toBe(true);
      expect(Math.min(...intervals)).toBeGreaterThan(0.3);
      for (const { qrs } of simulated.truth.beats.slice(2, 5)) {
        expect(extent(slice(simulated.ecg, 'II', qrs.onsetSeconds - 0.13, qrs.onsetSeconds))).toBeGreaterThan(0.04);
      }
    }
  });
  // Brugada J et al., Eur Heart J 2020;41:655.
  it('SVTAC: regular, narrow, 150 to 220 a minute, no P before QRS', () => {
    for (const simulated of simulateEach('SVTAC')) {
      expect(rate(simulated)).toBeGreaterThan(148);
      expect(rate(simulated)).toBeLessThan(221);
      expect(variation(rrOf(simulated))).toBeLessThan(0.04);
      for (const { p, qrs } of simulated.truth.beats) {
        expect(p).toBeNull();
        expect(qrs.offsetSeconds - qrs.onsetSeconds).toBeLessThan(0.12);
      }
    }
  });
  it('PSVT: five intervals or more at 150 to 220 a minute, and slower ones before or after', () => {
    for (const simulated of simulateEach('PSVT')) {
      const intervals = rrOf(simulated);
      expect(intervals.filter((interval) => interval < 0.41 && interval > 0.27).length).toBeGreaterThanOrEqual(5);
      expect(intervals.filter((interval) => interval > 0.55).length).toBeGreaterThanOrEqual(1);
    }
  });
  it('SVARR: irregular, with P waves of more than one form', () => {
    for (const simulated of simulateEach('SVARR')) {
      expect(variation(rrOf(simulated))).toBeGreaterThan(0.07);
      const peaks = simulated.truth.beats.flatMap(({ p }) =>
        p && p.onsetSeconds > 0
          ? [
              mean(slice(simulated.ecg, 'II', p.onsetSeconds, p.offsetSeconds)) -
                simulated.ecg.leads.II[Math.round(p.onsetSeconds * 500)]!,
            ]
          : [],
      );
      expect(extent(peaks)).toBeGreaterThan(0.03);
    }
  });
});

describe('premature complexes', () => {
  const named: readonly (readonly [string[], Beat['kind']])[] = [
    [['SR', 'PVC'], 'ventricular'],
    [['SR', 'PAC'], 'atrial'],
  ];
  it.each(named)('%j come early, and a pause follows', (statements, kind) => {
    for (const simulated of simulateEach(...statements)) {
      const { beats } = simulated.truth;
      const usual = median(rrOf(simulated));
      const premature = beats.filter((beat) => beat.kind === kind);
      expect(premature.length).toBeGreaterThanOrEqual(1);
      for (const beat of premature) {
        const around = intervalsAround(beats, beat);
        if (!around) continue;
        expect(around[0]).toBeLessThan(0.93 * usual);
        expect(around[1]).toBeGreaterThan(usual);
        if (kind === 'ventricular') expect(Math.abs(around[0] + around[1] - 2 * usual)).toBeLessThan(0.2 * usual);
      }
    }
  });
  it('PVC: at least 120 ms wide, no P of its own, T against QRS where QRS is largest', () => {
    for (const { ecg, truth } of simulateEach('SR', 'PVC')) {
      for (const { qrs, p, t } of truth.beats.filter(({ kind }) => kind === 'ventricular')) {
        expect(p).toBeNull();
        expect(qrs.offsetSeconds - qrs.onsetSeconds).toBeGreaterThanOrEqual(0.12);
        if (t!.offsetSeconds > 9.9) continue;
        const base = (lead: LeadName): number => ecg.leads[lead][Math.round(qrs.onsetSeconds * 500)]!;
        const area = (lead: LeadName): number =>
          mean(slice(ecg, lead, qrs.onsetSeconds, qrs.offsetSeconds)) - base(lead);
        const largest = [...STANDARD_LEADS].sort((one, other) => Math.abs(area(other)) - Math.abs(area(one)))[0]!;
        const recovery = mean(slice(ecg, largest, qrs.offsetSeconds + 0.1, t!.offsetSeconds)) - base(largest);
        expect(Math.sign(recovery)).toBe(-Math.sign(area(largest)));
      }
    }
  });
  it('PAC: an early P of another form', () => {
    for (const { ecg, truth } of simulateEach('SR', 'PAC')) {
      const form = (beat: Beat): number[] =>
        (['I', 'II', 'V1'] as const).flatMap((lead) => {
          const values = slice(ecg, lead, beat.p!.onsetSeconds, beat.p!.onsetSeconds + 0.07);
          return values.map((value) => value - values[0]!);
        });
      const sinus = truth.beats.find((beat) => beat.kind === 'sinus' && beat.p!.onsetSeconds > 0)!;
      for (const beat of truth.beats.filter(({ kind }) => kind === 'atrial')) {
        const own = form(beat);
        const usual = form(sinus);
        expect(Math.max(...own.map((value, index) => Math.abs(value - (usual[index] ?? value))))).toBeGreaterThan(0.03);
      }
    }
  });
  it.each([
    [1, ['SR', 'BIGU', 'PVC']],
    [2, ['SR', 'TRIGU', 'PVC']],
    [1, ['SR', 'BIGU', 'PAC']],
  ] as const)('a premature complex after every %i beat(s): %j', (every, statements) => {
    for (const { truth } of simulateEach(...statements)) {
      const places = truth.beats.flatMap(({ kind }, index) => (kind === 'sinus' ? [] : [index]));
      expect(new Set(toIntervals(places))).toEqual(new Set([every + 1]));
    }
  });
  it('PRC(S): one complex or more comes early', () => {
    for (const simulated of simulateEach('SR', 'PRC(S)')) {
      const intervals = rrOf(simulated);
      const shortened = intervals.slice(1).map((interval, index) => interval / intervals[index]!);
      expect(Math.min(...shortened)).toBeLessThan(0.93);
    }
  });
});

describe('AV conduction (Kusumoto FM et al., ACC/AHA/HRS guideline on bradycardia, Circulation 2019;140:e382)', () => {
  it.each(['1AVB', 'LPR'])('%s: PR above 200 ms', (code) => {
    for (const { truth } of simulateEach('SR', code)) {
      for (const { p, qrs } of truth.beats) expect(qrs.onsetSeconds - p!.onsetSeconds).toBeGreaterThan(0.2);
    }
  });
  it('2AVB: some P waves are conducted and some are not, and those that are not can be seen', () => {
    for (const { ecg, truth } of simulateEach('SR', '2AVB')) {
      const conducted = new Set(truth.beats.map(({ p }) => p!.onsetSeconds));
      const inside = truth.pWaves.filter(({ onsetSeconds }) => onsetSeconds > 0.1 && onsetSeconds < 9);
      const dropped = inside.filter(({ onsetSeconds }) => !conducted.has(onsetSeconds));
      expect(dropped.length).toBeGreaterThanOrEqual(1);
      expect(dropped.length).toBeLessThan(inside.length);
      for (const { onsetSeconds, offsetSeconds } of dropped)
        expect(extent(slice(ecg, 'II', onsetSeconds, offsetSeconds))).toBeGreaterThan(0.03);
    }
  });
  it('3AVB: more P waves than QRS, at any distance from them; a regular slow escape', () => {
    for (const simulated of simulateEach('SR', '3AVB')) {
      const onsets = simulated.truth.beats.map(({ qrs }) => qrs.onsetSeconds);
      expect(simulated.truth.pWaves.length).toBeGreaterThan(onsets.length);
      expect(rate(simulated)).toBeLessThan(60);
      expect(variation(toIntervals(onsets))).toBeLessThan(0.05);
      const delays = onsets
        .slice(1)
        .map(
          (onset) =>
            onset - Math.max(...simulated.truth.pWaves.map((p) => p.onsetSeconds).filter((time) => time < onset)),
        );
      expect(extent(delays)).toBeGreaterThan(0.1);
    }
  });
  it('PACE: a stimulus within one or two samples before each QRS or P', () => {
    for (const { ecg, truth } of simulateEach('PACE')) {
      for (const { p, qrs } of truth.beats.slice(1)) {
        const jump = (onset: number): number =>
          Math.max(
            ...STANDARD_LEADS.map((lead) => {
              const values = slice(ecg, lead, onset - 0.016, onset + 0.004);
              return Math.max(...values.slice(1).map((value, index) => Math.abs(value - values[index]!)));
            }),
          );
        expect(Math.max(jump(qrs.onsetSeconds), p ? jump(p.onsetSeconds) : 0)).toBeGreaterThan(0.12);
      }
    }
  });
});
