import { describe, expect, it } from 'vitest';
import { createCohort, createDepartment } from '../../../tools/accuracy/cohorts';
import { type Accuracy, compareWithTruth } from '../../../tools/accuracy/compareWithTruth';

/**
 * The largest mean error and standard deviation, in milliseconds (beats per minute for the rate). The CSE working
 * party's tolerances (two standard deviations of its referees) are 10.2 ms for P onset, 6.5 ms for QRS onset, 11.6 ms
 * for QRS offset and 30.6 ms for the end of T (Eur Heart J 1985;6:815). That of QT leaves room for the one or two
 * flat or biphasic T waves in a hundred that are misjudged by more than 50 ms.
 */
const TOLERANCES = {
  none: { 'heart rate': [0.5, 2], PR: [5, 10], P: [9, 12], QRS: [5, 10], QT: [6, 25] },
  clinic: { 'heart rate': [0.5, 2], PR: [5, 10], P: [12, 15], QRS: [8, 10], QT: [8, 25] },
} as const;

const DEPARTMENT = 60;

describe.each(['none', 'clinic'] as const)('measurements of 60 simulated ECGs of a department, nuisance %s', (nuisance) => {
  let accuracy: Accuracy | undefined;
  const measure = (): Accuracy => (accuracy ??= compareWithTruth(createDepartment(DEPARTMENT, nuisance)));

  it('finds at least 99 % of the beats, and 99 % of what it finds are beats', () => {
    const { found, missed, false: wrong } = measure().beats;
    expect(found / (found + missed)).toBeGreaterThanOrEqual(0.99);
    expect(found / (found + wrong)).toBeGreaterThanOrEqual(0.99);
  });

  it.each(['heart rate', 'PR', 'P', 'QRS', 'QT'] as const)('measures %s within tolerance, in nearly all', (name) => {
    const { bias, deviation, measured, unmeasured } = measure().values[name];
    const [largestBias, largestDeviation] = TOLERANCES[nuisance][name];
    expect(Math.abs(bias)).toBeLessThanOrEqual(largestBias);
    expect(deviation).toBeLessThanOrEqual(largestDeviation);
    expect(measured / (measured + unmeasured)).toBeGreaterThanOrEqual(0.88);
  });

  it.each(['heart rate', 'PR', 'P', 'QRS', 'QT'] as const)('gives an uncertainty of %s that covers its errors', (name) => {
    expect(measure().values[name].covered).toBeGreaterThanOrEqual(0.85);
  });
});

describe('P waves', () => {
  it('are denied in at least 95 % of atrial fibrillation', () => {
    const { absent, denied } = compareWithTruth(createCohort(['AFIB'], 20, 'clinic')).p;
    expect(absent).toBe(20);
    expect(denied / absent).toBeGreaterThanOrEqual(0.95);
  });

  it('are denied in complete AV block, where they keep no step with QRS', () => {
    const { absent, denied } = compareWithTruth(createCohort(['3AVB'], 10, 'clinic')).p;
    expect(denied).toBe(absent);
  });

  it('are denied in more than half of atrial flutter, whose waves never rest', () => {
    const { absent, denied } = compareWithTruth(createCohort(['AFLT'], 20, 'clinic')).p;
    expect(absent).toBe(20);
    expect(denied / absent).toBeGreaterThan(0.5);
  });

  it('are seen in at least 95 % of sinus rhythm', () => {
    const { present, seen } = compareWithTruth(createCohort(['NORM', 'SR'], 20, 'clinic')).p;
    expect(seen / present).toBeGreaterThanOrEqual(0.95);
  });
});

it('noise is not taken for the stimuli of a pacemaker', () => {
  expect(compareWithTruth(createCohort(['AFIB'], 20, 'clinic')).paced.false).toBe(0);
});
