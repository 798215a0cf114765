import { interpolateKnots, toKnotCount } from './knots';
import type { Random } from '../../../tools/synthetic/random';

/** The mains as they couple into a room's cables. */
export interface MainsOptions {
  /** Nominal frequency, in hertz. */
  readonly nominalHz: 50 | 60;
  /** Strength of the second and third harmonic as shares of the fundamental. */
  readonly harmonics: readonly [second: number, third: number];
}

/** Sine and cosine of the mains and its harmonics: what every electrode of a recording mixes its own hum from. */
export interface MainsHum {
  readonly sine: Float64Array;
  readonly cosine: Float64Array;
}

/**
 * The hum in a room, of amplitude 1: the mains frequency (within 0.05 Hz of its nominal value) with harmonics, its
 * amplitude drifting by some ten per cent. Harmonics beyond half the sampling rate are left out.
 */
export function createMainsHum(
  sampleCount: number,
  samplingRateHz: number,
  { nominalHz, harmonics }: MainsOptions,
  random: Random,
): MainsHum {
  const frequencyHz = nominalHz + random.uniform(-0.05, 0.05);
  const strengths = [1, ...harmonics].filter((_, order) => (order + 1) * frequencyHz < samplingRateHz / 2);
  const knots = new Float64Array(toKnotCount(sampleCount, samplingRateHz));
  let drift = random.gaussian();
  for (let knot = 0; knot < knots.length; knot++) {
    drift = 0.98 * drift + 0.2 * random.gaussian();
    knots[knot] = 1 + 0.15 * Math.tanh(drift);
  }
  const envelope = interpolateKnots(knots, sampleCount, samplingRateHz);
  const sine = new Float64Array(sampleCount);
  const cosine = new Float64Array(sampleCount);
  strengths.forEach((strength, order) => {
    const step = (2 * Math.PI * (order + 1) * frequencyHz) / samplingRateHz;
    const turnCosine = Math.cos(step);
    const turnSine = Math.sin(step);
    // Turning a pointer by one step a sample is much cheaper than a sine a sample, and exact to 1e-12 over a recording.
    let x = strength;
    let y = 0;
    for (let index = 0; index < sampleCount; index++) {
      sine[index]! += y * envelope[index]!;
      cosine[index]! += x * envelope[index]!;
      const turned = x * turnCosine - y * turnSine;
      y = x * turnSine + y * turnCosine;
      x = turned;
    }
  });
  return { sine, cosine };
}
