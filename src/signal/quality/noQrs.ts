import { STANDARD_LEADS } from '../../ecg/lead';
import type { QualityEvidence, QualityFinding } from './quality';

/** An ECG in which no QRS complex was found at all. */
export function findNoQrs({ ecg, beats }: QualityEvidence): QualityFinding[] {
  if (beats.length > 0) return [];
  const seconds = ecg.sampleCount / ecg.samplingRateHz;
  return [
    {
      kind: 'noQrs',
      severity: 'unusable',
      leads: STANDARD_LEADS,
      electrodes: [],
      measured: { value: 0, unit: '' },
      evidence: `No QRS complex was found in ${Number(seconds.toFixed(1))} s.`,
      range: null,
    },
  ];
}
