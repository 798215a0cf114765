import type { LoadedPack } from '../../../model/protocol';
import type { StudyPlan } from '../../../review/studyPlan';

/** What every part of the page on which a study is made is given. */
export interface PlanProps {
  readonly plan: StudyPlan;
  onChange(change: Partial<StudyPlan>): void;
}

/** The same for a part that needs the model. */
export interface PackPlanProps extends PlanProps {
  readonly pack: LoadedPack;
}
