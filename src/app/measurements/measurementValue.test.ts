import { describe, expect, test } from 'vitest';
import { formatComparedDifference, formatComparedValue, formatLeadUncertainty, formatLeadVoltage, formatMeasured, formatWithUncertainty } from './measurementValue';

describe('a measured value', () => {
  test.each([
    ['heartRatePerMinute', 71.6, '72/min'],
    ['prMs', 159.9, '160 ms'],
    ['qtcBazettMs', 431.2, '431 ms'],
    ['qrsAxisDegrees', -29.7, '−30°'],
    ['tAxisDegrees', -0.3, '0°'],
    ['sokolowLyonMv', 2.305, '2.31 mV'],
    ['irregularity', 0.0213, '0.02'],
  ] as const)('%s of %d is written %s', (name, value, written) => {
    expect(formatMeasured(name, value)).toBe(written);
  });

  test('has its uncertainty in its own last digit, rounded up and never nothing', () => {
    expect(formatWithUncertainty('prMs', 159.9, 6.1)).toBe('160 ± 7 ms');
    expect(formatWithUncertainty('heartRatePerMinute', 71.6, 0.02)).toBe('72 ± 1/min');
    expect(formatWithUncertainty('cornellMv', 1.5, 0)).toBe('1.50 ± 0.01 mV');
    expect(formatWithUncertainty('cornellMv', 1.5, 0.0301)).toBe('1.50 ± 0.04 mV');
  });
});

test('a voltage of a lead has a sign where it is a deviation', () => {
  expect(formatLeadVoltage(0.118, true)).toBe('+0.12');
  expect(formatLeadVoltage(-0.05, true)).toBe('−0.05');
  expect(formatLeadVoltage(-0.004, true)).toBe('0.00');
  expect(formatLeadVoltage(0.118, false)).toBe('0.12');
  expect(formatLeadUncertainty(0.011)).toBe('± 0.02');
});

test('what is compared: a difference and ST have their sign, other values none', () => {
  expect(formatComparedDifference('qrsMs', 24.4, 7.2)).toBe('+24 ± 8 ms');
  expect(formatComparedDifference('qrsAxisDegrees', -8.6, 0.2)).toBe('−9 ± 1°');
  expect(formatComparedDifference('prMs', 0.3, 4)).toBe('0 ± 4 ms');
  expect(formatComparedValue('prMs', 160, 6)).toBe('160 ± 6 ms');
  expect(formatComparedValue('st60Mv', 0.123, 0.011)).toBe('+0.12 ± 0.02 mV');
  expect(formatComparedValue('st60Mv', -0.05, 0.01)).toBe('−0.05 ± 0.01 mV');
});
