import type { Ecg } from '../ecg';
import { STANDARD_LEADS } from '../lead';

const SECONDS = 10;

/** What the QRS complexes of most leads span in no ECG: less is an electrode off, more no heart makes. */
const LEAST_MV = 0.05;
const MOST_MV = 10;

/**
 * Remarks on a scale that may be wrong, because in most leads the ECG spans what no ECG spans: the middle 98 % of the
 * first 10 s, which hold the QRS complexes but not a few stray samples, lie within 0.05 mV or take more than 10 mV. Missing
 * samples are passed over.
 */
export function toAmplitudeRemarks({ leads, samplingRateHz }: Pick<Ecg, 'leads' | 'samplingRateHz'>): string[] {
  const beginnings = STANDARD_LEADS.map((lead) => leads[lead].subarray(0, Math.ceil(SECONDS * samplingRateHz)));
  const recorded = beginnings.map((samples) => samples.filter((sample) => !Number.isNaN(sample)));
  const spansMv = recorded.filter(({ length }) => length > 0).map(toSpanMv);
  const medianMv = spansMv.sort((a, b) => a - b)[Math.floor(spansMv.length / 2)];
  if (medianMv === undefined || (medianMv >= LEAST_MV && medianMv <= MOST_MV)) return [];
  const span = Number(medianMv.toPrecision(2));
  const otherwise = medianMv < LEAST_MV ? ', or the electrodes were off' : '';
  return [`In most leads the ECG spans about ${span} mV, which no beating heart’s does: the scale in the file may be wrong${otherwise}.`];
}

function toSpanMv(samplesMv: Float32Array): number {
  const sorted = samplesMv.sort();
  const last = sorted.length - 1;
  return sorted[Math.floor(0.99 * last)]! - sorted[Math.ceil(0.01 * last)]!;
}
