import type { RatedQuestion, Score } from './answer';
import type { SELECTION_RULES, Study } from './study';

/** How prototypes are chosen from the pack. */
export type SelectionRule = (typeof SELECTION_RULES)[number];

/** A training item as its maker has put it together so far. */
export interface TrainingPlan {
  readonly prototype: string;
  /** The scores that pass; a question without any is not judged. */
  readonly accepted: Readonly<Partial<Record<RatedQuestion, readonly Score[]>>>;
  readonly explanation: string;
}

/** What is said of one ECG of a reading study. */
export interface CasePlan {
  readonly label: string;
  /** Null where nobody knows. */
  readonly truth: readonly string[] | null;
  readonly isLeftOut: boolean;
}

/** What the maker of a study has chosen so far; it may still lack something. */
export interface StudyPlan {
  readonly kind: Study['kind'];
  readonly title: string;
  readonly roles: readonly string[];
  readonly seed: string;
  /** Empty: answers stay on the computer. */
  readonly synchronisationUrl: string;
  readonly rule: SelectionRule;
  readonly countPerClass: number;
  /** Null: all. */
  readonly classes: readonly string[] | null;
  readonly questions: readonly RatedQuestion[];
  readonly isClassHidden: boolean;
  readonly repeatShare: number;
  readonly plantedCount: number;
  readonly training: readonly TrainingPlan[];
  /** Null: training without a gate. */
  readonly gate: number | null;
  /** By the SHA-256 of the ECG's samples. */
  readonly cases: Readonly<Record<string, CasePlan>>;
}

/** The plan that a maker begins with. */
export function createStudyPlan(seed: string): StudyPlan {
  return {
    kind: 'prototypes',
    title: '',
    roles: ['cardiologist', 'resident', 'technician'],
    seed,
    synchronisationUrl: '',
    rule: 'perClass',
    countPerClass: 2,
    classes: null,
    questions: ['representativeness', 'clarity'],
    isClassHidden: false,
    repeatShare: 0.1,
    plantedCount: 0,
    training: [],
    gate: null,
    cases: {},
  };
}
