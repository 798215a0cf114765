/** Shape of the Kaiser window of the low-pass filter, SciPy's default for `resample_poly`. */
const KAISER_BETA = 5;

/** Zero crossings of the low-pass filter on either side, at the slower of the two rates; SciPy's choice. */
const ZERO_CROSSINGS = 10;

/**
 * Changes the sampling rate of one lead by the factor `up / down`: upsampling, zero-phase low-pass filtering and
 * downsampling in one. Equals SciPy's `resample_poly(samples, up, down)` with its defaults (windowed-sinc filter of
 * 20 · max(up, down) + 1 taps, Kaiser β = 5, zeros beyond both ends) to 1e-9 of the largest sample.
 *
 * Computed in float64. A `NaN` spreads over all samples within reach of the filter: callers refuse such a lead first
 * (`findLeadsWithMissingSamples`).
 * @param up,down whole numbers of at least 1, for example 1 and 5 for 500 Hz to 100 Hz (`toRateRatio` finds them).
 * @returns ⌈samples.length · up / down⌉ samples in the unit of the input; the first one keeps its place in time.
 * @throws RangeError where `up` or `down` is no whole number of at least 1.
 */
export function resample(samples: ArrayLike<number>, up: number, down: number): Float64Array {
  if (![up, down].every((factor) => Number.isSafeInteger(factor) && factor >= 1)) {
    throw new RangeError(`Rates are changed by whole factors of at least 1, not by ${up} / ${down}.`);
  }
  const divisor = greatestCommonDivisor(up, down);
  return resampleReduced(samples, up / divisor, down / divisor);
}

function resampleReduced(samples: ArrayLike<number>, up: number, down: number): Float64Array {
  if (up === down) return Float64Array.from(samples);
  const filter = createLowPass(Math.max(up, down));
  const centre = (filter.length - 1) / 2;
  const resampled = new Float64Array(Math.ceil((samples.length * up) / down));
  for (let index = 0; index < resampled.length; index++) {
    // On the grid of the upsampled signal, input sample k lies at k · up and this output sample at `here`.
    const here = index * down;
    const first = Math.max(0, Math.ceil((here - centre) / up));
    const last = Math.min(samples.length - 1, Math.floor((here + centre) / up));
    let sum = 0;
    for (let k = first; k <= last; k++) sum += samples[k]! * filter[here - k * up + centre]!;
    resampled[index] = up * sum;
  }
  return resampled;
}

/** A windowed-sinc low-pass filter with its edge at 1 / `rate` of the Nyquist frequency and a gain of 1 at 0 Hz. */
function createLowPass(rate: number): Float64Array {
  const half = ZERO_CROSSINGS * rate;
  const taps = Float64Array.from({ length: 2 * half + 1 }, (_, index) => {
    const angle = (Math.PI * (index - half)) / rate;
    const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
    return sinc * besselI0(KAISER_BETA * Math.sqrt(1 - ((index - half) / half) ** 2));
  });
  const gain = taps.reduce((sum, tap) => sum + tap, 0);
  return taps.map((tap) => tap / gain);
}

/** The modified Bessel function of order 0, by its power series; x is small here, so it converges within 30 terms. */
function besselI0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
