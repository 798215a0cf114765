import { stateOf } from '../progress';
import { LEAST_AGREEING } from './summariseReader';
import type { StudyTable } from './studyTable';
import { toScore } from './toScore';

/** What readers said of a prototype that was shown with a class that is not its own. */
export interface PlantedSummary {
  readonly prototype: string;
  /** The wrong class that it was shown with. */
  readonly shownClasses: readonly string[];
  /** How many readers scored its representativeness. */
  readonly scored: number;
  /** How many found it representative of the wrong class: 4 or 5. */
  readonly agreed: number;
}

/** Sums up the planted items, in the order of the study. */
export function summarisePlanted({ study, readers }: StudyTable): readonly PlantedSummary[] {
  return study.planted.map(({ prototype, classes }) => {
    const scores = readers
      .map(({ folded }) => toScore(stateOf(folded, `planted:${prototype}`).answers.representativeness))
      .filter((score) => score !== null);
    return {
      prototype,
      shownClasses: classes,
      scored: scores.length,
      agreed: scores.filter((score) => score >= LEAST_AGREEING).length,
    };
  });
}
