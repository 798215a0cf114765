/** A probability and the least that is predicted, both 0 … 1. */
export interface Thresholded {
  readonly probability: number;
  readonly threshold: number;
}

/**
 * How far a probability lies above its threshold, in logits: what all contributions together exceed the needed sum by.
 * Negative below it; infinite where either is 0 or 1.
 */
export function thresholdDistance({ probability, threshold }: Thresholded): number {
  return probability === threshold ? 0 : toLogit(probability) - toLogit(threshold);
}

function toLogit(probability: number): number {
  return Math.log(probability / (1 - probability));
}
