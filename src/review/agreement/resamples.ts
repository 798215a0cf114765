import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** How often the intervals of a report are resampled. */
export const RESAMPLE_COUNT = 1000;

/** Bootstrap resamples of a number of units: each draws as many units as there are, with replacement. */
export interface Resamples {
  readonly unitCount: number;
  readonly resampleCount: number;
  /** How often each unit was drawn: `resampleCount` rows of `unitCount` counts. */
  readonly draws: Uint16Array;
}

/**
 * Draws resamples; the same seed gives the same, on every machine. Statistics of the same units may share them.
 *
 * @param unitCount 0 to 65,535.
 * @param seed a whole number of 32 bits; generator xoroshiro128+ (S. Vigna, D. Blackman 2018).
 * @throws RangeError where the number of units is out of range.
 */
export function drawResamples(unitCount: number, seed: number, resampleCount: number = RESAMPLE_COUNT): Resamples {
  if (!Number.isInteger(unitCount) || unitCount < 0 || unitCount > 0xffff) {
    throw new RangeError(`Resamples are asked for of ${unitCount} units, which is not a whole number from 0 to 65,535.`);
  }
  const draws = new Uint16Array(resampleCount * unitCount);
  const generator = xoroshiro128plus(seed);
  for (let start = 0; start < draws.length; start += unitCount) {
    for (let drawn = 0; drawn < unitCount; drawn++) draws[start + uniformInt(generator, 0, unitCount - 1)]++;
  }
  return { unitCount, resampleCount, draws };
}
