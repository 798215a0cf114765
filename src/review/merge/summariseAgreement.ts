import { BRANCHES, type BranchName } from '../../model/branch';
import { type AdditiveStatistic, type Estimate, estimate } from '../agreement/additiveStatistic';
import { bootstrapInterval, type BootstrapInterval } from '../agreement/bootstrap';
import { createFleissKappa } from '../agreement/fleissKappa';
import { createIcc } from '../agreement/icc';
import { createKrippendorffAlpha } from '../agreement/krippendorffAlpha';
import { drawResamples, type Resamples } from '../agreement/resamples';
import type { RatedQuestion } from '../answer';
import type { ItemState } from '../foldLog';
import type { PrototypeStudy } from '../study';
import { findFinished, type StudyTable } from './studyTable';
import { toPrototypeKey } from '../../explanation/prototypeKey';
import { toScore } from './toScore';

/** A statistic of agreement with its 95 % bootstrap interval over prototypes. */
export interface Agreement {
  /** Krippendorff's alpha, ordinal; ICC(2,1); Fleiss' kappa of best, bad and neither. */
  readonly measure: 'alpha' | 'icc' | 'kappa';
  /** The question that it is of; `mark` for best, bad and neither. */
  readonly of: RatedQuestion | 'mark';
  /** The prototypes that it is of. */
  readonly scope: BranchName | 'all';
  readonly estimate: Estimate;
  readonly interval: BootstrapInterval;
  /** How many prototypes bear on it: rated by two or more readers; for ICC by all. */
  readonly usedCount: number;
  readonly prototypeCount: number;
}

/** How far readers agree: over all prototypes, then branch by branch where there is more than one. */
export function summariseAgreement({ study, states }: StudyTable): readonly Agreement[] {
  const branches = BRANCHES.filter((branch) => study.items.some(({ prototype }) => toPrototypeKey(prototype).branch === branch));
  const seed = Number.parseInt(study.contentSha256.slice(0, 8), 16) | 0;
  return ['all' as const, ...(branches.length > 1 ? branches : [])].flatMap((scope) => {
    const rows = states.filter((_, row) => scope === 'all' || toPrototypeKey(study.items[row]!.prototype).branch === scope);
    // Every statistic of a scope is of the same resamples.
    return summariseScope(study, scope, rows, drawResamples(rows.length, seed));
  });
}

function summariseScope(
  study: PrototypeStudy,
  scope: Agreement['scope'],
  rows: StudyTable['states'],
  resamples: Resamples,
): readonly Agreement[] {
  const summarise = (measure: Agreement['measure'], of: Agreement['of'], statistic: AdditiveStatistic): Agreement => ({
    measure,
    of,
    scope,
    estimate: estimate(statistic),
    interval: bootstrapInterval(statistic, resamples),
    usedCount: statistic.usedUnitCount,
    prototypeCount: rows.length,
  });
  return [
    ...study.questions.flatMap((question) => {
      const scores = rows.map((row) => row.map(({ answers }) => toScore(answers[question])));
      return [
        summarise('alpha', question, createKrippendorffAlpha(scores, 'ordinal')),
        summarise('icc', question, createIcc(scores)),
      ];
    }),
    summarise('kappa', 'mark', createFleissKappa(rows.map((row) => row.map((state) => toCategory(study, state))))),
  ];
}

/** Best, bad, or neither where the reader was done with the prototype and marked it as none of both. */
function toCategory(study: PrototypeStudy, state: ItemState): string | null {
  return state.answers.mark ?? (findFinished(study, state) ? 'neither' : null);
}
