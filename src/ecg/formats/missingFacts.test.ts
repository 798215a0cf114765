import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { STANDARD_LEADS } from '../lead';
import { NeedsFacts } from '../statedFacts';
import { createNeedsFacts, toOrderQuestion, toRateQuestion, toUnitQuestion } from './missingFacts';

const { leads } = createSyntheticEcg({ seed: 3 });
const inUnit = (unitsPerMv: number, round: (value: number) => number = (value) => value) =>
  STANDARD_LEADS.map((lead) => Float64Array.from(leads[lead], (millivolts) => round(millivolts * unitsPerMv)));
const toUnits = ({ offers }: ReturnType<typeof toUnitQuestion>) => offers.map(({ unit }) => unit);

describe('toRateQuestion', () => {
  it('offers the common rates at which the recording lasts 10 s', () => {
    expect(toRateQuestion(2560)).toEqual({
      fact: 'samplingRateHz',
      sampleCount: 2560,
      offers: [100, 125, 128, 200, 240, 250, 256],
    });
    expect(toRateQuestion(5000).offers.at(-1)).toBe(500);
    expect(toRateQuestion(900).offers).toEqual([]);
  });
});

describe('toUnitQuestion', () => {
  it.each([
    ['V', 0.001, 1e6],
    ['mV', 1, 1000],
    ['µV', 1000, 1],
    ['nV', 1e6, 0.001],
  ])('offers %s alone for fractions that are an ECG in it', (unit, unitsPerMv, microvoltsPerUnit) => {
    const question = toUnitQuestion(inUnit(unitsPerMv));
    expect(question.offers).toEqual([{ unit, microvoltsPerUnit }]);
    expect(question.inferred?.microvoltsPerUnit).toBe(microvoltsPerUnit);
  });

  it('says by what it infers the unit, from the span of the median lead', () => {
    const flat = new Float64Array(1000);
    const ramp = Float64Array.from({ length: 1000 }, (_, index) => index + 0.5);
    const question = toUnitQuestion([flat, ramp, ramp]);
    expect(question).toMatchObject({ typicalSpan: 979, inferred: { because: 'its leads span about 980, which in µV are 0.98 mV' } });
  });

  it('also offers the steps of devices for whole numbers', () => {
    expect(toUnits(toUnitQuestion(inUnit(200, Math.round)))).toEqual(['µV', 'steps of 2.5 µV', 'steps of 4.88 µV', 'steps of 5 µV']);
  });

  it('infers nothing where no unit makes an ECG of the numbers, and offers all', () => {
    const question = toUnitQuestion([Float64Array.from({ length: 1000 }, () => 7)]);
    expect(question).toMatchObject({ typicalSpan: 0 });
    expect(question.inferred).toBeUndefined();
    expect(toUnits(question)).toEqual(['V', 'mV', 'µV', 'nV']);
  });

  it('leaves missing samples out', () => {
    const gappy = inUnit(1000, Math.round).map((samples) => samples.map((value, index) => (index % 3 === 0 ? NaN : value)));
    const { typicalSpan } = toUnitQuestion(gappy);
    expect(typicalSpan / toUnitQuestion(inUnit(1000, Math.round)).typicalSpan).toBeCloseTo(1, 1);
    expect(toUnits(toUnitQuestion(gappy))).toContain('steps of 5 µV');
    expect(toUnitQuestion([new Float64Array(0), Float64Array.of(NaN)]).typicalSpan).toBe(0);
  });
});

describe('toOrderQuestion', () => {
  it('offers whole orders of so many leads, the usual one first', () => {
    expect(toOrderQuestion(12)).toMatchObject({ fact: 'leadOrder', leadCount: 12, offers: [{ leads: STANDARD_LEADS }, {}, {}] });
    for (const { leads: order } of toOrderQuestion(12).offers) expect([...order].sort()).toEqual([...STANDARD_LEADS].sort());
    expect(toOrderQuestion(8).offers.map(({ name }) => name)).toEqual(['I, II, V1–V6', 'II, III, V1–V6', 'V1–V6, I, II']);
    for (const { leads: order } of toOrderQuestion(8).offers) expect(new Set(order).size).toBe(8);
    expect(toOrderQuestion(9).offers).toEqual([]);
  });
});

describe('createNeedsFacts', () => {
  it('says in one sentence all that a file does not say', () => {
    const missing = [toRateQuestion(5000), toUnitQuestion(inUnit(1)), toOrderQuestion(12)];
    const needs = createNeedsFacts('ecg.csv', missing);
    expect(needs).toBeInstanceOf(NeedsFacts);
    expect(needs.missing).toEqual(missing);
    expect(needs.message).toBe(
      'ecg.csv does not say at what rate it was sampled, in what unit its numbers are and in which order its leads stand.',
    );
  });
});
