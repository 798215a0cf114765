/**
 * Why a statistic has no value.
 * - `noPairs`: nothing can be compared: no unit has two scores, or no decision a known truth.
 * - `tooFewUnits`: fewer than two units could be used.
 * - `noVariation`: agreement cannot be told from chance, as all values are the same.
 */
export type UndefinedReason = 'noPairs' | 'tooFewUnits' | 'noVariation';

/** A statistic's value, or null and the reason why it has none. */
export type Estimate =
  | { readonly value: number; readonly reason?: undefined }
  | { readonly value: null; readonly reason: UndefinedReason };

/**
 * A statistic that depends on the units (prototypes, cases) only through sums over them. What each unit adds is worked
 * out once, so that a bootstrap only has to add rows, however many readers there were.
 */
export interface AdditiveStatistic {
  /** Number of units, also of those that add nothing. */
  readonly unitCount: number;
  /** Number of units that bear on the statistic, as its factory says. */
  readonly usedUnitCount: number;
  /** How many sums the statistic needs. */
  readonly width: number;
  /** What each unit adds to the sums: `unitCount` rows of `width` numbers. */
  readonly addends: Float64Array;
  /** The statistic of any units, from the sums of their rows. @param sums of length `width`. */
  readonly toEstimate: (sums: Float64Array) => Estimate;
}

/** The statistic of all its units, each taken once. */
export function estimate({ unitCount, width, addends, toEstimate }: AdditiveStatistic): Estimate {
  const sums = new Float64Array(width);
  for (let unit = 0; unit < unitCount; unit++) {
    for (let column = 0; column < width; column++) sums[column] += addends[unit * width + column]!;
  }
  return toEstimate(sums);
}
