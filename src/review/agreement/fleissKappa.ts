import type { AdditiveStatistic, Estimate } from './additiveStatistic';

/** The columns of what a unit adds; after them comes one for each category, with its share of the unit's answers. */
const [RATED, COMPARED, AGREEMENT, FIRST_CATEGORY] = [0, 1, 2, 3];

/**
 * Fleiss' kappa, agreement on categories beyond chance: κ = (p_a − p_e) / (1 − p_e), 1 at most, 0 by chance.
 *
 * Readers may differ in number from unit to unit, by Gwet's generalisation: p_a is the mean over the units with at
 * least two answers of the share of pairs of readers who agree, Σ r_k (r_k − 1) / (r (r − 1)); p_e = Σ π_k², where π_k
 * is the mean over all answered units of category k's share, r_k / r. With as many answers to every unit, this is
 * the coefficient of 1971. Used units are those with at least two answers.
 *
 * Undefined: `noPairs` where no unit has two answers, `noVariation` where only one category was ever answered.
 *
 * Sources: J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychol Bull 1971;76:378-382;
 * K. L. Gwet, Handbook of Inter-Rater Reliability, 4th ed., Advanced Analytics 2014, chapter 2.
 *
 * @param answers a row a unit, a column a reader, null where there is no answer.
 */
export function createFleissKappa(answers: readonly (readonly (string | number | null)[])[]): AdditiveStatistic {
  const categories = [...new Set(answers.flat().filter((answer) => answer !== null))];
  const width = FIRST_CATEGORY + categories.length;
  const addends = new Float64Array(answers.length * width);
  let usedUnitCount = 0;
  for (const [unit, row] of answers.entries()) {
    const counts = categories.map((category) => row.filter((answer) => answer === category).length);
    const count = counts.reduce((sum, own) => sum + own, 0);
    if (count === 0) continue;
    const isCompared = count >= 2;
    if (isCompared) usedUnitCount++;
    const agreeing = counts.reduce((sum, own) => sum + own * (own - 1), 0);
    const agreement = isCompared ? agreeing / (count * (count - 1)) : 0;
    addends.set([1, Number(isCompared), agreement, ...counts.map((own) => own / count)], unit * width);
  }
  return { unitCount: answers.length, usedUnitCount, width, addends, toEstimate: toKappa };
}

function toKappa(sums: Float64Array): Estimate {
  if (sums[COMPARED] === 0) return { value: null, reason: 'noPairs' };
  const shares = sums.subarray(FIRST_CATEGORY);
  if (shares.filter((share) => share > 0).length < 2) return { value: null, reason: 'noVariation' };
  const observed = sums[AGREEMENT]! / sums[COMPARED]!;
  const expected = shares.reduce((sum, share) => sum + (share / sums[RATED]!) ** 2, 0);
  return { value: (observed - expected) / (1 - expected) };
}
