/**
 * The exact two-sided p value of McNemar's test: how likely so uneven a split of the changes, or a more uneven one, is
 * where either way is as likely. p = min(1, 2 P(X ≤ min(a, b))) with X binomial of a + b trials at ½; 1 without changes.
 *
 * Every change has to be independent of the others: those of one ECG by several readers, or of several statements
 * in one reading, are not, and their p is too small.
 *
 * Source: Q. McNemar, Psychometrika 1947;12:153-157; exact form: F. Mosteller, Biometrics 1952;8:220-226.
 *
 * @param oneWay,otherWay how many changed one way and the other: whole numbers, not negative.
 * @returns 0 to 1.
 * @throws RangeError when one is no such number.
 */
export function exactMcNemarP(oneWay: number, otherWay: number): number {
  for (const count of [oneWay, otherWay]) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} is no number of changes.`);
  }
  const trials = oneWay + otherWay;
  const fewer = Math.min(oneWay, otherWay);
  let logTerm = -trials * Math.LN2;
  let tail = 0;
  for (let successes = 0; successes <= fewer; successes++) {
    tail += Math.exp(logTerm);
    logTerm += Math.log((trials - successes) / (successes + 1));
  }
  return Math.min(1, 2 * tail);
}
