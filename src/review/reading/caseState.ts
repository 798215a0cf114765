import type { FoldedLog, Reading } from '../foldLog';
import { toCaseId } from '../order';
import { stateOf } from '../progress';
import type { ReadingStudy } from '../study';

/** Where one ECG of a reading study stands with one reader. */
export interface CaseState {
  /** Its place in the study. */
  readonly place: number;
  /** What the study calls it. */
  readonly label: string;
  /** What is asked next: to read it alone, to read it with the explanation, or nothing. */
  readonly asks: 'first' | 'final' | 'nothing';
  readonly first: Reading | null;
  readonly final: Reading | null;
  /** Whether the reader put it aside, unread, to come back to. */
  readonly isSkipped: boolean;
  /** Whether it was read alone and left so, for the model could not explain it. */
  readonly isUnexplained: boolean;
}

/** Where every ECG of a study stands, in the reader's order. */
export function foldReadings(study: ReadingStudy, order: readonly number[], folded: FoldedLog): readonly CaseState[] {
  return order.map((place) => {
    const { readings, isSkipped } = stateOf(folded, toCaseId(place));
    const first = readings.first ?? null;
    const final = readings.final ?? null;
    // To put aside what was read alone already means that there is nothing to read it with.
    const isUnexplained = first !== null && final === null && isSkipped;
    return {
      place,
      label: study.cases[place]!.label,
      asks: first === null ? 'first' : final === null && !isUnexplained ? 'final' : 'nothing',
      first,
      final,
      isSkipped: isSkipped && first === null,
      isUnexplained,
    };
  });
}
