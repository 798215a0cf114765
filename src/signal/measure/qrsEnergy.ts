import { toMovingMean } from './movingMean';
import { findMedian } from './statistics';
import type { UsableLead } from './usableLeads';

/** Every stretch of this length holds a beat, but for long pauses, in seconds. */
const STRETCH_SECONDS = 2;

/** A lead whose QRS complexes stand out from its median by less than this factor shows noise alone. */
const NOISE_RATIO = 4;

/**
 * How much of a QRS complex there is at every sample, about 1 in typical ones: each lead between about 5 and 25 Hz,
 * where QRS stands out from P, T, wander, mains and stimuli (Pan J, Tompkins WJ, IEEE Trans Biomed Eng 1985;32:230),
 * relative to its own QRS complexes, weighted by how far they stand out from its noise, root mean square over the
 * leads, mean over 80 ms.
 */
export function toQrsEnergy(leads: readonly UsableLead[], samplingRateHz: number): Float64Array {
  const count = leads[0]?.samples.length ?? 0;
  const squares = new Float64Array(count);
  let weights = 0;
  for (const { samples } of leads) {
    const fast = toMovingMean(samples, 0.02 * samplingRateHz);
    const slow = toMovingMean(samples, 0.11 * samplingRateHz);
    const band = fast.map((value, index) => Math.abs(value - slow[index]!));
    const level = findTypicalPeak(band, samplingRateHz);
    if (level === 0) continue;
    const weight = Math.max(0.05, level / findMedian(band) - NOISE_RATIO);
    weights += weight;
    for (let index = 0; index < count; index++) squares[index]! += weight * (band[index]! / level) ** 2;
  }
  return toMovingMean(
    squares.map((value) => Math.sqrt(value / Math.max(weights, 1e-9))),
    0.08 * samplingRateHz,
  );
}

/** The median, over stretches of 2 s, of the largest value in each: what QRS complexes reach, whatever artefacts do. */
export function findTypicalPeak(samples: Float64Array, samplingRateHz: number): number {
  const stretch = Math.min(samples.length, Math.round(STRETCH_SECONDS * samplingRateHz));
  const peaks: number[] = [];
  for (let from = 0; from + stretch <= samples.length && stretch > 0; from += stretch) {
    peaks.push(samples.subarray(from, from + stretch).reduce((max, value) => Math.max(max, value), 0));
  }
  return peaks.length === 0 ? 0 : findMedian(peaks);
}
