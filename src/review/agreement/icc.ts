import type { AdditiveStatistic, Estimate } from './additiveStatistic';
import { findTakingPart, requireScoreTable, type ScoreTable } from './scoreTable';

/** The columns of what a unit adds; after them comes one for each reader, with that reader's value. */
const [COUNT, SUM, SQUARED_SUM, SQUARES, FIRST_READER] = [0, 1, 2, 3, 4];

/**
 * The intraclass correlation ICC(2,1), also written ICC(A,1): how far the score of any one reader stands for the score
 * of any other, counting leniency as disagreement (two-way random effects, single measure, absolute agreement).
 *
 * From the mean squares of units, readers and error, with n units and k readers:
 * ICC = (MS_units − MS_error) / (MS_units + (k − 1) MS_error + k (MS_readers − MS_error) / n). At most 1; it may be
 * negative, which says that units differ less than readers do within them.
 *
 * Used units are the complete ones, which every reader rated; a reader who rated none of the units is left out.
 * Undefined: `noPairs` with fewer than two readers, `tooFewUnits` with fewer than two complete units, `noVariation`
 * where all their values are the same or the denominator is 0.
 *
 * Source: P. E. Shrout, J. L. Fleiss, Intraclass correlations, Psychol Bull 1979;86:420-428.
 *
 * @throws RangeError when the rows differ in length or a value is not finite.
 */
export function createIcc(scores: ScoreTable): AdditiveStatistic {
  requireScoreTable(scores);
  const readers = findTakingPart(scores);
  const width = FIRST_READER + readers.length;
  const addends = new Float64Array(scores.length * width);
  let usedUnitCount = 0;
  let origin: number | undefined;
  for (const [unit, row] of scores.entries()) {
    const values = readers.map((reader) => row[reader]!).filter((value) => value !== null);
    if (values.length < readers.length || values.length === 0) continue;
    usedUnitCount++;
    // The coefficient does not depend on the origin; one of the values keeps whole numbers whole and sums small.
    origin ??= values[0]!;
    const centred = values.map((value) => value - origin!);
    const sum = centred.reduce((total, value) => total + value, 0);
    const squares = centred.reduce((total, value) => total + value * value, 0);
    addends.set([1, sum, sum * sum, squares, ...centred], unit * width);
  }
  const toEstimate = (sums: Float64Array) => toIcc(sums, readers.length);
  return { unitCount: scores.length, usedUnitCount, width, addends, toEstimate };
}

function toIcc(sums: Float64Array, readerCount: number): Estimate {
  if (readerCount < 2) return { value: null, reason: 'noPairs' };
  const unitCount = sums[COUNT]!;
  if (unitCount < 2) return { value: null, reason: 'tooFewUnits' };
  let readerSquares = 0;
  for (let reader = 0; reader < readerCount; reader++) readerSquares += sums[FIRST_READER + reader]! ** 2;
  // Sums of squares times n k: whole numbers for whole scores, so that no variation is exactly none.
  const correction = sums[SUM]! ** 2;
  const ofUnits = unitCount * sums[SQUARED_SUM]! - correction;
  const ofReaders = readerCount * readerSquares - correction;
  const ofError = unitCount * readerCount * sums[SQUARES]! - correction - ofUnits - ofReaders;
  const units = ofUnits / (unitCount - 1);
  const readers = ofReaders / (readerCount - 1);
  const error = ofError / ((unitCount - 1) * (readerCount - 1));
  const denominator = units + (readerCount - 1) * error + (readerCount * (readers - error)) / unitCount;
  if (denominator <= 0) return { value: null, reason: 'noVariation' };
  return { value: (units - error) / denominator };
}
