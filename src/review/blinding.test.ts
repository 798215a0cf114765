import { expect, it } from 'vitest';
import { canChooseOrder, canNamePrototypes } from './blinding';
import { createTestStudy } from './fixtures/testReview';

it('names prototypes only where that gives nothing away', () => {
  expect(canNamePrototypes(createTestStudy())).toBe(true);
  expect(canNamePrototypes(createTestStudy({ isClassHidden: true }))).toBe(false);
  expect(canNamePrototypes(createTestStudy({ repeatShare: 0.1 }))).toBe(false);
  expect(canNamePrototypes(createTestStudy({ planted: [{ prototype: 'rhythm/0', classes: ['LVH'], trueClasses: ['SR'] }] }))).toBe(false);
});

it('lets the reader choose an order only where the study draws none and hides nothing', () => {
  expect(canChooseOrder(createTestStudy({ seed: null }))).toBe(true);
  expect(canChooseOrder(createTestStudy({ seed: 'a' }))).toBe(false);
  expect(canChooseOrder(createTestStudy({ seed: null, isClassHidden: true }))).toBe(false);
});
