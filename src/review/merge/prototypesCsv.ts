import { SCORES } from '../answer';
import { toCsv } from '../csv';
import type { PrototypeStudy } from '../study';
import type { Decisions } from './decision';
import type { PrototypeSummary } from './summarisePrototypes';
import { toPrototypeKey } from '../../explanation/prototypeKey';

/** All prototypes of a study as a table, one row each, comma-separated with a head; deviations are sample deviations. */
export function toPrototypesCsv(study: PrototypeStudy, prototypes: readonly PrototypeSummary[], decisions: Decisions): string {
  const head = [
    ...['branch', 'prototype', 'classes', 'finished_readers'],
    ...study.questions.flatMap((question) =>
      ['n', 'mean', 'sd', ...SCORES.map((score) => `score_${score}`), 'cannot_judge'].map((column) => `${question}_${column}`),
    ),
    ...['best_votes', 'bad_votes', 'class_named', 'class_named_right', 'median_ms', 'decision', 'decision_note'],
  ];
  const rows = prototypes.map((summary) => {
    const { prototype, classes, scores, finished, best, bad, named, namedRight, medianMs } = summary;
    const decision = decisions.get(prototype);
    return [
      ...[toPrototypeKey(prototype).branch, prototype, classes.join(' '), finished],
      ...study.questions.flatMap((question) => {
        const { count, mean, standardDeviation, histogram, cannotJudgeCount } = scores[question]!;
        return [count, mean ?? '', standardDeviation ?? '', ...histogram, cannotJudgeCount];
      }),
      ...[best, bad, named, namedRight, medianMs ?? '', decision?.kind ?? '', decision?.note ?? ''],
    ];
  });
  return toCsv([head, ...rows]);
}
