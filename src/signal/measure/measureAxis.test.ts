import { expect, it } from 'vitest';
import { measureAxis } from './measureAxis';
import type { MedianBeat } from './medianBeat';

const [FROM, TO] = [20, 60];

/** A median beat of one wave whose vector points this way, in Einthoven's I and Goldberger's aVF, over a straight line. */
function createBeat(degrees: number, sizeMv: number, slopeMv = 0): MedianBeat {
  const angle = (Math.PI * degrees) / 180;
  const draw = (shareOfVector: number): Float64Array =>
    Float64Array.from({ length: 80 }, (_, index) => {
      const wave = index > FROM && index < TO ? Math.sin((Math.PI * (index - FROM)) / (TO - FROM)) : 0;
      return sizeMv * shareOfVector * wave + slopeMv * (index / 80 - 1);
    });
  const spread = new Float64Array(80).fill(0.02);
  const leads = { I: draw(Math.cos(angle)), aVF: draw((Math.sqrt(3) / 2) * Math.sin(angle)) };
  return { leads, spreadMv: { I: spread, aVF: spread }, used: [0, 1, 2, 3] } as unknown as MedianBeat;
}

it.each([0, 60, 90, -45, 150, -120])('finds the direction of the vector: %i°', (degrees) => {
  expect(measureAxis(createBeat(degrees, 1), FROM, TO, 'QRS complex')).toMatchObject({ value: expect.closeTo(degrees, 9) as number });
});

it('frees a P wave of the slope that it lies on', () => {
  expect(measureAxis(createBeat(60, 0.1, 0.2), FROM, TO, 'P wave', true)).toMatchObject({ value: expect.closeTo(60, 9) as number });
});

it('gives no direction to a wave that could be noise', () => {
  expect(measureAxis(createBeat(60, 0.02), FROM, TO, 'T wave')).toEqual({
    status: 'unmeasurable',
    reason: 'The T wave is too small in the frontal plane to have a direction.',
  });
});
