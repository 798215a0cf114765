/** A second-order section: y = b0 x + b1 x' + b2 x'' - a1 y' - a2 y''. */
export interface Section {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** The pre-warped angle of a frequency for the bilinear transform. */
const warp = (frequencyHz: number, samplingRateHz: number) => Math.tan((Math.PI * frequencyHz) / samplingRateHz);

/** A Butterworth low-pass of second order (bilinear transform), its edge at -3 dB. */
export function createLowPass(edgeHz: number, samplingRateHz: number): Section {
  const w = warp(edgeHz, samplingRateHz);
  const norm = 1 / (1 + Math.SQRT2 * w + w * w);
  const b0 = w * w * norm;
  return { b0, b1: 2 * b0, b2: b0, a1: 2 * (w * w - 1) * norm, a2: (1 - Math.SQRT2 * w + w * w) * norm };
}

/** A notch at one frequency, its width at -3 dB in hertz. */
export function createNotch(centreHz: number, widthHz: number, samplingRateHz: number): Section {
  const half = warp(widthHz, samplingRateHz);
  const norm = 1 / (1 + half);
  const b1 = -2 * Math.cos((2 * Math.PI * centreHz) / samplingRateHz) * norm;
  return { b0: norm, b1, b2: norm, a1: b1, a2: (1 - half) * norm };
}

/** A second-order band-pass between two edges at -3 dB, and what it does to the standard deviation of white noise. */
export function createBandPass(lowHz: number, highHz: number, samplingRateHz: number) {
  const [low, high] = [warp(lowHz, samplingRateHz), warp(highHz, samplingRateHz)];
  const [width, centre] = [high - low, low * high];
  const norm = 1 / (1 + width + centre);
  const filter: Section = {
    b0: width * norm,
    b1: 0,
    b2: -width * norm,
    a1: 2 * (centre - 1) * norm,
    a2: (1 - width + centre) * norm,
  };
  // The noise power of this section in closed form: white noise of variance 1 comes out with variance (1 - a2) / 2.
  return { filter, whiteNoiseGain: Math.sqrt((1 - filter.a2) / 2) };
}

/** Filters samples in place, from rest or from the steady state of a constant input. */
export function filterForward(samples: Float64Array, { b0, b1, b2, a1, a2 }: Section, steadyAt = 0): void {
  const steady = (steadyAt * (b0 + b1 + b2)) / (1 + a1 + a2);
  let s2 = b2 * steadyAt - a2 * steady;
  let s1 = b1 * steadyAt - a1 * steady + s2;
  for (let index = 0; index < samples.length; index++) {
    const x = samples[index]!;
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    samples[index] = y;
  }
}

/**
 * Takes away what is slower than the edge, in place, by a first-order high-pass. It starts as a device that has been on
 * for long: settled on the mean of the samples.
 * @param direction `causal` as devices do at the bedside, with its known distortion of the ST segment above 0.05 Hz;
 * `zero-phase` runs forward and backward as devices do that store first.
 */
export function filterHighPass(
  samples: Float64Array,
  edgeHz: number,
  samplingRateHz: number,
  direction: 'causal' | 'zero-phase',
): void {
  const rate = 1 - Math.exp((-2 * Math.PI * edgeHz) / samplingRateHz);
  let baseline = toMean(samples);
  for (let index = 0; index < samples.length; index++) {
    baseline += rate * (samples[index]! - baseline);
    samples[index]! -= baseline;
  }
  if (direction === 'causal') return;
  baseline = toMean(samples);
  for (let index = samples.length - 1; index >= 0; index--) {
    baseline += rate * (samples[index]! - baseline);
    samples[index]! -= baseline;
  }
}

function toMean(samples: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < samples.length; index++) sum += samples[index]!;
  return sum / samples.length;
}
