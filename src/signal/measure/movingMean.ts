/**
 * The mean of a signal over a centred window at every sample; at the ends, over the part of the window that exists.
 * @param windowSamples width of the window; the next odd number counts. 1 or less leaves the signal as it is.
 * @returns as many samples, in the unit of the input; a `NaN` spreads to all that follows.
 */
export function toMovingMean(samples: ArrayLike<number>, windowSamples: number): Float64Array {
  const half = Math.max(0, Math.round((windowSamples - 1) / 2));
  const sums = new Float64Array(samples.length + 1);
  for (let index = 0; index < samples.length; index++) sums[index + 1] = sums[index]! + samples[index]!;
  return Float64Array.from({ length: samples.length }, (_, index) => {
    const from = Math.max(0, index - half);
    const to = Math.min(samples.length, index + half + 1);
    return (sums[to]! - sums[from]!) / (to - from);
  });
}
