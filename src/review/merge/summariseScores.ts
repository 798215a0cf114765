import { BRANCHES, type BranchName } from '../../model/branch';
import { describeAnswers, type Description } from '../agreement/describeAnswers';
import type { RatedQuestion } from '../answer';
import { toPrototypeKey } from '../../explanation/prototypeKey';
import type { StudyTable } from './studyTable';

/** The answers to one question about some of the prototypes. */
export interface ScoreSummary extends Description {
  /** What the prototypes have in common: their branch or their class; `all` of all. */
  readonly name: string;
  readonly prototypeCount: number;
}

/** The answers to one question. */
export interface QuestionSummary {
  readonly question: RatedQuestion;
  readonly all: ScoreSummary;
  /** Branches that the study asks of, in their usual order. */
  readonly branches: readonly (ScoreSummary & { readonly name: BranchName })[];
  /** Classes, the lowest mean first; without a score last. A prototype of two classes counts in both. */
  readonly classes: readonly ScoreSummary[];
}

/** Describes the answers to one question: all together, by branch and by class. */
export function summariseScores({ study, states }: StudyTable, question: RatedQuestion): QuestionSummary {
  const describe = <Name extends string>(name: Name, isMeant: (item: (typeof study.items)[number]) => boolean) => {
    const rows = states.filter((_, row) => isMeant(study.items[row]!));
    return { name, prototypeCount: rows.length, ...describeAnswers(rows.flat().map(({ answers }) => answers[question])) };
  };
  const classes = [...new Set(study.items.flatMap((item) => item.classes))].sort();
  return {
    question,
    all: describe('all', () => true),
    branches: BRANCHES.map((branch) => describe(branch, ({ prototype }) => toPrototypeKey(prototype).branch === branch)).filter(
      ({ prototypeCount }) => prototypeCount > 0,
    ),
    classes: classes
      .map((name) => describe(name, (item) => item.classes.includes(name)))
      .sort((a, b) => (a.mean ?? Infinity) - (b.mean ?? Infinity)),
  };
}
