/** From which standard deviation on scores count as disputed, in points of the scale. */
export const LEAST_SPREADS = [0.5, 1, 1.5] as const;
export type LeastSpread = (typeof LEAST_SPREADS)[number];
