/** Mean and spread of a number of values, in their unit. */
export interface MeanAndDeviation {
  readonly count: number;
  /** Null without values. */
  readonly mean: number | null;
  /** Sample standard deviation, with n − 1; null with fewer than two values. */
  readonly standardDeviation: number | null;
}

/** The mean and the sample standard deviation of any values. */
export function meanAndDeviation(values: readonly number[]): MeanAndDeviation {
  const count = values.length;
  if (count === 0) return { count, mean: null, standardDeviation: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  if (count === 1) return { count, mean, standardDeviation: null };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count, mean, standardDeviation: Math.sqrt(squares / (count - 1)) };
}
