/** Knots a second of everything slow: wander, envelopes. Smooth up to 4 Hz or so. */
export const KNOT_RATE_HZ = 10;

/** The number of knots that `interpolateKnots` needs for a recording: one before its start, two beyond its end. */
export function toKnotCount(sampleCount: number, samplingRateHz: number): number {
  return Math.ceil((sampleCount / samplingRateHz) * KNOT_RATE_HZ) + 4;
}

/** A smooth curve through knots at `KNOT_RATE_HZ` (Catmull and Rom's cubic); its first sample lies on the second knot. */
export function interpolateKnots(knots: Float64Array, sampleCount: number, samplingRateHz: number): Float64Array {
  const step = KNOT_RATE_HZ / samplingRateHz;
  const curve = new Float64Array(sampleCount);
  for (let index = 0; index < sampleCount; index++) {
    const place = index * step;
    const knot = Math.floor(place);
    const t = place - knot;
    const p0 = knots[knot]!;
    const p1 = knots[knot + 1]!;
    const p2 = knots[knot + 2]!;
    const p3 = knots[knot + 3]!;
    curve[index] = p1 + 0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
  }
  return curve;
}
