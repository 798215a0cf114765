import { describe, expect, it } from 'vitest';
import { simulate } from '../../../training/simulator/simulate';
import type { Ecg } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import { mapLeads } from '../../ecg/mapLeads';
import { firstSeconds } from '../window';
import { findBeats } from './findBeats';
import { measureEcg } from './measureEcg';
import { toMedianBeat } from './medianBeat';

const create = (statements: readonly string[], options = {}) =>
  simulate({ statements, ageYears: 55, sex: 'female', seed: 5, nuisance: 'none', ...options });

const change = (ecg: Ecg, of: (samples: Float32Array, lead: LeadName) => Float32Array): Ecg => ({
  ...ecg,
  leads: mapLeads((lead) => of(ecg.leads[lead], lead)),
});

const { ecg, truth } = create(['NORM', 'SR']);

describe('beats', () => {
  it('are none where nothing is recorded', () => {
    expect(findBeats(change(ecg, (samples) => samples.map(() => 0)))).toEqual([]);
    expect(findBeats(change(ecg, (samples) => samples.map(() => Number.NaN)))).toEqual([]);
  });

  it('do not depend on gain or offset', () => {
    const times = findBeats(ecg).map(({ seconds }) => seconds);
    const other = findBeats(change(ecg, (samples) => samples.map((value) => 0.3 * value - 1.5)));
    expect(other.map(({ seconds }) => seconds)).toEqual(times);
  });

  it('of another form are told from the dominant one, which is the narrow one in bigeminy', () => {
    const bigeminy = create(['PVC', 'BIGU', 'SR']);
    const beats = findBeats(bigeminy.ecg);
    for (const beat of bigeminy.truth.beats.filter(({ qrs }) => qrs.onsetSeconds > 0.1 && qrs.offsetSeconds < 9.9)) {
      const found = beats.find(({ seconds }) => seconds > beat.qrs.onsetSeconds && seconds < beat.qrs.offsetSeconds);
      expect(found?.form).toBe(beat.kind === 'ventricular' ? 'other' : 'dominant');
      if (beat.kind === 'ventricular') expect(found?.rejection).toBe('Its QRS complex has another form than most.');
    }
  });

  it('that come early are left out with their interval', () => {
    const { ecg, truth } = create(['SR', 'PAC']);
    const early = findBeats(ecg).filter(({ isEarly }) => isEarly);
    expect(early).toHaveLength(truth.beats.filter(({ kind }) => kind === 'atrial').length);
    for (const { rejection } of early) expect(rejection).toMatch(/^It comes early: \d+ ms after the beat before, usually \d+ ms\.$/);
  });

  it('keep their form where one electrode is loose', () => {
    const at = 500 * truth.beats[4]!.qrs.peakSeconds;
    const loose = change(ecg, (samples, lead) =>
      lead === 'V3' ? samples.map((value, index) => (Math.abs(index - at) < 60 ? value + 3 * Math.sin(index / 4) : value)) : samples,
    );
    expect(findBeats(loose).map(({ form }) => form)).toEqual(findBeats(ecg).map(({ form }) => form));
  });

  it('of a pacemaker are known by their stimuli', () => {
    const paced = findBeats(create(['PACE'], { seed: 4 }).ecg);
    expect(paced.length).toBeGreaterThan(5);
    expect(paced.every(({ isPaced }) => isPaced)).toBe(true);
    expect(findBeats(ecg).some(({ isPaced }) => isPaced)).toBe(false);
  });
});

describe('the median beat', () => {
  it('is made of the accepted beats and lists all others with a reason', () => {
    const beats = findBeats(ecg);
    const median = toMedianBeat(ecg, beats)!;
    expect(median.used.length + median.rejected.length).toBe(beats.length);
    expect(median.rejected.every(({ reason }) => reason.endsWith('.'))).toBe(true);
    expect(median.samplingRateHz).toBe(500);
  });

  it('does not follow wander', () => {
    const wandering = change(ecg, (samples) =>
      samples.map((value, index) => value + 0.5 * Math.sin((2 * Math.PI * 0.2 * index) / 500)),
    );
    const still = toMedianBeat(ecg, findBeats(ecg))!.leads.V5!;
    const moved = toMedianBeat(wandering, findBeats(wandering))!.leads.V5!;
    // From PR to ST; farther from QRS a straight line follows a sine less closely.
    for (let sample = 230; sample < 340; sample++) expect(Math.abs(moved[sample]! - still[sample]!)).toBeLessThan(0.03);
  });
});

