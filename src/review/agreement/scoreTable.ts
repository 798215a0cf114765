/**
 * The scores of one question: a row a unit (a prototype, an explanation), a column a reader, in the same order in every
 * row; null where a reader gave none, be it that the unit was not reached or could not be judged.
 */
export type ScoreTable = readonly (readonly (number | null)[])[];

/** Guards against a table that is none. @throws RangeError when the rows differ in length or a score is not finite. */
export function requireScoreTable(scores: ScoreTable): void {
  const columnCount = scores[0]?.length;
  for (const [unit, row] of scores.entries()) {
    if (row.length !== columnCount) throw new RangeError(`Unit ${unit} has ${row.length} columns; the first has ${columnCount}.`);
    const wrong = row.find((score) => score !== null && !Number.isFinite(score));
    if (wrong !== undefined) throw new RangeError(`Unit ${unit} has the score ${wrong}.`);
  }
}

/** The columns that hold at least one score, rising: the readers who took part. */
export function findTakingPart(scores: ScoreTable): readonly number[] {
  const columns = Array.from(scores[0] ?? [], (_, reader) => reader);
  return columns.filter((reader) => scores.some((row) => row[reader] !== null));
}
