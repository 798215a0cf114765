import { findMedian } from './statistics';
import type { UsableLead } from './usableLeads';

/** The longest deflection that counts as a spike, in seconds; stimuli last up to 2 ms, devices widen them a little. */
const LONGEST_SECONDS = 0.005;

/** A spike stands out from its neighbourhood by this much on average over the leads, in millivolts. */
const SMALLEST_MV = 0.11;

/** At lower rates a deflection of 5 ms has a single sample, as a narrow R wave may have, in hertz. */
const LOWEST_RATE_HZ = 400;

/** After a stimulus the electrode recharges; until then nothing is believed, in seconds. */
const RECHARGE_SECONDS = 0.01;

/** Leads without pacing spikes, and when the spikes were, in seconds from the first sample. */
export interface Despiked {
  readonly leads: readonly UsableLead[];
  readonly spikeSeconds: readonly number[];
}

/**
 * Finds the stimuli of a pacemaker, deflections of 5 ms at most that stand out on average over the leads, and replaces
 * them and the 10 ms after by straight lines. Below 400 Hz nothing is sought.
 * @param leads all usable leads, in millivolts.
 */
export function removePacingSpikes(leads: readonly UsableLead[], samplingRateHz: number): Despiked {
  const width = Math.max(1, Math.floor(LONGEST_SECONDS * samplingRateHz));
  if (samplingRateHz < LOWEST_RATE_HZ || leads.length === 0) return { leads, spikeSeconds: [] };
  const excess = findExcess(leads, width);
  const limit = Math.max(SMALLEST_MV, 12 * findMedian(excess));
  const spikes = findRuns(excess, limit, width);
  if (spikes.length === 0) return { leads, spikeSeconds: [] };
  const recharge = Math.ceil(RECHARGE_SECONDS * samplingRateHz);
  const cleaned = leads.map(({ name, samples }) => ({ name, samples: bridgeSpikes(samples, spikes, recharge) }));
  return { leads: cleaned, spikeSeconds: spikes.map(([from]) => from / samplingRateHz) };
}

/** How far each sample lies above or below both those a spike's width before and after it, mean over the leads, in millivolts. */
function findExcess(leads: readonly UsableLead[], width: number): Float64Array {
  const count = leads[0]!.samples.length;
  const excess = new Float64Array(count);
  for (const { samples } of leads) {
    for (let index = width; index < count - width; index++) {
      const before = samples[index - width]!;
      const after = samples[index + width]!;
      // Only what both sides agree upon: the flank of a QRS complex lies between them.
      const above = samples[index]! - Math.max(before, after);
      const below = Math.min(before, after) - samples[index]!;
      excess[index]! += Math.max(0, above, below) / leads.length;
    }
  }
  return excess;
}

/** Stretches above the limit that are short enough to be spikes. */
function findRuns(excess: Float64Array, limit: number, width: number): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (let index = 0; index < excess.length; index++) {
    if (excess[index]! < limit) continue;
    const last = runs.at(-1);
    if (last && index - last[1] <= 1) last[1] = index;
    else runs.push([index, index]);
  }
  return runs.filter(([from, to]) => to - from < width);
}

function bridgeSpikes(samples: Float64Array, spikes: readonly [number, number][], recharge: number): Float64Array {
  const bridged = Float64Array.from(samples);
  for (const [from, to] of spikes) {
    const left = Math.max(0, from - 2);
    const right = Math.min(samples.length - 1, to + recharge);
    for (let index = left + 1; index < right; index++) {
      bridged[index] = samples[left]! + ((samples[right]! - samples[left]!) * (index - left)) / (right - left);
    }
  }
  return bridged;
}
