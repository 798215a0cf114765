import type { AdditiveStatistic } from './additiveStatistic';
import { quantile } from './quantile';
import type { Resamples } from './resamples';

/** The share of resamples that lies within an interval. */
export const CONFIDENCE_LEVEL = 0.95;

/** A 95 % bootstrap interval. */
export interface BootstrapInterval {
  /** Its ends, in the unit of the statistic; null where no resample had a value. */
  readonly ends: readonly [low: number, high: number] | null;
  readonly resampleCount: number;
  /** Number of resamples without a value (all their values alike, nothing compared); the ends are those of the others. */
  readonly undefinedCount: number;
}

/**
 * The percentile bootstrap interval of a statistic: its 2.5 % and 97.5 % quantiles over resamples of all its units. The
 * readers are taken as they are: the interval says how far other units, not other readers, would change the value.
 *
 * Source: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, Chapman & Hall 1993, chapter 13.
 *
 * @throws RangeError when the resamples are of another number of units.
 */
export function bootstrapInterval(statistic: AdditiveStatistic, { unitCount, resampleCount, draws }: Resamples): BootstrapInterval {
  const { width, addends, toEstimate } = statistic;
  if (unitCount !== statistic.unitCount) {
    throw new RangeError(`Resamples of ${unitCount} units do not fit a statistic of ${statistic.unitCount}.`);
  }
  const values = new Float64Array(resampleCount);
  let definedCount = 0;
  const sums = new Float64Array(width);
  for (let resample = 0; resample < resampleCount; resample++) {
    sums.fill(0);
    for (let unit = 0; unit < unitCount; unit++) {
      const times = draws[resample * unitCount + unit]!;
      if (times === 0) continue;
      const row = unit * width;
      for (let column = 0; column < width; column++) sums[column] += times * addends[row + column]!;
    }
    const { value } = toEstimate(sums);
    if (value !== null) values[definedCount++] = value;
  }
  const sorted = values.subarray(0, definedCount).sort();
  const tail = (1 - CONFIDENCE_LEVEL) / 2;
  return {
    ends: definedCount === 0 ? null : [quantile(sorted, tail), quantile(sorted, 1 - tail)],
    resampleCount,
    undefinedCount: resampleCount - definedCount,
  };
}
