/** Samples by which each end is extended before filtering: SciPy's default for a first-order filter. */
const EXTENSION = 6;

/**
 * Removes baseline wander from one lead: a first-order Butterworth high-pass filter, run forward and backward, so that
 * no wave is shifted in time. Equals SciPy's `filtfilt(*butter(1, cutoffHz / (samplingRateHz / 2), "high"), samples)` with
 * its defaults: both ends are extended by 6 samples, mirrored through the end point, and each pass starts from the
 * filter's steady state for its first sample. At the cutoff, two passes leave half of the amplitude.
 *
 * Computed in float64. One `NaN` makes every sample `NaN`: callers refuse such a lead first
 * (`findLeadsWithMissingSamples`).
 * @returns as many samples, in the unit of the input.
 * @throws RangeError for 6 samples or fewer, or a cutoff outside 0 to half the sampling rate.
 */
export function highPass(samples: ArrayLike<number>, cutoffHz: number, samplingRateHz: number): Float64Array {
  if (samples.length <= EXTENSION) throw new RangeError(`${samples.length} samples are too few to filter.`);
  if (!(cutoffHz > 0 && cutoffHz < samplingRateHz / 2)) {
    throw new RangeError(`A cutoff of ${cutoffHz} Hz does not lie below half of ${samplingRateHz} Hz.`);
  }
  // Bilinear transform of s / (s + ω), with ω chosen so that the digital cutoff is exact.
  const warped = Math.tan((Math.PI * cutoffHz) / samplingRateHz);
  const gain = 1 / (1 + warped);
  const pole = (1 - warped) / (1 + warped);
  const extended = extendOddly(samples);
  filterInPlace(extended, gain, pole);
  extended.reverse();
  filterInPlace(extended, gain, pole);
  extended.reverse();
  return extended.slice(EXTENSION, -EXTENSION);
}

/** y[n] = pole · y[n-1] + gain · (x[n] - x[n-1]), as if the first sample had lasted for ever before. */
function filterInPlace(samples: Float64Array, gain: number, pole: number): void {
  let previousInput = samples[0]!;
  let output = 0;
  for (let index = 0; index < samples.length; index++) {
    const input = samples[index]!;
    output = pole * output + gain * (input - previousInput);
    previousInput = input;
    samples[index] = output;
  }
}

function extendOddly(samples: ArrayLike<number>): Float64Array {
  const last = samples.length - 1;
  return Float64Array.from({ length: samples.length + 2 * EXTENSION }, (_, index) => {
    const at = index - EXTENSION;
    if (at < 0) return 2 * samples[0]! - samples[-at]!;
    if (at > last) return 2 * samples[last]! - samples[2 * last - at]!;
    return samples[at]!;
  });
}
