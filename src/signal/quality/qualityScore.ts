import type { Ecg } from '../../ecg/ecg';
import { STANDARD_LEADS } from '../../ecg/lead';
import { type LeadSignal, measureLeadSignal } from './leadSignal';

/** Below the first nothing is held against a lead, from the second on it says nothing; see `docs/QUALITY.md`. */
const NOISE_MV = [0.02, 0.15] as const;
const WANDER_MV = [0.3, 3] as const;
const FLAT_SHARE = [0, 0.5] as const;
const STUCK_SHARE = [0, 0.2] as const;
const SPAN_MV = [10, 20] as const;

/**
 * How good the signal of an ECG is, to choose the best part of a long one: the mean over the twelve leads of 1 where no
 * noise, wander, flat or railed stretch was found down to 0 where such hides the heart. `NaN` where samples are missing.
 */
export function toQualityScore({ leads, samplingRateHz }: Pick<Ecg, 'leads' | 'samplingRateHz'>): number {
  const scores = STANDARD_LEADS.map((lead) => toLeadScore(measureLeadSignal(leads[lead], samplingRateHz)));
  return scores.reduce((sum, score) => sum + score, 0) / STANDARD_LEADS.length;
}

function toLeadScore({ missingShare, noiseMv, wanderMv, flatShare, stuckShare, lowMv, highMv }: LeadSignal): number {
  if (missingShare > 0) return Number.NaN;
  const spared = [
    toShare(noiseMv, NOISE_MV),
    toShare(wanderMv, WANDER_MV),
    toShare(flatShare, FLAT_SHARE),
    toShare(stuckShare, STUCK_SHARE),
    toShare(highMv - lowMv, SPAN_MV),
  ];
  return spared.reduce((product, share) => product * (1 - share), 1);
}

/** Where a value lies between two others: 0 at the first or below, 1 at the second or above. */
function toShare(value: number, [from, to]: readonly [number, number]): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}
