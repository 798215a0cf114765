import { createMeasured, createUnmeasurable } from './measured';
import type { Measured } from './measured';
import type { MedianBeat } from './medianBeat';

/** A direction that is less certain than this, in degrees, is none. */
const LARGEST_UNCERTAINTY_DEGREES = 30;

/**
 * The frontal axis of one wave of a median beat: the direction of its net area, from leads I and aVF, in degrees from
 * −180 to 180; 0 is to the left, 90 to the feet. aVF counts 2/√3 times, because Goldberger's leads are smaller.
 * @param from,to the wave's limits, in samples.
 * @param wave its name for a sentence, such as "P wave".
 * @param levelledAtEnds the wave is measured against the line between its ends (P) instead of the level before QRS.
 */
export function measureAxis(
  median: MedianBeat,
  from: number,
  to: number,
  wave: string,
  levelledAtEnds = false,
): Measured {
  const { I, aVF } = median.leads;
  if (!I || !aVF) return createUnmeasurable(`Lead ${I ? 'aVF' : 'I'} is missing or shows nothing.`);
  const first = Math.max(0, Math.round(from));
  const last = Math.min(I.length - 1, Math.round(to));
  const x = findArea(I, first, last, levelledAtEnds);
  const y = (2 / Math.sqrt(3)) * findArea(aVF, first, last, levelledAtEnds);
  const noise = Math.max(findNoise(median, 'I', first, last), findNoise(median, 'aVF', first, last));
  const uncertainty = (180 / Math.PI) * Math.atan2(noise * (last - first + 1), Math.hypot(x, y));
  if (uncertainty > LARGEST_UNCERTAINTY_DEGREES) {
    return createUnmeasurable(`The ${wave} is too small in the frontal plane to have a direction.`);
  }
  return createMeasured((180 / Math.PI) * Math.atan2(y, x), uncertainty, `net areas of the ${wave} in I and aVF`);
}

function findArea(samples: Float64Array, first: number, last: number, levelledAtEnds: boolean): number {
  let area = 0;
  for (let index = first; index <= last; index++) {
    const share = (index - first) / Math.max(1, last - first);
    area += samples[index]! - (levelledAtEnds ? samples[first]! + share * (samples[last]! - samples[first]!) : 0);
  }
  return area;
}

/** How far the median's level over a wave is off, in millivolts: the beats' spread, as if it were the same all along. */
function findNoise({ spreadMv, used }: MedianBeat, lead: 'I' | 'aVF', first: number, last: number): number {
  const spread = spreadMv[lead]!.subarray(first, last + 1);
  return (1.25 * spread.reduce((sum, value) => sum + value, 0)) / spread.length / Math.sqrt(used.length);
}
