/**
 * A quantile, linear between the two nearest values: that of place (n − 1) × share (definition 7 of R. J. Hyndman,
 * Y. Fan, Am Stat 1996;50:361-365; what NumPy and R give unless told otherwise).
 *
 * @param sorted at least one value, rising.
 * @param share 0 (the least value) to 1 (the greatest).
 * @throws RangeError without values, or where the share is out of range.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new RangeError('Nothing has no quantile.');
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A quantile is asked for at ${share}, which is not from 0 to 1.`);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (place - below) * (high - low);
}
