// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { drawInterval } from './drawInterval';

const placesOf = (path: Element) => [...path.getAttribute('d')!.matchAll(/[MH]([\d.]+)/g)].map(([, place]) => Number(place));

it('draws a value within its interval, on an axis that ends at 1', () => {
  const group = drawInterval({ value: 0.5, ends: [0.25, 0.75] }, 0, 112, 20);
  expect(Number(group.querySelector('circle')!.getAttribute('cx'))).toBeCloseTo(56, 6);
  expect(placesOf(group.querySelector('.interval-line')!)).toEqual([31, 81]);
  expect(placesOf(group.querySelector('.interval-chance')!)).toEqual([6]);
});

it('draws neither where neither is defined, but the lines of the axis', () => {
  const group = drawInterval({ value: null, ends: null }, -1, 112, 20);
  expect(group.querySelectorAll('circle, .interval-line')).toHaveLength(0);
  expect(group.querySelectorAll('.interval-tick')).toHaveLength(3);
});
