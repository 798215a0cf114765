import type { ReadingPair } from './readingPair';

/** How many decisions were right, of those where a statement is true and of those where it is not. */
export interface Accuracy {
  /** True statements that were named, of all true ones: sensitivity is their share. */
  readonly named: number;
  readonly present: number;
  /** Untrue statements that were left out, of all untrue ones: specificity is their share. */
  readonly leftOut: number;
  readonly absent: number;
}

/** How right readings of one stage are, one decision a statement and ECG; only where the truth is known. Null without any. */
export function measureAccuracy(pairs: readonly ReadingPair[], stage: 'first' | 'final', asked: readonly string[]): Accuracy | null {
  const known = pairs.filter(({ truth }) => truth !== null);
  if (known.length === 0) return null;
  let [named, present, leftOut, absent] = [0, 0, 0, 0];
  for (const pair of known) {
    for (const code of asked) {
      const isNamed = pair[stage].statements.includes(code);
      if (pair.truth!.includes(code)) {
        present++;
        if (isNamed) named++;
      } else {
        absent++;
        if (!isNamed) leftOut++;
      }
    }
  }
  return { named, present, leftOut, absent };
}
