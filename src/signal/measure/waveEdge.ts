/** How a wave is left: which velocity counts as still, and how long stillness lasts. */
export interface EdgeOptions {
  /** Velocity below which nothing moves any more, and a higher one on the flank of the wave, in the velocity's unit. */
  readonly low: number;
  readonly high: number;
  /** Samples that must be still. */
  readonly quiet: number;
  /** The farthest that the flank is followed beyond the still velocity, in samples. */
  readonly reach: number;
  /** The walk ends here, in samples. */
  readonly limit: number;
}

/**
 * Where a wave begins (`direction` −1) or ends (1): walks from within the wave until its velocity stays below `low`,
 * then follows the flank between `high` and `low` in a straight line down to velocity 0, because the first and last
 * milliseconds of a smooth wave lie below every threshold. Undefined where the velocity stays above `low` up to `limit`.
 * @param from a sample within the wave.
 * @returns a fractional sample.
 */
export function findWaveEdge(
  velocity: ArrayLike<number>,
  from: number,
  direction: -1 | 1,
  { low, high, quiet, reach, limit }: EdgeOptions,
): number | undefined {
  const isWithin = (index: number): boolean => (direction < 0 ? index >= limit : index <= limit);
  let still = 0;
  let edge = from;
  for (let index = from; still < quiet; index += direction) {
    if (!isWithin(index)) {
      if (still > 0) break;
      return undefined;
    }
    if (velocity[index]! >= low) [still, edge] = [0, index + direction];
    else still++;
  }
  const lowAt = interpolate(velocity, edge, direction, low);
  let flank = edge;
  while (flank !== from && velocity[flank]! < high) flank -= direction;
  const highAt = velocity[flank]! >= high ? interpolate(velocity, flank + direction, direction, high) : flank;
  const beyond = (Math.abs(lowAt - highAt) * low) / (high - low);
  return lowAt + direction * Math.min(beyond, reach);
}

/** Where, between a sample and the one before it on the walk, the velocity falls to a level. */
function interpolate(velocity: ArrayLike<number>, index: number, direction: number, level: number): number {
  const here = velocity[index]!;
  const before = velocity[index - direction] ?? here;
  if (before <= level || here >= before) return index;
  return index - (direction * (level - here)) / (before - here);
}
