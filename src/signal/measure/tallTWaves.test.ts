import { expect, it } from 'vitest';
import type { QrsForm } from './qrsForms';
import { withoutTallTWaves } from './tallTWaves';

/** A form whose mean rises and falls within so many samples on either side, with these centres, at 500 samples a second. */
const createForm = (half: number, centres: readonly number[]): QrsForm => ({
  template: [Float64Array.from({ length: 101 }, (_, index) => Math.max(0, 1 - Math.abs(index - 50) / half))],
  members: centres.map((centre, index) => ({ index, centre, correlation: 1 })),
});
const qrs = createForm(10, [200, 600, 1000, 1400, 1800]);
const behindAll = [330, 730, 1130, 1530, 1930];

it('takes a broad form that follows every complex within 360 ms for its T wave', () => {
  expect(withoutTallTWaves([qrs, createForm(40, behindAll)], 500)).toEqual([qrs]);
});

it.each([
  ['is as narrow', createForm(10, behindAll)],
  ['comes later', createForm(40, behindAll.map((centre) => centre + 60))],
  ['follows a few complexes only, as premature beats do', createForm(40, behindAll.slice(2))],
])('leaves a form that %s', (_, form) => {
  expect(withoutTallTWaves([qrs, form], 500)).toEqual([qrs, form]);
});