describe('what cannot be measured', () => {
  it('is everything but the rate in two beats', () => {
    const two = firstSeconds(ecg, truth.beats[2]!.qrs.onsetSeconds - 0.15);
    const { qrsMs, heartRatePerMinute, sdnnMs, median } = measureEcg(two);
    expect(median).toBeNull();
    expect(qrsMs).toEqual({
      status: 'unmeasurable',
      reason: 'Only 2 QRS complexes of one form could be used; a median beat needs 3.',
    });
    expect(sdnnMs.status).toBe('unmeasurable');
    expect(heartRatePerMinute.status).toBe('measured');
  });

  it('is all where there is no signal', () => {
    const { heartRatePerMinute, qtMs, cornellMv } = measureEcg(change(ecg, (samples) => samples.map(() => Number.NaN)));
    const reason = 'No QRS complexes were found.';
    for (const value of [heartRatePerMinute, qtMs, cornellMv]) expect(value).toEqual({ status: 'unmeasurable', reason });
  });

  it('is what needs a missing lead; the rest stays nearly the same', () => {
    const whole = measureEcg(ecg);
    const partial = measureEcg(
      change(ecg, (samples, lead) => (lead === 'V3' || lead === 'aVF' ? samples.map(() => Number.NaN) : samples)),
    );
    expect(partial.leads.V3.st60Mv).toEqual({ status: 'unmeasurable', reason: 'Lead V3 is missing or shows nothing.' });
    expect(partial.cornellMv.status).toBe('unmeasurable');
    expect(partial.qrsAxisDegrees.status).toBe('unmeasurable');
    expect(partial.sokolowLyonMv).toEqual(whole.sokolowLyonMv);
    const [one, other] = [whole.qtMs, partial.qtMs];
    if (one.status !== 'measured' || other.status !== 'measured') throw new Error('QT was not measured.');
    expect(Math.abs(one.value - other.value)).toBeLessThan(15);
  });

  it('is P in atrial fibrillation, in a sentence', () => {
    const { pWave, prMs } = measureEcg(create(['AFIB']).ecg);
    const reason =
      'There is no P wave that keeps the same distance before the QRS complexes. The rhythm is irregular.';
    expect(pWave).toEqual({ isPresent: false, reason });
    expect(prMs).toEqual({ status: 'unmeasurable', reason });
  });
});

describe('what can be measured', () => {
  const value = (measured: ReturnType<typeof measureEcg>['qtMs']): number =>
    measured.status === 'measured' ? measured.value : Number.NaN;

  it('bridges a gap that all leads have', () => {
    const gap = measureEcg(change(ecg, (samples) => samples.map((v, at) => (at > 2000 && at < 2300 ? Number.NaN : v))));
    expect(value(gap.qrsMs)).toBeCloseTo(value(measureEcg(ecg).qrsMs), -1);
  });

  it.each([100, 250, 257, 1000])('hardly depends on the sampling rate: %i Hz', (samplingRateHz) => {
    const [one, other] = [measureEcg(ecg), measureEcg(create(['NORM', 'SR'], { samplingRateHz }).ecg)];
    expect(Math.abs(value(other.heartRatePerMinute) - value(one.heartRatePerMinute))).toBeLessThan(0.5);
    expect(Math.abs(value(other.prMs) - value(one.prMs))).toBeLessThan(12);
    expect(Math.abs(value(other.qrsMs) - value(one.qrsMs))).toBeLessThan(12);
    expect(Math.abs(value(other.qtMs) - value(one.qtMs))).toBeLessThan(12);
  });

  it('corrects QT by the RR interval that it names', () => {
    const { qtMs, qtcBazettMs, qtcFridericiaMs, meanRrMs } = measureEcg(ecg);
    const rr = value(meanRrMs) / 1000;
    expect(value(qtcBazettMs)).toBeCloseTo(value(qtMs) / Math.sqrt(rr), 9);
    expect(value(qtcFridericiaMs)).toBeCloseTo(value(qtMs) / Math.cbrt(rr), 9);
    expect(qtcBazettMs).toMatchObject({ method: `Bazett: QT / √RR, RR ${Math.round(1000 * rr)} ms` });
  });
});
