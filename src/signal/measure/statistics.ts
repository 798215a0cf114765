/** The median of numbers; `NaN` for none. The mean of the middle two where their count is even. */
export function findMedian(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle]!;
  return sorted.length === 0 ? Number.NaN : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * The standard deviation of a normal distribution with the median absolute deviation of these numbers; `NaN` for none.
 */
export function findRobustDeviation(values: ArrayLike<number>): number {
  const median = findMedian(values);
  return 1.4826 * findMedian(Float64Array.from(values, (value) => Math.abs(value - median)));
}

/** The arithmetic mean; `NaN` for none. */
export function findMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The standard deviation of a sample (divided by n − 1); `NaN` for fewer than two numbers. */
export function findDeviation(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN;
  const mean = findMean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/** The jackknife's standard deviation of an estimate from the estimates that leave one out (Efron 1982); 0 for none. */
export function findJackknifeDeviation(estimates: readonly number[]): number {
  const count = estimates.length;
  return count < 2 ? 0 : ((count - 1) / Math.sqrt(count)) * findDeviation(estimates);
}
