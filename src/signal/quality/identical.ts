import type { LeadName } from '../../ecg/lead';
import { CHEST_LEADS } from './quality';
import type { QualityEvidence, QualityFinding } from './quality';
import { toNumber } from './toNumber';

/** Two leads whose difference is no more than this share of what they show have one source. */
const SAME_SHARE = 0.01;

/** The leads that no other lead determines. */
const INDEPENDENT: readonly LeadName[] = ['I', 'II', ...CHEST_LEADS];

/** Pairs of leads that show the same twice, but for their level: one electrode, or one row of a file, stands for two. */
export function findIdentical({ ecg, signals }: QualityEvidence): QualityFinding[] {
  const pairs = INDEPENDENT.flatMap((one, index) => INDEPENDENT.slice(index + 1).map((other) => [one, other] as const));
  return pairs.flatMap((pair): QualityFinding[] => {
    if (pair.some((lead) => signals[lead].flatShare > 0)) return [];
    const [one, other] = pair.map((lead) => ecg.leads[lead]) as [Float32Array, Float32Array];
    const share = findDeviation(one, other) / Math.max(findDeviation(one), findDeviation(other));
    if (!(share <= SAME_SHARE)) return [];
    return [
      {
        kind: 'identical',
        severity: 'doubtful',
        leads: pair,
        electrodes: [],
        measured: { value: 100 * share, unit: '%' },
        evidence: `What they differ by is ${toNumber(100 * share, '%')} of what they show.`,
        range: null,
      },
    ];
  });
}

/** The standard deviation of a lead, or of the difference of two, in millivolts; gaps are passed over. */
function findDeviation(one: Float32Array, other?: Float32Array): number {
  let [count, sum, squares] = [0, 0, 0];
  for (let index = 0; index < one.length; index++) {
    const value = one[index]! - (other ? other[index]! : 0);
    if (Number.isNaN(value)) continue;
    count++;
    sum += value;
    squares += value * value;
  }
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}
