import { toAmplitudeRemarks } from '../../ecg/formats/implausibleAmplitude';
import { STANDARD_LEADS } from '../../ecg/lead';
import { findMedian } from '../measure/statistics';
import type { QualityEvidence, QualityFinding } from './quality';
import { toNumber } from './toNumber';

/** A scale that may be wrong, because most leads span what no ECG spans. */
export function findImplausibleScale({ ecg, signals }: QualityEvidence): QualityFinding[] {
  if (toAmplitudeRemarks(ecg).length === 0) return [];
  const value = findMedian(STANDARD_LEADS.map((lead) => signals[lead].highMv - signals[lead].lowMv));
  return [
    {
      kind: 'scale',
      severity: 'doubtful',
      leads: STANDARD_LEADS,
      electrodes: [],
      measured: { value, unit: 'mV' },
      evidence: `Most leads reach ${toNumber(value, 'mV')} from lowest to highest.`,
      range: null,
    },
  ];
}
