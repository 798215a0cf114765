import type { Ecg } from '../../../src/ecg/ecg';
import { mapLeads } from '../../../src/ecg/mapLeads';
import type { Beat } from '../types';
import { measureBeat } from './measureBeat';
import type { BeatMeasurements } from './measureBeat';

/** What is measured in the mean of the beats that are like each other. */
export interface EcgMeasurements {
  readonly beat: BeatMeasurements;
  /** Mean interval between all beats, in seconds. */
  readonly rrSeconds: number;
}

/**
 * Measures the mean of an ECG's regular beats (not premature, whole in the recording) as a reader would. Undefined
 * where there is no such beat.
 */
export function measureEcg(ecg: Ecg, beats: readonly Beat[]): EcgMeasurements | undefined {
  const rate = ecg.samplingRateHz;
  const kinds = beats.map(({ kind }) => kind).filter((kind) => kind !== 'atrial' && kind !== 'ventricular');
  const regular = beats.filter(({ kind, p, qrs, t }) => {
    const start = (p ?? qrs).onsetSeconds;
    return kind === kinds[0] && start > 0.1 && t !== null && (t.offsetSeconds + 0.25) * rate < ecg.sampleCount;
  });
  const first = regular[0];
  if (!first) return undefined;
  const before = Math.round(0.45 * rate);
  const after = Math.round(0.85 * rate);
  const leads = mapLeads((lead) => average(ecg.leads[lead], regular, rate, before, after));
  const toSample = (seconds: number): number => before + Math.round((seconds - first.qrs.onsetSeconds) * rate);
  const onsets = beats.map(({ qrs }) => qrs.onsetSeconds);
  const rrSeconds = (onsets.at(-1)! - onsets[0]!) / (onsets.length - 1);
  const beat = measureBeat(
    {
      samplingRateHz: rate,
      leads,
      pOnset: first.p && toSample(first.p.onsetSeconds),
      qrsOnset: before,
      qrsOffset: toSample(first.qrs.offsetSeconds),
      tOffset: toSample(first.t!.offsetSeconds),
    },
    first.p && toSample(first.p.offsetSeconds),
  );
  return { beat, rrSeconds };
}

function average(
  samples: Float32Array,
  beats: readonly Beat[],
  rate: number,
  before: number,
  after: number,
): Float64Array {
  const sum = new Float64Array(before + after);
  const counts = new Float64Array(before + after);
  for (const { qrs } of beats) {
    const start = Math.round(qrs.onsetSeconds * rate) - before;
    for (let index = 0; index < sum.length; index++) {
      const sample = samples[start + index];
      if (sample === undefined) continue;
      sum[index]! += sample;
      counts[index]! += 1;
    }
  }
  return sum.map((value, index) => (counts[index]! > 0 ? value / counts[index]! : 0));
}
