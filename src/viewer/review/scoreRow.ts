/** The answers to one question about some prototypes, as a row of a figure. */
export interface ScoreRow {
  /** What the row is of: a class, a branch. */
  readonly name: string;
  /** How often each of the scores 1 to 5 was given. */
  readonly histogram: readonly number[];
  readonly cannotJudgeCount: number;
  /** Number of scores. */
  readonly count: number;
  /** Null without scores. */
  readonly mean: number | null;
  /** Sample standard deviation; null with fewer than two scores. */
  readonly standardDeviation: number | null;
}

/** The share of scores of one row on either side of the middle of the scale: 3 lies half on each. */
export function sidesOf({ histogram, count }: ScoreRow): { readonly disagree: number; readonly agree: number } {
  if (count === 0) return { disagree: 0, agree: 0 };
  const [one, two, three, four, five] = histogram as [number, number, number, number, number];
  return { disagree: (one + two + three / 2) / count, agree: (three / 2 + four + five) / count };
}
