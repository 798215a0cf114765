/** The squared velocity of each lead, so that leads can be left out. */
export interface VelocityParts {
  /** Squared millivolts per second, one array a lead. */
  readonly squares: readonly Float64Array[];
}

/**
 * How fast the heart vector moves, squared, lead by lead: differences over twice `halfSeconds`.
 * @param leads independent leads, in millivolts.
 */
export function toVelocityParts(
  leads: readonly Float64Array[],
  samplingRateHz: number,
  halfSeconds: number,
): VelocityParts {
  const half = Math.max(1, Math.round(halfSeconds * samplingRateHz));
  const perSecond = samplingRateHz / (2 * half);
  return {
    squares: leads.map((samples) =>
      samples.map((_, index) => {
        const before = samples[Math.max(0, index - half)]!;
        const after = samples[Math.min(samples.length - 1, index + half)]!;
        return ((after - before) * perSecond) ** 2;
      }),
    ),
  };
}

/**
 * The spatial velocity, in millivolts per second, over all leads or all but one.
 * @param without index of the lead to leave out.
 */
export function toSpatialVelocity({ squares }: VelocityParts, without = -1): Float64Array {
  return Float64Array.from({ length: squares[0]?.length ?? 0 }, (_, index) => {
    let sum = 0;
    for (let lead = 0; lead < squares.length; lead++) if (lead !== without) sum += squares[lead]![index]!;
    return Math.sqrt(sum);
  });
}

/**
 * The velocity when nothing but noise moves: a low quantile of its root mean square over stretches between two samples.
 * @param share the quantile: how much of the time between the samples surely is still.
 */
export function findStillness(
  velocity: Float64Array,
  from: number,
  to: number,
  stretch: number,
  share: number,
): number {
  const start = Math.max(0, Math.round(from));
  const end = Math.min(velocity.length, Math.round(to));
  const means: number[] = [];
  for (let index = start; index + stretch <= end; index += Math.ceil(stretch / 4)) {
    means.push(velocity.subarray(index, index + stretch).reduce((sum, value) => sum + value ** 2, 0) / stretch);
  }
  means.sort((one, other) => one - other);
  return Math.sqrt(means[Math.floor(share * means.length)] ?? 0);
}

/** The velocity without what is left when nothing moves, which adds in squares. */
export function withoutStillness(velocity: Float64Array, stillness: number): Float64Array {
  return velocity.map((value) => Math.sqrt(Math.max(0, value ** 2 - stillness ** 2)));
}
