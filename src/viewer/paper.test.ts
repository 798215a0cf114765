import { expect, test } from 'vitest';
import { DEFAULT_PAPER, pixelsOf, xOf, yOf } from './paper';

test('on standard paper a second is 25 mm and a millivolt 10 mm, at 96 pixels an inch', () => {
  expect(pixelsOf(DEFAULT_PAPER, 25.4)).toBeCloseTo(96, 10);
  expect(xOf(DEFAULT_PAPER, 1)).toBeCloseTo(pixelsOf(DEFAULT_PAPER, 25), 10);
  expect(xOf(DEFAULT_PAPER, 10)).toBeCloseTo(944.88, 2);
  expect(yOf(DEFAULT_PAPER, 1)).toBeCloseTo(-37.795, 3);
});

test('a positive voltage lies above the centre line', () => {
  expect(yOf(DEFAULT_PAPER, 0.1)).toBeLessThan(0);
  expect(yOf(DEFAULT_PAPER, -0.1)).toBeGreaterThan(0);
});

test('speed, gain and scale each change their own direction only', () => {
  const half = { pixelsPerMm: 4, paperSpeedMmPerSecond: 50, gainMmPerMv: 5 };
  expect(xOf(half, 2)).toBe(400);
  expect(yOf(half, 2)).toBe(-40);
});
