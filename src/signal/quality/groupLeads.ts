import { STANDARD_LEADS } from '../../ecg/lead';
import type { LeadName } from '../../ecg/lead';
import { QUALITY_SEVERITIES } from './quality';
import type { QualityFinding, QualitySeverity } from './quality';

/** What is wrong with single leads, one finding for all leads with the same severity. */
export interface LeadFault {
  readonly kind: QualityFinding['kind'];
  readonly unit: QualityFinding['measured']['unit'];
  /** How bad it is in a lead, and by which number; undefined where it is not. */
  readonly judge: (lead: LeadName) => { readonly severity: QualitySeverity; readonly value: number } | undefined;
  /** What was seen, from the largest number in those leads. */
  readonly toEvidence: (largest: number, leads: readonly LeadName[]) => string;
}

/** One finding for the leads of each severity, told by the largest number among them. */
export function groupLeads({ kind, unit, judge, toEvidence }: LeadFault): QualityFinding[] {
  const judged = STANDARD_LEADS.flatMap((lead) => {
    const fault = judge(lead);
    return fault ? [{ lead, ...fault }] : [];
  });
  return QUALITY_SEVERITIES.flatMap((severity): QualityFinding[] => {
    const same = judged.filter((one) => one.severity === severity);
    if (same.length === 0) return [];
    const leads = same.map(({ lead }) => lead);
    const value = same.reduce((largest, one) => (Math.abs(one.value) > Math.abs(largest) ? one.value : largest), 0);
    return [{ kind, severity, leads, electrodes: [], measured: { value, unit }, evidence: toEvidence(value, leads), range: null }];
  });
}
