import type { AdditiveStatistic, Estimate } from './additiveStatistic';
import type { Judgement } from './judgeReading';

const WIDTH = 2;

/**
 * How much more often decisions are right with the explanation than before it: the share of right final decisions
 * minus that of right first ones, −1 to 1. Its bootstrap interval resamples cases, so that it holds also where several
 * readers read the same ECG, or several statements of it are judged, which McNemar's test does not allow.
 *
 * Used units are the cases with at least one decision whose truth is known; undefined (`noPairs`) without any.
 *
 * @param judgements a row a case, with as many decisions as were made of it; null where the truth is not known.
 */
export function createAccuracyGain(judgements: readonly (readonly (Judgement | null)[])[]): AdditiveStatistic {
  const addends = new Float64Array(judgements.length * WIDTH);
  let usedUnitCount = 0;
  for (const [unit, row] of judgements.entries()) {
    const known = row.filter((judgement) => judgement !== null);
    if (known.length > 0) usedUnitCount++;
    const gained = known.reduce((sum, { firstRight, finalRight }) => sum + Number(finalRight) - Number(firstRight), 0);
    addends.set([known.length, gained], unit * WIDTH);
  }
  return { unitCount: judgements.length, usedUnitCount, width: WIDTH, addends, toEstimate: toGain };
}

function toGain(sums: Float64Array): Estimate {
  const [count, gained] = [sums[0]!, sums[1]!];
  return count === 0 ? { value: null, reason: 'noPairs' } : { value: gained / count };
}
