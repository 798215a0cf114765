import type { Random } from '../../../tools/synthetic/random';
import { interpolateKnots, KNOT_RATE_HZ, toKnotCount } from './knots';

/** How a person breathes while the ECG is taken. */
export interface Breathing {
  /** Breaths a second, in hertz; 0.15 to 0.4 in adults at rest. */
  readonly rateHz: number;
  /** Where the breath stands at the first sample, in radians. */
  readonly phase: number;
}

/** How the potential of one electrode wanders. */
export interface WanderOptions {
  readonly breathing: Breathing;
  /** Swing with each breath, in millivolts; its sign says whether the potential rises or falls on breathing in. */
  readonly breathingMv: number;
  /** Standard deviation of the slow drift of the skin potential, in millivolts. */
  readonly driftMv: number;
  /** Constant rest of the half-cell potential that the amplifier lets through, in millivolts. */
  readonly offsetMv: number;
}

/** Seconds over which the drift of the skin potential forgets where it was. */
const DRIFT_SECONDS = 4;

/**
 * Baseline wander of one electrode in millivolts: breathing with its second harmonic, a slow drift and an offset. All of
 * it lies below about 1 Hz.
 */
export function createWander(
  sampleCount: number,
  samplingRateHz: number,
  { breathing, breathingMv, driftMv, offsetMv }: WanderOptions,
  random: Random,
): Float64Array {
  const keep = Math.exp(-1 / (DRIFT_SECONDS * KNOT_RATE_HZ));
  const knots = new Float64Array(toKnotCount(sampleCount, samplingRateHz));
  let drift = random.gaussian();
  let smooth = drift;
  for (let knot = 0; knot < knots.length; knot++) {
    drift = keep * drift + Math.sqrt(1 - keep * keep) * random.gaussian();
    smooth += 0.3 * (drift - smooth);
    const angle = 2 * Math.PI * breathing.rateHz * (knot / KNOT_RATE_HZ) + breathing.phase;
    const breath = Math.sin(angle) + 0.25 * Math.sin(2 * angle + 1);
    knots[knot] = offsetMv + driftMv * smooth + breathingMv * breath;
  }
  return interpolateKnots(knots, sampleCount, samplingRateHz);
}
