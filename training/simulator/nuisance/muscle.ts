import type { Random } from '../../../tools/synthetic/random';
import { createBandPass, filterForward } from './filters';
import { interpolateKnots, toKnotCount } from './knots';

/** The band of the electromyogram that reaches the electrodes of an ECG, in hertz. */
const BAND_HZ = [20, 150] as const;

/** Standard deviation of a number drawn evenly from -1 to 1. */
const UNIFORM_DEVIATION = Math.sqrt(1 / 3);

/** The activity of the muscles under one electrode. */
export interface MuscleOptions {
  /** Root mean square in millivolts, about, over the recording. */
  readonly levelMv: number;
  /** How much the activity comes in bursts: 0 is steady, 1 is bursts ten times as strong as the pauses. */
  readonly burstiness: number;
}

/** Noise of skeletal muscle under one electrode in millivolts: 20 to 150 Hz, in bursts that last some 0.1 to 1 s. */
export function createMuscleNoise(
  sampleCount: number,
  samplingRateHz: number,
  { levelMv, burstiness }: MuscleOptions,
  random: Random,
): Float64Array {
  const noise = new Float64Array(sampleCount);
  for (let index = 0; index < sampleCount; index++) noise[index] = random.uniform(-1, 1);
  const upperHz = Math.min(BAND_HZ[1], 0.45 * samplingRateHz);
  const { filter, whiteNoiseGain } = createBandPass(BAND_HZ[0], upperHz, samplingRateHz);
  filterForward(noise, filter);
  const envelope = createEnvelope(sampleCount, samplingRateHz, burstiness, random);
  const scale = levelMv / (UNIFORM_DEVIATION * whiteNoiseGain);
  for (let index = 0; index < sampleCount; index++) noise[index]! *= scale * envelope[index]!;
  return noise;
}

/** Positive, about 1 in the mean square: a log-normal process that changes within some tenths of a second. */
function createEnvelope(sampleCount: number, samplingRateHz: number, burstiness: number, random: Random): Float64Array {
  const knots = new Float64Array(toKnotCount(sampleCount, samplingRateHz));
  let activity = random.gaussian();
  for (let knot = 0; knot < knots.length; knot++) {
    activity = 0.8 * activity + 0.6 * random.gaussian();
    knots[knot] = Math.exp(burstiness * activity - burstiness * burstiness);
  }
  const envelope = interpolateKnots(knots, sampleCount, samplingRateHz);
  for (let index = 0; index < sampleCount; index++) envelope[index] = Math.max(0, envelope[index]!);
  return envelope;
}
