import { createPrototypeStudy } from '../../../review/createPrototypeStudy';
import { createReadingStudy } from '../../../review/createReadingStudy';
import type { Study } from '../../../review/study';
import type { StudyPlan } from '../../../review/studyPlan';
import type { LoadedPack } from '../../../model/protocol';
import { toPrototypeKey } from '../../../explanation/prototypeKey';
import type { PlannedCase } from './useCases';

/**
 * The study that a plan without faults becomes.
 *
 * @throws Problem where the pack cannot serve it.
 */
export function toStudy(pack: LoadedPack, plan: StudyPlan, cases: readonly PlannedCase[], created: Date): Study {
  const url = plan.synchronisationUrl.trim();
  const common = {
    title: plan.title.trim(),
    created,
    seed: plan.seed.trim(),
    roles: [...plan.roles],
    synchronisation: url === '' ? null : { url },
  };
  if (plan.kind === 'reading') {
    return createReadingStudy(pack, {
      ...common,
      statements: null,
      cases: cases.map(({ ecgSha256, label, truth }) => ({ ecgSha256, label: label.trim(), truth: truth && [...truth] })),
    });
  }
  const { rule, countPerClass, classes, questions, isClassHidden, repeatShare, plantedCount, training, gate } = plan;
  return createPrototypeStudy(pack, {
    ...common,
    selection: { rule, countPerClass: rule === 'all' ? null : countPerClass },
    classes,
    questions: [...questions],
    isClassHidden,
    repeatShare,
    plantedCount,
    training: training.map(({ prototype, accepted, explanation }) => ({
      prototype: toPrototypeKey(prototype),
      // A question that is not asked, or of which every score passes, is not judged.
      accepted: Object.fromEntries(
        questions.flatMap((question) => (accepted[question]?.length ? [[question, [...accepted[question]]]] : [])),
      ),
      explanation: explanation.trim(),
    })),
    gate: training.length === 0 ? null : gate,
  });
}
