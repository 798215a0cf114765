import { describe, expect, it } from 'vitest';
import { simulateReader, simulateStudy } from '../fixtures/simulateReaders';
import { threeReaderFiles, threeReaderStudy, threeReaderTruth } from '../fixtures/threeReaders';
import { summariseStudy } from './summariseStudy';

const DIGITS = 9;

describe('three readers with known agreement', () => {
  const summary = summariseStudy(threeReaderStudy, threeReaderFiles);
  const [representativeness, clarity] = summary.questions;
  const findAgreement = (measure: string, of: string) =>
    summary.agreement.find((agreement) => agreement.measure === measure && agreement.of === of)!;

  it('gives their mean, deviation and distribution, of rated items alone', () => {
    const { all } = representativeness!;
    expect(all.count).toBe(36);
    expect(all.mean).toBeCloseTo(threeReaderTruth.mean, DIGITS);
    expect(all.standardDeviation).toBeCloseTo(threeReaderTruth.standardDeviation, DIGITS);
    expect(all.histogram).toEqual(threeReaderTruth.histogram);
    expect(clarity!.all).toMatchObject({ count: 35, mean: 4, standardDeviation: 0, cannotJudgeCount: 1 });
  });

  it('orders classes by their mean, the lowest first', () => {
    const means = representativeness!.classes.map(({ name, mean }) => [name, mean]);
    expect(means).toEqual(Object.entries(threeReaderTruth.classMeans).map(([name, mean]) => [name, expect.closeTo(mean, DIGITS)]));
    expect(representativeness!.branches.map(({ name, prototypeCount }) => [name, prototypeCount])).toEqual([['morphology', 12]]);
  });

  it('gives their agreement', () => {
    expect(findAgreement('alpha', 'representativeness').estimate.value).toBeCloseTo(threeReaderTruth.alpha, DIGITS);
    expect(findAgreement('icc', 'representativeness').estimate.value).toBeCloseTo(threeReaderTruth.icc, DIGITS);
    expect(findAgreement('kappa', 'mark').estimate.value).toBeCloseTo(threeReaderTruth.kappa, DIGITS);
    expect(findAgreement('alpha', 'clarity').estimate).toEqual({ value: null, reason: 'noVariation' });
    const { interval } = findAgreement('alpha', 'representativeness');
    expect(interval.ends![0]).toBeLessThan(threeReaderTruth.alpha);
    expect(interval.ends![1]).toBeGreaterThan(threeReaderTruth.alpha);
    // Only complete prototypes count for ICC; the one that a reader could not judge does not.
    expect(findAgreement('icc', 'clarity').usedCount).toBe(11);
  });

  it('leaves the agreement of a single branch to that of all', () => {
    expect(new Set(summary.agreement.map(({ scope }) => scope))).toEqual(new Set(['all']));
  });

  it('tells of each reader how far, how carefully and how steadily', () => {
    const [first, second, third] = summary.readers;
    expect(first).toMatchObject({ isLocked: true, counts: { rating: { done: 12, asked: 12 }, repeat: { done: 3, asked: 3 } } });
    expect(summary.readers.map(({ plantedAgreed }) => plantedAgreed)).toEqual([0, 0, 1]);
    expect(first!.repeats!.representativeness).toMatchObject({ pairCount: 3, exactShare: 1, meanAbsoluteDifference: 0 });
    expect(second!.repeats!.representativeness).toMatchObject({ pairCount: 3, exactShare: 0, meanAbsoluteDifference: 1 });
    // Two questions, each answered in four seconds; those with a mark take longer.
    expect(third!.medianMs).toBe(8000);
  });

  it('tells of each planted item who did not look', () => {
    expect(summary.planted).toEqual([
      { prototype: 'morphology/20', shownClasses: ['AFIB'], scored: 3, agreed: 1 },
      { prototype: 'morphology/21', shownClasses: ['NORM'], scored: 3, agreed: 0 },
    ]);
  });

  it('counts votes, and shows opinions by letters', () => {
    const [bad] = summary.prototypes;
    expect(bad).toMatchObject({ prototype: 'morphology/0', best: 0, bad: 2, finished: 3 });
    expect(summary.prototypes.at(-1)).toMatchObject({ prototype: 'morphology/11', best: 3, bad: 0 });
    expect(bad!.opinions.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
  });

  it('hides no class, so that none was named', () => {
    expect(summary.naming).toBeNull();
  });
});

it('takes the mark of a prototype that was given only when it was shown again', () => {
  const study = simulateStudy({
    items: Array.from({ length: 8 }, (_, index) => ({ prototype: `rhythm/${index}`, classes: ['AFIB'] })),
    repeatShare: 0.25,
  });
  const file = simulateReader(study, {
    reader: { id: 'd'.repeat(16), role: 'resident', years: 1 },
    answersTo: ({ kind }) => ({ representativeness: kind === 'repeat' ? 1 : 5, clarity: 5, ...(kind === 'repeat' && { mark: 'bad' as const }) }),
  });
  const { prototypes, questions } = summariseStudy(study, [file]);
  expect(prototypes.filter(({ bad }) => bad === 1)).toHaveLength(2);
  expect(questions[0]!.all).toMatchObject({ count: 8, mean: 5 });
});

describe('a study that hides classes', () => {
  const study = simulateStudy({
    items: [
      { prototype: 'rhythm/0', classes: ['AFIB'] },
      { prototype: 'rhythm/1', classes: ['AFIB', 'STACH'] },
      { prototype: 'global/0', classes: ['NORM'] },
    ],
    isClassHidden: true,
  });
  const named: Readonly<Record<string, string>> = { 'rhythm/0': 'SARRH', 'rhythm/1': 'STACH', 'global/0': 'NORM' };
  const files = ['1', '2'].map((digit) =>
    simulateReader(study, {
      reader: { id: digit.repeat(16), role: 'resident', years: 2 },
      answersTo: ({ prototype }) => {
        if (prototype === 'global/0' && digit === '2') return null;
        return { class: named[prototype]!, representativeness: 3, clarity: 'cannotJudge' };
      },
    }),
  );
  const summary = summariseStudy(study, files);

  it('compares what was named with what it was', () => {
    expect(summary.naming).toEqual({
      named: 5,
      right: 3,
      classes: [
        { name: 'AFIB', named: 4, right: 2 },
        { name: 'NORM', named: 1, right: 1 },
        { name: 'STACH', named: 2, right: 2 },
      ],
      confusions: [{ shown: 'AFIB', named: 'SARRH', count: 2 }],
    });
  });

  it('compares by branch where there are several, and says why where nothing can be compared', () => {
    const kappas = summary.agreement.filter(({ measure }) => measure === 'kappa');
    expect(kappas.map(({ scope, usedCount, prototypeCount }) => [scope, usedCount, prototypeCount])).toEqual([
      ['all', 2, 3],
      ['rhythm', 2, 2],
      ['global', 0, 1],
    ]);
    expect(kappas[2]!.estimate).toEqual({ value: null, reason: 'noPairs' });
  });

  it('counts who cannot judge apart from the scores', () => {
    expect(summary.questions[1]!.all).toMatchObject({ count: 0, mean: null, cannotJudgeCount: 5, histogram: [0, 0, 0, 0, 0] });
    expect(summary.readers.map(({ counts }) => counts.rating)).toEqual([
      { done: 3, asked: 3 },
      { done: 2, asked: 3 },
    ]);
  });
});
