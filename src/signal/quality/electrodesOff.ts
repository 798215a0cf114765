import { STANDARD_LEADS } from '../../ecg/lead';
import type { LeadName } from '../../ecg/lead';
import { findLostLead } from './lostLead';
import type { LostLead } from './lostLead';
import { CHEST_LEADS } from './quality';
import type { ElectrodeName, QualityEvidence, QualityFinding } from './quality';

/** The two of I, II and III that a limb electrode has part in, and all limb leads with it. */
const LIMB_ELECTRODES = [
  { electrode: 'RA', lost: ['I', 'II'] },
  { electrode: 'LA', lost: ['I', 'III'] },
  { electrode: 'LL', lost: ['II', 'III'] },
] as const satisfies readonly { readonly electrode: ElectrodeName; readonly lost: readonly LeadName[] }[];

const BIPOLAR = ['I', 'II', 'III'] as const satisfies readonly LeadName[];

/**
 * Electrodes that are off or about to be, told from which leads show no heart. A chest electrode takes its own lead; a
 * limb electrode takes two of I, II and III, the augmented leads, and through Wilson's central terminal disturbs the chest
 * leads.
 */
export function findElectrodesOff(evidence: QualityEvidence): QualityFinding[] {
  const lost = new Map<LeadName, LostLead>();
  for (const lead of [...BIPOLAR, ...CHEST_LEADS]) {
    const found = findLostLead(evidence, lead);
    if (found) lost.set(lead, found);
  }
  const lostLimb = BIPOLAR.filter((lead) => lost.has(lead));
  const lostChest = CHEST_LEADS.filter((lead) => lost.has(lead));
  // No single electrode is to blame for all, and a heart that stands still has all leads flat.
  if (lost.size === BIPOLAR.length + CHEST_LEADS.length) return [];
  if (lostLimb.length === 0 && lostChest.length === CHEST_LEADS.length) return [toFinding(CHEST_LEADS, CHEST_LEADS, lost.get('V1')!)];
  if (lostLimb.length < 2) return lostChest.map((lead) => toFinding([lead], [lead], lost.get(lead)!));
  const one = LIMB_ELECTRODES.find((limb) => lostLimb.length === 2 && limb.lost.every((lead) => lost.has(lead)));
  const spared = one ? BIPOLAR.filter((lead) => !lost.has(lead)) : [];
  const leads = STANDARD_LEADS.filter((lead) => (lead.startsWith('V') ? lost.has(lead) : !spared.some((name) => name === lead)));
  return [toFinding(leads, one ? [one.electrode] : ['RA', 'LA', 'LL'], lost.get(lostLimb[0]!)!)];
}

function toFinding(leads: readonly LeadName[], electrodes: readonly ElectrodeName[], why: LostLead): QualityFinding {
  return { kind: 'electrodeOff', severity: 'unusable', leads, electrodes, range: null, ...why };
}
