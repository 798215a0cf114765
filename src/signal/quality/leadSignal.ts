/** What one lead's samples are like, whatever the heart does. */
export interface LeadSignal {
  /** Share of the samples that are missing (`NaN`), 0 … 1. All else is of the samples that exist. */
  readonly missingShare: number;
  /** Lowest and highest sample, in millivolts; `NaN` where all are missing. */
  readonly lowMv: number;
  readonly highMv: number;
  /**
   * Root mean square of what changes within 10 ms (muscle, mains, loose contacts) in the quieter quarter of the lead, so
   * that no QRS complex is in it, in millivolts.
   */
  readonly noiseMv: number;
  /** How far the baseline, the mean over 1 s, moves from its lowest to its highest place, in millivolts. */
  readonly wanderMv: number;
  /** How far the baseline gets from 0, in millivolts. */
  readonly offsetMv: number;
  /** Share of the seconds in which the lead stays within 0.02 mV, 0 … 1. */
  readonly flatShare: number;
  /** Share of the time in which the lead stands perfectly still for 0.1 s, more than 0.3 mV from its mean, 0 … 1. */
  readonly stuckShare: number;
}

/** QRS and the steep part of T leave at least a quarter of such blocks free, up to heart rates of 200 a minute. */
const BLOCK_SECONDS = 0.1;
const QUIET_SHARE = 0.25;

/** The baseline is the mean over so many blocks, 1 s: about a beat, so that waves weigh alike everywhere. */
const BASELINE_BLOCKS = 10;

/** Half a period of 50 Hz: what differs from the samples so far before and behind is too fast for P, T and wander. */
const FAST_SECONDS = 0.01;

/** A lead that stays within this for a second shows no heart, in millivolts. */
export const FLAT_MV = 0.02;

/** Further from the mean than this, a level that lasts is no isoelectric line, in millivolts. */
const OFF_BASELINE_MV = 0.3;

/** One block of a lead. */
interface Block {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly fast: number;
}

/**
 * Measures the signal of one lead in a single pass over its samples, in millivolts, at any rate of 100 Hz or more. A lead
 * shorter than 1 s has no wander and is never flat.
 */
export function measureLeadSignal(samples: Float32Array, samplingRateHz: number): LeadSignal {
  const size = Math.max(1, Math.round(BLOCK_SECONDS * samplingRateHz));
  const reach = Math.max(1, Math.round(FAST_SECONDS * samplingRateHz));
  const blocks: Block[] = [];
  let missing = 0;
  for (let from = 0; from < samples.length; from += size) {
    const to = Math.min(samples.length, from + size);
    let [count, sum, squares, fastCount] = [0, 0, 0, 0];
    let [low, high] = [Infinity, -Infinity];
    for (let index = from; index < to; index++) {
      const value = samples[index]!;
      if (value !== value) continue;
      count++;
      sum += value;
      if (value < low) low = value;
      if (value > high) high = value;
      if (index < reach || index + reach >= samples.length) continue;
      const fast = value - (samples[index - reach]! + samples[index + reach]!) / 2;
      if (fast !== fast) continue;
      fastCount++;
      squares += fast * fast;
    }
    missing += to - from - count;
    // The rest at the end and a block that is mostly missing would weigh as much as a whole one.
    if (count > size / 2) blocks.push({ mean: sum / count, low, high, fast: Math.sqrt(squares / Math.max(1, fastCount)) });
  }
  const lowest = blocks.reduce((least, { low }) => Math.min(least, low), Infinity);
  const highest = blocks.reduce((most, { high }) => Math.max(most, high), -Infinity);
  const mean = blocks.reduce((sum, block) => sum + block.mean, 0) / blocks.length;
  const stuck = blocks.filter(({ low, high }) => low === high && Math.abs(low - mean) > OFF_BASELINE_MV);
  const seconds = toStretches(blocks);
  const baseline = seconds.map((stretch) => stretch.reduce((sum, block) => sum + block.mean, 0) / stretch.length);
  return {
    missingShare: samples.length === 0 ? 0 : missing / samples.length,
    lowMv: blocks.length === 0 ? Number.NaN : lowest,
    highMv: blocks.length === 0 ? Number.NaN : highest,
    noiseMv: toQuiet(blocks.map(({ fast }) => fast)),
    wanderMv: baseline.length === 0 ? 0 : Math.max(...baseline) - Math.min(...baseline),
    offsetMv: baseline.reduce((most, level) => Math.max(most, Math.abs(level)), 0),
    flatShare: seconds.length === 0 ? 0 : seconds.filter(isFlat).length / seconds.length,
    stuckShare: blocks.length === 0 ? 0 : stuck.length / blocks.length,
  };
}

/** Every run of blocks that makes a second, one block after the other. */
function toStretches(blocks: readonly Block[]): Block[][] {
  const count = Math.max(0, blocks.length - BASELINE_BLOCKS + 1);
  return Array.from({ length: count }, (_, index) => blocks.slice(index, index + BASELINE_BLOCKS));
}

function isFlat(stretch: readonly Block[]): boolean {
  const low = Math.min(...stretch.map((block) => block.low));
  return Math.max(...stretch.map((block) => block.high)) - low <= FLAT_MV;
}

function toQuiet(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(QUIET_SHARE * (sorted.length - 1))] ?? 0;
}
