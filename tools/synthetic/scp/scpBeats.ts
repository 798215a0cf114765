import type { Ecg } from '../../../src/ecg/ecg';
import { STANDARD_LEADS } from '../../../src/ecg/lead';

const LEAST_SECONDS_BETWEEN_BEATS = 0.3;
const QRS_SECONDS = 0.2;

/** The samples, from 0, at which all leads together move most: one a QRS complex, none so close to an end that it is cut. */
export function findFiducials({ leads, sampleCount, samplingRateHz }: Ecg): number[] {
  const motion = Float64Array.from({ length: sampleCount }, (_, index) =>
    STANDARD_LEADS.reduce((sum, lead) => sum + Math.abs((leads[lead][index + 1] ?? 0) - (leads[lead][index - 1] ?? 0)), 0),
  );
  const margin = Math.round(QRS_SECONDS * samplingRateHz);
  const largest = Math.max(...motion.subarray(margin, sampleCount - margin));
  const apart = LEAST_SECONDS_BETWEEN_BEATS * samplingRateHz;
  const found: number[] = [];
  for (let index = margin; index < sampleCount - margin; index++) {
    const near = motion.subarray(Math.max(0, index - apart), index + apart);
    const isNew = index - (found.at(-1) ?? -apart) >= apart;
    if (isNew && motion[index]! > largest / 3 && motion[index] === Math.max(...near)) found.push(index);
  }
  return found;
}
