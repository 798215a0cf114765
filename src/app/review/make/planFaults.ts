import type { StudyPlan } from '../../../review/studyPlan';
import type { makeText } from './makeText';

/** What a plan can lack. */
export type PlanFault = keyof typeof makeText.faults;

/** What a plan still lacks before it is a study, in the order of the page. `cases` are those that would be asked. */
export function findPlanFaults(plan: StudyPlan, cases: readonly { readonly label: string }[]): readonly PlanFault[] {
  const url = plan.synchronisationUrl.trim();
  const faults: Partial<Record<PlanFault, boolean>> = {
    title: plan.title.trim() === '',
    ...(plan.kind === 'prototypes'
      ? {
          classes: plan.classes?.length === 0,
          questions: plan.questions.length === 0,
          training: plan.training.some(({ explanation }) => explanation.trim() === ''),
        }
      : {
          cases: cases.length === 0,
          labels: cases.some(({ label }) => label.trim() === ''),
        }),
    seed: plan.seed.trim() === '',
    roles: plan.roles.length === 0,
    synchronisation: url !== '' && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)),
  };
  return (Object.keys(faults) as PlanFault[]).filter((fault) => faults[fault]);
}
