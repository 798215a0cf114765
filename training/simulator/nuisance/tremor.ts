import type { Random } from '../../../tools/synthetic/random';
import { interpolateKnots, KNOT_RATE_HZ, toKnotCount } from './knots';

/** A trembling limb. */
export interface TremorOptions {
  /** Beats of the tremor a second, in hertz; 4 to 6 in Parkinson's disease, 6 to 8 from cold or fear. */
  readonly rateHz: number;
  /** Amplitude in millivolts. */
  readonly levelMv: number;
}

/** Tremor seen by the electrode of one limb in millivolts: near a sine, waxing and waning, its rate slightly unsteady. */
export function createTremor(
  sampleCount: number,
  samplingRateHz: number,
  { rateHz, levelMv }: TremorOptions,
  random: Random,
): Float64Array {
  const knotCount = toKnotCount(sampleCount, samplingRateHz);
  const strengths = new Float64Array(knotCount);
  const cycles = new Float64Array(knotCount);
  let strength = random.gaussian();
  let cycle = random.uniform(0, 1);
  for (let knot = 0; knot < knotCount; knot++) {
    strength = 0.93 * strength + 0.37 * random.gaussian();
    strengths[knot] = 1 + 0.4 * Math.tanh(strength);
    cycle += (rateHz * (1 + 0.04 * random.gaussian())) / KNOT_RATE_HZ;
    cycles[knot] = cycle;
  }
  const envelope = interpolateKnots(strengths, sampleCount, samplingRateHz);
  return interpolateKnots(cycles, sampleCount, samplingRateHz).map((turns, index) => {
    const angle = 2 * Math.PI * turns;
    return levelMv * envelope[index]! * (Math.sin(angle) + 0.3 * Math.sin(2 * angle + 0.8));
  });
}
