import { describe, expect, it } from 'vitest';
import { Problem } from '../src/ecg/problem';
import { toFlagSentence, toStatedFacts } from './statedFlags';

describe('toStatedFacts', () => {
  it('states what the flags say and nothing else', () => {
    expect(toStatedFacts({})).toEqual({});
    expect(toStatedFacts({ rate: '500', unit: 'mV', leads: 'i, II,avr' })).toEqual({
      samplingRateHz: 500,
      microvoltsPerUnit: 1000,
      leadOrder: ['I', 'II', 'aVR'],
    });
  });

  it.each([
    ['uV', 1],
    ['µV', 1],
    ['V', 1e6],
    ['2.44 uV', 2.44],
    ['0.005mV', 5],
  ])('reads the unit %s', (unit, microvoltsPerUnit) => {
    expect(toStatedFacts({ unit })).toEqual({ microvoltsPerUnit });
  });

  it.each([
    [{ rate: 'fast' }, '--rate is a number of hertz such as 500, not "fast".'],
    [{ rate: '' }, '--rate is a number of hertz such as 500, not "".'],
    [{ rate: '-5' }, '--rate is a number of hertz such as 500, not "-5".'],
    [{ unit: 'mm' }, '--unit is a unit of voltage such as mV, uV or 2.44uV, not "mm".'],
    [{ unit: '2.44' }, '--unit is a unit of voltage such as mV, uV or 2.44uV, not "2.44".'],
    [{ unit: '0mV' }, '--unit is a unit of voltage such as mV, uV or 2.44uV, not "0mV".'],
    [{ unit: '1.2.3mV' }, '--unit is a unit of voltage such as mV, uV or 2.44uV, not "1.2.3mV".'],
    [{ leads: 'I,II,MCL1' }, '--leads lists standard leads such as I,II,V1; "MCL1" is none.'],
  ])('refuses %j', (flags, sentence) => {
    expect(() => toStatedFacts(flags)).toThrow(new Problem(sentence));
  });
});

describe('toFlagSentence', () => {
  it('names the flag of everything that is missing', () => {
    expect(
      toFlagSentence([
        { fact: 'samplingRateHz', sampleCount: 5000, offers: [] },
        { fact: 'microvoltsPerUnit', typicalSpan: 3, offers: [] },
        { fact: 'leadOrder', leadCount: 12, offers: [] },
      ]),
    ).toBe('State it with --rate HZ, --unit mV and --leads NAMES.');
  });
});
