import { type Thresholded, thresholdDistance } from './thresholdDistance';

/**
 * How far below its threshold a near miss may lie, in logits: ln 2, which is odds of at least half the threshold's. The
 * odds make one rule for all thresholds, where a margin of the probability would be wide for rare statements and narrow
 * for common ones.
 */
export const NEAR_MISS_LOGITS = Math.LN2;

/** More than these would not be read. */
export const MOST_NEAR_MISSES = 5;

/** The statements that fall just short of their thresholds, the nearest first: at most {@link MOST_NEAR_MISSES}. */
export function findNearMisses<T extends Thresholded>(statements: readonly T[]): readonly T[] {
  return statements
    .filter((statement) => statement.probability < statement.threshold && thresholdDistance(statement) >= -NEAR_MISS_LOGITS)
    .sort((a, b) => thresholdDistance(b) - thresholdDistance(a))
    .slice(0, MOST_NEAR_MISSES);
}
