import { describe, expect, it } from 'vitest';
import { estimate } from './additiveStatistic';
import { createAccuracyGain } from './accuracyGain';
import { bootstrapInterval } from './bootstrap';
import { describeConfidenceChange } from './describeConfidenceChange';
import { type BlindFirstReading, type Judgement, judgeCase, judgeStatement } from './judgeReading';
import { drawResamples } from './resamples';
import { countSwitches } from './switches';

const ASKED = ['AFIB', 'IMI', 'NORM'];
const reading = (first: string, final: string, truth: string | null): BlindFirstReading => ({
  first: first.split(' ').filter(Boolean),
  final: final.split(' ').filter(Boolean),
  truth: truth === null ? null : truth.split(' ').filter(Boolean),
});

const gained = reading('', 'AFIB', 'AFIB');
const lost = reading('NORM', '', 'NORM');
const stayedRight = reading('IMI AFIB', 'AFIB IMI', 'AFIB IMI');
const stayedWrong = reading('AFIB', 'AFIB IMI', 'NORM');
const unknown = reading('NORM', 'AFIB', null);
const all = [gained, lost, stayedRight, stayedWrong, gained, unknown];

describe('a reading without and with the explanation', () => {
  it('is right on a statement that is true and named, or untrue and left out', () => {
    expect(judgeStatement(stayedWrong, 'AFIB')).toEqual({ firstRight: false, finalRight: false });
    expect(judgeStatement(stayedWrong, 'IMI')).toEqual({ firstRight: true, finalRight: false });
    expect(judgeStatement(gained, 'AFIB')).toEqual({ firstRight: false, finalRight: true });
    expect(judgeStatement(unknown, 'AFIB')).toBeNull();
  });

  it('is right as a whole when it names exactly what is true, in any order, of what was asked for', () => {
    expect(judgeCase(stayedRight, ASKED)).toEqual({ firstRight: true, finalRight: true });
    expect(judgeCase(gained, ASKED)).toEqual({ firstRight: false, finalRight: true });
    expect(judgeCase(reading('PVC', 'NORM', 'NORM LVH'), ASKED)).toEqual({ firstRight: false, finalRight: true });
    expect(judgeCase(unknown, ASKED)).toBeNull();
    expect(judgeCase(unknown, [])).toBeNull();
  });

  it('counts its switches by case', () => {
    expect(countSwitches(all.map((own) => judgeCase(own, ASKED)))).toEqual({
      wrongToRight: 2,
      rightToWrong: 1,
      stayedRight: 1,
      stayedWrong: 1,
      mcNemarP: 1,
    });
  });

  it('counts its switches by statement', () => {
    expect(countSwitches(all.map((own) => judgeStatement(own, 'IMI')))).toMatchObject({
      wrongToRight: 0,
      rightToWrong: 1,
      stayedRight: 4,
      stayedWrong: 0,
    });
  });

  it('has no switches without truth', () => {
    expect(countSwitches([judgeCase(unknown, ASKED), null])).toBeNull();
    expect(countSwitches([])).toBeNull();
  });
});

describe('the gain in accuracy', () => {
  const [wrongToRight, rightToWrong, stays]: Judgement[] = [
    { firstRight: false, finalRight: true },
    { firstRight: true, finalRight: false },
    { firstRight: true, finalRight: true },
  ];

  it('is the share of right final decisions minus that of right first ones, wherever the truth is known', () => {
    const gain = createAccuracyGain([
      [wrongToRight!, wrongToRight!, null],
      [rightToWrong!, stays!, wrongToRight!],
      [null, null, null],
    ]);
    expect(estimate(gain).value).toBeCloseTo(2 / 5, 12);
    expect(gain).toMatchObject({ unitCount: 3, usedUnitCount: 2 });
    expect(estimate(createAccuracyGain([[null]]))).toEqual({ value: null, reason: 'noPairs' });
  });

  it('is not made surer by more readers of the same ECGs', () => {
    const cases = Array.from({ length: 40 }, (_, place) => [wrongToRight!, stays!, rightToWrong!, stays!, wrongToRight!][place % 5]!);
    const resamples = drawResamples(40, 3);
    const byOne = bootstrapInterval(createAccuracyGain(cases.map((own) => [own])), resamples);
    const byTen = bootstrapInterval(createAccuracyGain(cases.map((own) => Array<Judgement>(10).fill(own))), resamples);
    expect(byTen).toEqual(byOne);
    expect(byOne.ends![1] - byOne.ends![0]).toBeGreaterThan(0.2);
  });
});

it('confidence changes by final minus first, where both were given', () => {
  expect(describeConfidenceChange([[2, 5], [4, 3], [null, 5], [3, null]])).toEqual({
    count: 2,
    mean: 1,
    standardDeviation: Math.sqrt(8),
  });
  expect(describeConfidenceChange([])).toEqual({ count: 0, mean: null, standardDeviation: null });
});
