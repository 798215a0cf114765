import { toNumber } from './toNumber';
import { groupLeads } from './groupLeads';
import type { QualityEvidence, QualityFinding } from './quality';

/** With so much of it missing a lead is not read. */
const UNUSABLE_SHARE = 0.5;

/** Leads in which samples are missing: gaps are shown as gaps and never filled with zeros. */
export function findMissing({ ecg, signals }: QualityEvidence): QualityFinding[] {
  const seconds = ecg.sampleCount / ecg.samplingRateHz;
  return groupLeads({
    kind: 'missing',
    unit: 's',
    judge: (lead) => {
      const share = signals[lead].missingShare;
      if (share === 0) return undefined;
      return { severity: share > UNUSABLE_SHARE ? 'unusable' : 'doubtful', value: share * seconds };
    },
    toEvidence: (most) => `Samples of ${toNumber(most, 's')} in all are missing in the recording.`,
  });
}
