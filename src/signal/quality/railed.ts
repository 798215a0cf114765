import type { LeadName } from '../../ecg/lead';
import { findMedian } from '../measure/statistics';
import { groupLeads } from './groupLeads';
import type { QualityEvidence, QualityFinding } from './quality';
import { toNumber } from './toNumber';

/** A rail lies further from the middle of the lead than the isoelectric line may, in millivolts. */
const FAR_MV = 0.3;

/** Waves do not stand still at their peak for so long, in seconds. */
const STANDSTILL_SECONDS = 0.1;

/** Where the lead comes to its limit by such a step, so long a stand suffices: the top of a wave is cut off. */
const CUT_SECONDS = 0.012;
const STEP_MV = 0.05;

/** With so much of the time at its limit a lead says nothing. */
const UNUSABLE_SHARE = 0.1;

/**
 * Leads that were driven to the limit of the amplifier or of the file: their lowest or highest value repeats, sample by
 * sample, where no wave stands still.
 */
export function findRailed({ ecg, signals }: QualityEvidence): QualityFinding[] {
  const railOf = (lead: LeadName) => {
    const { lowMv, highMv } = signals[lead];
    const samples = ecg.leads[lead];
    const middle = findMedian(samples.filter((value) => !Number.isNaN(value)));
    return [lowMv, highMv]
      .filter((rail) => Math.abs(rail - middle) > FAR_MV)
      .map((rail) => ({ rail, share: findRailedShare(samples, rail, ecg.samplingRateHz) }))
      .sort((one, other) => other.share - one.share)[0];
  };
  return groupLeads({
    kind: 'railed',
    unit: 'mV',
    judge: (lead) => {
      const found = railOf(lead);
      if (!found || found.share === 0) return undefined;
      return { severity: found.share >= UNUSABLE_SHARE ? 'unusable' : 'doubtful', value: found.rail };
    },
    toEvidence: (rail) => `The lead stops at ${toNumber(rail, 'mV')}, sample after sample: what lies beyond is cut off.`,
  });
}

/** Share of the samples that stand at a limit. */
function findRailedShare(samples: Float32Array, rail: number, samplingRateHz: number): number {
  let railed = 0;
  for (let from = 0; from < samples.length; from++) {
    if (samples[from] !== rail) continue;
    let to = from + 1;
    while (samples[to] === rail) to++;
    const step = Math.max(toStep(samples[from - 1], rail), toStep(samples[to], rail));
    const least = step >= STEP_MV ? Math.max(3, CUT_SECONDS * samplingRateHz) : STANDSTILL_SECONDS * samplingRateHz;
    if (to - from >= least) railed += to - from;
    from = to;
  }
  return railed / samples.length;
}

const toStep = (beside: number | undefined, rail: number): number => (beside === undefined ? 0 : Math.abs(beside - rail));
