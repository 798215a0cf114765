import type { LeadName } from '../../ecg/lead';
import type { MedianBeat } from '../measure/medianBeat';

/** QRS lies within this around the R peak, in seconds. */
const HALF_SECONDS = 0.06;

/** How high a lead's QRS complex is, and how far it stands out from what differs between beats. */
export interface QrsHeight {
  /** From its lowest to its highest sample in the median beat, in millivolts. */
  readonly heightMv: number;
  /** Height over the standard error of the median beat's samples; about 6 where there is noise alone. */
  readonly prominence: number;
}

/** The QRS complex of a lead in the median beat; undefined for a lead that is flat or missing. */
export function measureQrsHeight(median: MedianBeat, lead: LeadName): QrsHeight | undefined {
  const samples = median.leads[lead];
  const spread = median.spreadMv[lead];
  if (!samples || !spread) return undefined;
  const half = Math.round(HALF_SECONDS * median.samplingRateHz);
  const [from, to] = [median.peakSample - half, median.peakSample + half + 1];
  const qrs = samples.subarray(from, to);
  const heightMv = qrs.reduce((most, value) => Math.max(most, value), -Infinity) - qrs.reduce((least, value) => Math.min(least, value), Infinity);
  const squares = spread.subarray(from, to).reduce((sum, value) => sum + value * value, 0);
  const error = Math.sqrt(squares / qrs.length / median.used.length);
  return { heightMv, prominence: error === 0 ? Infinity : heightMv / error };
}
