import type { Random } from '../../../tools/synthetic/random';

/** An electrode that sticks badly. */
export interface ContactOptions {
  /** Root mean square of the noise in millivolts, about, while the contact is bad. */
  readonly levelMv: number;
  /** How often the contact turns bad, times a second. */
  readonly lapsesPerSecond: number;
  /** How long it stays bad, in seconds, in the mean. */
  readonly lapseSeconds: number;
}

/** Noise of a badly sticking electrode in millivolts: a rough, jumping potential during lapses of the contact. */
export function createContactNoise(
  sampleCount: number,
  samplingRateHz: number,
  { levelMv, lapsesPerSecond, lapseSeconds }: ContactOptions,
  random: Random,
): Float64Array {
  const noise = new Float64Array(sampleCount);
  const lapse = lapsesPerSecond / samplingRateHz;
  const recover = 1 / (lapseSeconds * samplingRateHz);
  let bad = random.uniform(0, 1) < lapse / (lapse + recover);
  let closeness = 0;
  let slow = 0;
  for (let index = 0; index < sampleCount; index++) {
    if (random.uniform(0, 1) < (bad ? recover : lapse)) bad = !bad;
    // The noise swells and fades over some 20 ms, as the gel gives way and closes again.
    closeness += ((bad ? 1 : 0) - closeness) * Math.min(1, 50 / samplingRateHz);
    const fast = random.uniform(-1, 1);
    slow = 0.97 * slow + 0.3 * random.uniform(-1, 1);
    noise[index] = levelMv * closeness * (fast + slow);
  }
  return noise;
}
