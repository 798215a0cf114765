import type { QrsLocations, SampleRange } from './qrsLocations';

/**
 * Adds the reference beat to what its subtraction left of a lead, in place, wherever section 4 says that it was
 * subtracted. Source: EN 1064:2005+A1:2007, 5.7 and annex C.
 * @param residual samples of the lead from `range.start` to `range.end`.
 * @param beat samples of the reference beat, in the unit of the residual.
 */
export function addReferenceBeat(
  residual: Float64Array,
  beat: Float64Array,
  { zones, beatFiducial }: QrsLocations,
  range: SampleRange,
): void {
  for (const { start, fiducial, end } of zones) {
    // The number, in the recording, of the sample before the reference beat's first.
    const before = fiducial - beatFiducial;
    const last = Math.min(end, range.end, before + beat.length);
    for (let sample = Math.max(start, range.start, before + 1); sample <= last; sample++) {
      residual[sample - range.start]! += beat[sample - before - 1]!;
    }
  }
}
