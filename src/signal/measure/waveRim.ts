/** What counts as fast, and how far is searched. */
export interface RimOptions {
  /** Velocity from which on movement surely belongs to the wave, in the velocity's unit. */
  readonly core: number;
  /** The longest slow stretch within the wave, in samples. */
  readonly pause: number;
  /** The search ends here, in samples. */
  readonly limit: number;
}

/** The outermost fast sample of a wave to the left (`direction` −1) or right (1), reached from within without a longer pause. */
export function findWaveRim(
  velocity: ArrayLike<number>,
  from: number,
  direction: -1 | 1,
  { core, pause, limit }: RimOptions,
): number {
  let rim = from;
  for (let index = from; (limit - index) * direction >= 0 && Math.abs(index - rim) <= pause; index += direction) {
    if (velocity[index]! >= core) rim = index;
  }
  return rim;
}
