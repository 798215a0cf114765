import type { Ecg } from '../../ecg/ecg';
import { mapLeads } from '../../ecg/mapLeads';
import { findChestOrder } from './chestOrder';
import { findElectrodesOff } from './electrodesOff';
import { findFlat } from './flat';
import { findIdentical } from './identical';
import { findBrokenLimbLaws } from './limbLaws';
import { findLimbSwap } from './limbSwap';
import { measureLeadSignal } from './leadSignal';
import { findMissing } from './missing';
import { findNoQrs } from './noQrs';
import { findNoise } from './noise';
import { findLostPacing } from './pacing';
import { QUALITY_KINDS, QUALITY_SEVERITIES } from './quality';
import type { Quality, QualityEvidence, QualityFinding, QualityKind } from './quality';
import { findRailed } from './railed';
import { findImplausibleScale } from './scale';
import { findWander } from './wander';

/** What an electrode that is off, or one on the other leg, explains in its leads. */
const EXPLAINED: Partial<Record<QualityKind, readonly QualityKind[]>> = {
  electrodeOff: ['flat', 'railed', 'muscle', 'mains', 'wander'],
  groundSwap: ['flat'],
};

/**
 * What is wrong, or may be, with a recording of about 10 s, worst first. What follows from another fault is not told twice.
 * @param measured the beats that measuring found, the median beat, and where its waves lie in its samples.
 */
export function findQuality(ecg: Ecg, measured: Pick<QualityEvidence, 'beats' | 'median' | 'waves'>): Quality {
  const signals = mapLeads((lead) => measureLeadSignal(ecg.leads[lead], ecg.samplingRateHz));
  const evidence: QualityEvidence = { ecg, signals, ...measured };
  const off = findElectrodesOff(evidence);
  const swapped = off.length === 0 ? [...findLimbSwap(evidence), ...findChestOrder(evidence)] : [];
  const ofSignal = [...findFlat(evidence), ...findRailed(evidence), ...findNoise(evidence), ...findWander(evidence)];
  const others = [findNoQrs, findMissing, findIdentical, findBrokenLimbLaws, findImplausibleScale, findLostPacing];
  const findings = [
    ...off,
    ...swapped,
    ...ofSignal.flatMap((finding) => withoutExplained(finding, [...off, ...swapped])),
    ...others.flatMap((find) => find(evidence)),
  ];
  return { findings: findings.sort((one, other) => toRank(one) - toRank(other)) };
}

/** A finding without the leads in which others explain it; none where they explain all. */
function withoutExplained(finding: QualityFinding, others: readonly QualityFinding[]): QualityFinding[] {
  const causes = others.filter(({ kind }) => EXPLAINED[kind]?.includes(finding.kind));
  const leads = finding.leads.filter((lead) => !causes.some((cause) => cause.leads.includes(lead)));
  return leads.length === 0 ? [] : [{ ...finding, leads }];
}

const toRank = ({ severity, kind }: QualityFinding): number =>
  QUALITY_SEVERITIES.indexOf(severity) * QUALITY_KINDS.length + QUALITY_KINDS.indexOf(kind);
