/** A stretch of QRS on one side of the base line: its extreme value (millivolts, signed) and its duration. */
export interface Deflection {
  readonly mv: number;
  readonly ms: number;
}

/** Deflections smaller than this are no waves of their own, in millivolts (a quarter of a small square). */
const SMALLEST_MV = 0.025;

/** What lies nearer to the base line is level: more than the resolution of the samples. */
const LEVEL_MV = 0.003;

/** The deflections between two samples of a lead, in time; what is too small is no deflection. */
export function findDeflections(
  samples: ArrayLike<number>,
  from: number,
  to: number,
  baseMv: number,
  samplingRateHz: number,
): Deflection[] {
  const found: Deflection[] = [];
  let extreme = 0;
  let length = 0;
  const close = (): void => {
    if (Math.abs(extreme) >= SMALLEST_MV) {
      const last = found.at(-1);
      const ms = (1000 * length) / samplingRateHz;
      // Two waves of the same side with only a ripple between them are one.
      if (last && last.mv * extreme > 0) found[found.length - 1] = { mv: larger(last.mv, extreme), ms: last.ms + ms };
      else found.push({ mv: extreme, ms });
    }
    extreme = 0;
    length = 0;
  };
  for (let sample = from; sample <= to; sample++) {
    const value = samples[Math.min(samples.length - 1, Math.max(0, sample))]! - baseMv;
    if (value * extreme < 0) close();
    if (Math.abs(value) > LEVEL_MV) length++;
    extreme = larger(extreme, value);
  }
  close();
  return found;
}

function larger(one: number, other: number): number {
  return Math.abs(other) > Math.abs(one) ? other : one;
}
