/**
 * What a device records whose sampling clock is wrong by a share `error` (positive: slow, so that 10 s on paper are more
 * than 10 s of life), by cubic interpolation around the middle of the recording, which stays in place. At the ends,
 * where the recording does not reach, it is continued as its mirror image.
 * @param error of the order of 1e-4; at most 0.01 either way.
 */
export function applyClockError(samples: Float64Array, error: number): Float64Array {
  const last = samples.length - 1;
  const centre = last / 2;
  const recorded = new Float64Array(samples.length);
  for (let index = 0; index <= last; index++) {
    const place = centre + (index - centre) * (1 + error);
    const before = Math.floor(place);
    const t = place - before;
    const inside = before >= 1 && before + 2 <= last;
    const p0 = samples[inside ? before - 1 : mirror(before - 1, last)]!;
    const p1 = samples[inside ? before : mirror(before, last)]!;
    const p2 = samples[inside ? before + 1 : mirror(before + 1, last)]!;
    const p3 = samples[inside ? before + 2 : mirror(before + 2, last)]!;
    // Lagrange's polynomial through the four neighbours.
    const outer = (t + 1) * (t - 2);
    const inner = t * (t - 1);
    recorded[index] = inner * ((p3 * (t + 1) - p0 * (t - 2)) / 6) + outer * ((p1 * (t - 1) - p2 * t) / 2);
  }
  return recorded;
}

const mirror = (index: number, last: number) => (index < 0 ? -index : index > last ? 2 * last - index : index);
