import type { Random } from '../../../tools/synthetic/random';

/** How a sinus node varies around its mean interval. */
export interface SinusVariation {
  /** Half the swing with respiration, as a share of the mean interval. */
  readonly respiratory: number;
  /** Half the slow swing (about 0.1 Hz), as a share of the mean interval. */
  readonly slow: number;
  /** Standard deviation of what remains from beat to beat, as a share of the mean interval. */
  readonly noise: number;
  readonly breathsPerMinute: number;
}

/**
 * The times (seconds) at which a sinus node fires from `start` to `end`: its interval swings with respiration and, more
 * slowly, with vasomotion (Task Force ESC/NASPE, heart rate variability, Circulation 1996;93:1043).
 */
export function createSinusTimes(
  meanSeconds: number,
  variation: SinusVariation,
  start: number,
  end: number,
  random: Random,
): number[] {
  const breath = (2 * Math.PI * variation.breathsPerMinute) / 60;
  const breathPhase = random.uniform(0, 2 * Math.PI);
  const slowPhase = random.uniform(0, 2 * Math.PI);
  const times: number[] = [];
  let time = start + random.uniform(0, meanSeconds);
  while (time < end) {
    times.push(time);
    const swing =
      variation.respiratory * Math.sin(breath * time + breathPhase) +
      variation.slow * Math.sin(0.6 * time + slowPhase) +
      variation.noise * random.gaussian();
    time += meanSeconds * Math.max(0.5, 1 + swing);
  }
  return times;
}
