import { STANDARD_LEADS } from '../../ecg/lead';
import { findEinthovenResidualMv } from '../../ecg/limbLeads';
import type { QualityEvidence, QualityFinding } from './quality';
import { toNumber } from './toNumber';

/** Leads of one recording that differ by more than this from Einthoven's law did not come from the same electrodes. */
const LARGEST_RESIDUAL_MV = 0.05;

/** Up to this, filters that a device or an archive ran over each lead alone explain it, in millivolts. */
const OF_FILTERS_MV = 0.3;

/** Limb leads of which each was stored and that contradict each other by Einthoven's and Goldberger's laws. */
export function findBrokenLimbLaws({ ecg }: QualityEvidence): QualityFinding[] {
  if (ecg.derivedLeads && ecg.derivedLeads.length > 0) return [];
  const value = findEinthovenResidualMv(ecg.leads);
  if (value <= LARGEST_RESIDUAL_MV) return [];
  return [
    {
      kind: 'limbLaws',
      severity: value > OF_FILTERS_MV ? 'doubtful' : 'note',
      leads: STANDARD_LEADS.filter((lead) => !lead.startsWith('V')),
      electrodes: [],
      measured: { value, unit: 'mV' },
      evidence: `The limb leads disagree by up to ${toNumber(value, 'mV')} with Einthoven’s and Goldberger’s laws.`,
      range: null,
    },
  ];
}
